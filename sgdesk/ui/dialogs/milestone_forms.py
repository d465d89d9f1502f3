"""The form that says when a case met a milestone of the partnership's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.milestones import MilestoneDraft, check_milestone
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.milestones import list_milestones, save_milestone_done
from sgdesk.ui.dialogs.form_dialog import FormDialog
from sgdesk.ui.dialogs.forms import FieldKind, Form, FormField, FormPart, FormSetting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.timetables import MilestoneRow
    from sgdesk.ui.context import AppContext

MILESTONE_FORM = Form(
    window="Milestone met",
    title="Milestone of the partnership",
    parts=(
        FormPart(
            "When it was met",
            ((FormField("done_on", "Met on", FieldKind.DATE, "Empty while it is open."),),),
        ),
    ),
    width=560,
)


def open_milestone(
    context: AppContext, case_id: UUID, code: str, window: QWidget
) -> FormDialog[MilestoneDraft] | None:
    """Return the open form of a milestone, the day of today in it while it is open.

    None where the case has no such milestone. Raises `UserError` if the case is gone.
    """
    today = context.today()
    rows = list_milestones(context.register, case_id, today=today)
    row = next((one for one in rows if one.deadline.code == code), None)
    if row is None:
        return None

    def save(draft: MilestoneDraft) -> None:
        register = context.register
        context.apply(save_milestone_done(register, case_id, code, draft, today=context.today()))

    draft = MilestoneDraft(row.done_on)
    dialog = FormDialog(context, MILESTONE_FORM, draft, save, _setting(row, context), window)
    dialog.kept_as = FormPlace("cases", f"rapid_review:{code}", case_id)
    dialog.set_title(row.deadline.what)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _setting(row: MilestoneRow, context: AppContext) -> FormSetting:
    deadline = row.deadline
    trigger_on = deadline.trigger_on
    dates = {CaseDate.NOTIFIED: trigger_on} if trigger_on else {}

    def notes(draft: MilestoneDraft) -> Mapping[str, str]:
        if draft.done_on is not None or deadline.due is None:
            return {"done_on": "Empty it to say that the milestone is open again."}
        return {"done_on": f"Due {long_date(deadline.due)}. Empty while it is open."}

    return FormSetting(
        about=f"{deadline.reference} · {deadline.standing_words}",
        check=lambda draft: check_milestone(draft, dates, today=context.today()),
        notes=notes,
        due=lambda _draft: deadline.due,
    )
