"""Every dialog: as it opens, and with problems shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.scenes.stage import Scene
from sgdesk.services.briefings import list_briefings
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.deadlines import explain_deadline, list_deadlines
from sgdesk.ui.dialogs.agreed_date_dialog import AgreedDateDialog
from sgdesk.ui.dialogs.briefing_dialog import BriefingDialog
from sgdesk.ui.dialogs.case_dialog import CaseDialog
from sgdesk.ui.dialogs.command_palette import CommandPalette
from sgdesk.ui.dialogs.deadline_dialog import DeadlineDialog
from sgdesk.ui.dialogs.help_window import HelpWindow
from sgdesk.ui.printing.paper_preview import PaperPreview

if TYPE_CHECKING:
    from sgdesk.app.scenes.stage import Shots, Stage
    from sgdesk.ui.widgets.date_field import DateField

_LATE, _WHOLE = "27-05", "26-01"
"""Cases: late in its Rapid Review, and on its way to publication."""
_BRIEFING = "BSCP2022-23-02"
_EXPLAINED = {
    "": ("27-04", "RR-15"),
    "overdue": (_LATE, "RR-15"),
    "backwards": (_WHOLE, "PUB-7"),
    "months": ("27-01", "LR-6M"),
    "paused": ("26-02", "LR-6M"),
    "waiting": ("27-11", "RR-15"),
}


def case(stage: Stage) -> Shots:
    view, window = stage.case(_LATE), stage.window("cases")
    yield "", stage.show(CaseDialog(stage.context, view, _forget, window))
    dialog = stage.show(CaseDialog(stage.context, None, _forget, window))
    yield "new", dialog
    dialog.reference_edit.setText(view.reference)
    dialog.reject()
    yield "asks", dialog
    dialog.reject()
    _type(dialog.aware_field, "3/6/26")
    dialog.save()
    yield "problems", dialog


def deadline(stage: Stage) -> Shots:
    window = stage.window("cases")
    for name, (end, code) in _EXPLAINED.items():
        dialog = DeadlineDialog(stage.context, stage.case(end).case_id, code, window)
        yield name, stage.show(dialog)
    yield "year", stage.show(DeadlineDialog(stage.context, None, "YR-12", window))


def agreed_date(stage: Stage) -> Shots:
    case_id = stage.case("27-01").case_id
    detail = explain_deadline(stage.context.register, case_id, "LR-6M", today=stage.today)
    window = stage.window("cases")
    yield "", stage.show(AgreedDateDialog(stage.context, detail, _forget, window))


def briefing(stage: Stage) -> Shots:
    register, window = stage.context.register, stage.window("cases")
    rows = list_briefings(register)
    chosen = next(row.briefing_id for row in rows if _BRIEFING in row.references)
    dialog = stage.show(BriefingDialog(stage.context, chosen, None, window))
    yield "", dialog
    text = dialog.content.background_edit.toPlainText()
    dialog.content.background_edit.setPlainText(" ".join([text] * 6))
    dialog.preview.show_draft(dialog.draft())
    yield "too-long", dialog
    yield "new", stage.show(BriefingDialog(stage.context, None, stage.case(_LATE).case_id, window))


def palette(stage: Stage) -> Shots:
    window = stage.window("today")
    palette = stage.show(CommandPalette(stage.context, window.commands, window))
    yield "", palette
    palette.search_edit.setText("neglect")
    yield "found", palette
    palette.search_edit.setText("zzz")
    yield "nothing", palette


def help_pages(stage: Stage) -> Shots:
    window = stage.show(HelpWindow(stage.window("today")))
    for topic in ("deadlines", "keyboard", "about"):
        window.show_topic(topic)
        yield topic, window


def print_preview(stage: Stage) -> Shots:
    register = stage.context.register
    rows = [row for row in list_deadlines(register, today=stage.today) if row.is_open]
    report = deadline_report(register, rows, today=stage.today)
    yield "", stage.show(PaperPreview(stage.context, report, stage.window("deadlines")))


def _forget(_draft: object) -> None:
    """Nothing that is shown for a picture is saved."""


def _type(field: DateField, text: str) -> None:
    field.line_edit.setText(text)
    field.settle()


SCENES = (
    Scene("case-dialog", case),
    Scene("deadline-dialog", deadline),
    Scene("agreed-date-dialog", agreed_date),
    Scene("briefing-dialog", briefing),
    Scene("palette", palette),
    Scene("help", help_pages),
    Scene("print-preview", print_preview),
)
