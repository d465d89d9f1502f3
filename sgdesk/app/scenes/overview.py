"""The overview of a case with its timeline, and the agenda of a meeting with its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from sgdesk.app.scenes.stage import COMPACT, Scene
from sgdesk.ui.dialogs.agenda_dialog import AgendaDialog
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage

_CASES = {"": "27-05", "paused": "26-02", "signed": "26-01", "meeting": "27-07"}
"""Cases: late, paused by a trial, near publication, with a meeting on Thursday."""


def overview(stage: Stage) -> Shots:
    window = stage.window("cases")
    for name, end in _CASES.items():
        window.open_case(stage.case(end).case_id)
        yield name, window


def agenda(stage: Stage) -> Shots:
    dialog = stage.show(AgendaDialog(stage.context, stage.window("today")))
    yield "", dialog
    dialog.others_check.setChecked(True)
    stage.settle()
    for row in range(1, 6):
        dialog.cases.case_list.item(row).setCheckState(Qt.CheckState.Checked)
    stage.settle()
    yield "others", dialog
    if dialog.paper is not None:
        yield "paper", stage.show(PaperPreview(stage.context, dialog.paper, dialog))


def compact(stage: Stage) -> Shots:
    with stage.new_window(stage.context, COMPACT) as window:
        window.open_case(stage.case("26-02").case_id)
        yield "", window


def large_text(stage: Stage) -> Shots:
    """To be played on a stage whose text is large."""
    with stage.new_window(stage.context, (1600, 1400)) as window:
        window.open_case(stage.case("26-02").case_id)
        yield "", window
    yield "agenda", stage.show(AgendaDialog(stage.context, stage.window("today")))


SCENES = (
    Scene("overview", overview),
    Scene("overview-compact", compact),
    Scene("agenda", agenda),
)
LARGE_TEXT = (Scene("overview-large", large_text),)
