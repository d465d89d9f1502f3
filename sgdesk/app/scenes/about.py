"""About the program, with an installation that was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.config.program import LicenceText
from sgdesk.config.resources import resource
from sgdesk.records.self_checks import CheckedPart
from sgdesk.ui.dialogs.about_dialog import AboutDialog

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage

_TRIED = ("passphrase", "encrypted register", "briefing PDF", "deck", "paper", "main window")


def dialog(stage: Stage) -> Shots:
    texts = [LicenceText("lucide", resource("icons", "LICENSE"))]
    shown = AboutDialog(texts=texts)
    stage.show(shown)
    stage.settle()
    yield "about", shown
    shown.check_card.show_parts(tuple(CheckedPart(name, True, "") for name in _TRIED))  # noqa: FBT003
    stage.settle()
    yield "checked", shown


SCENES = (Scene("about", dialog),)
LARGE_TEXT = (Scene("large-text-about", dialog),)
