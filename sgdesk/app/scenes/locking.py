"""The words before an idle lock, over the main window and over a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.shell.lock_notice import LockNotice

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage


def notice(stage: Stage) -> Shots:
    window = stage.window("today")
    stage.settle()
    stage.show(LockNotice(window))
    yield "window", window
    form = CaseDialog(stage.context, None, lambda _draft: None)
    stage.show(form)
    stage.settle()
    LockNotice(form)
    yield "form", form


SCENES = (Scene("lock-notice", notice),)
LARGE_TEXT = (Scene("large-text-lock-notice", notice),)
