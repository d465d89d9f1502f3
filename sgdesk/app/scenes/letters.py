"""Letters, the chase ladder, and the matrix of agency returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.domain.letters import LetterKey
from sgdesk.services.letters import write_letter
from sgdesk.ui.dialogs.chase_dialog import ChaseDialog
from sgdesk.ui.dialogs.letter_dialog import LetterDialog
from sgdesk.ui.pages.agency_returns_page import AgencyReturnsPage
from sgdesk.ui.pages.settings_letters import LetterForm
from sgdesk.ui.pages.settings_page import SettingsPage

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.records.letters import Letter

_FIELDS = {
    "reference": "PRAC2026-27-04",
    "notified date": "2 November 2026",
    "due date": "23 November 2026",
    "expected date": "27 November 2026",
}


def letter(stage: Stage) -> Shots:
    window = stage.window("agency_returns")
    drafted = write_letter(
        stage.context.register, LetterKey.PANEL_LATE, _FIELDS, recipient="Panel secretariat"
    )
    dialog = stage.show(LetterDialog(stage.context, drafted, _forget, window))
    yield "", dialog
    dialog.copy()
    dialog.save()
    yield "problems", dialog


def matrix(stage: Stage) -> Shots:
    window = stage.window("agency_returns")
    stage.settle()
    yield "", window
    page = window.page
    if isinstance(page, AgencyReturnsPage):
        page.card.table.letter_typed.emit("R")
        yield "asks", window
        page.card.confirm_line.put_away()
        page.chips.choose("overdue")
        yield "overdue", window
        page.chips.choose("all")
        stage.settle()
        page.chase_chosen()
        for dialog in window.findChildren(ChaseDialog):
            yield "chase", dialog
            dialog.reject()


def settings(stage: Stage) -> Shots:
    window = stage.window("settings")
    page = window.page
    if isinstance(page, SettingsPage):
        page.show_section("Letters")
        for form in page.section.findChildren(LetterForm):
            form.body_edit.setPlainText("Dear {name}, send it by {due date")
            form.save()
            yield "problems", window
            form.foot.undo_button.click()


def _forget(_letter: Letter, _route: str) -> None:
    """Nothing that is shown for a picture is logged."""


SCENES = (
    Scene("letter-dialog", letter),
    Scene("returns-matrix", matrix),
    Scene("settings-letters", settings),
)
LARGE_TEXT = (
    Scene("large-text-letter-dialog", letter),
    Scene("large-text-returns-matrix", matrix),
)
