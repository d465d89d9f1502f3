"""The ways that deadlines leave the program: the dialog, the report in its orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.records.deadline_reports import ReportOptions, ReportOrder
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import list_deadlines
from sgdesk.ui.dialogs.deadline_export_dialog import DeadlineExportDialog
from sgdesk.ui.dialogs.deadline_exports import ExportKind
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.records.deadlines import DeadlineRow


def export(stage: Stage) -> Shots:
    dialog = stage.show(
        DeadlineExportDialog(
            stage.context, _rows(stage), "Open deadlines", stage.window("deadlines")
        )
    )
    yield "", dialog
    dialog.cards[ExportKind.CALENDAR].setChecked(True)
    yield "calendar", dialog


def report(stage: Stage) -> Shots:
    for name, options in (
        ("case", ReportOptions(ReportOrder.CASE, with_working=True)),
        ("week", ReportOptions(ReportOrder.WEEK, is_landscape=True)),
    ):
        paper = deadline_report(
            stage.context.register, _rows(stage), today=stage.today, options=options
        )
        yield name, stage.show(PaperPreview(stage.context, paper, stage.window("deadlines")))


def _rows(stage: Stage) -> list[DeadlineRow]:
    rows = list_deadlines(stage.context.register, today=stage.today)
    return [row for row in rows if row.is_open]


SCENES = (Scene("deadline-export", export), Scene("deadline-report", report))
LARGE_TEXT = (Scene("large-text-deadline-export", export),)
