"""Opens the dialogs of requests to agencies, for the case and for the matrix alike."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sgdesk.domain.agency_checks import check_agency_return
from sgdesk.domain.dates import long_date
from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.agency_requests import (
    check_request,
    due_when_asked,
    save_request,
    save_return,
)
from sgdesk.services.settings import list_agencies
from sgdesk.ui.dialogs.agency_forms import QUERY_FORM, REQUEST_FORM, RETURN_FORM
from sgdesk.ui.dialogs.ask_agencies_dialog import AskAgenciesDialog
from sgdesk.ui.dialogs.entry_dialogs import EntryForms
from sgdesk.ui.dialogs.forms import FormSetting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft
    from sgdesk.records.agencies import RequestRow
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.form_dialog import FormDialog
    from sgdesk.ui.dialogs.forms import Form


class AgencyDialogs:
    """Opens dialogs over `window`; they stop nothing else."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        self._context = context
        self._window = window

    def ask(self, case_id: UUID, reference: str) -> AskAgenciesDialog:
        """Ask several agencies at once."""
        dialog = AskAgenciesDialog(self._context, case_id, f"Case {reference}", self._window)
        dialog.kept_as = FormPlace("cases", "agencies:ask", case_id, is_new=True)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def edit(self, row: RequestRow) -> FormDialog[AgencyRequestDraft]:
        """Edit what is known of a request, its query included."""
        rows = list_agencies(self._context.register)
        kept = [one for one in rows if one.draft.is_active or one.agency_id == row.agency_id]
        agencies: dict[UUID | None, str] = {} if row.agency_id else {None: "No agency chosen"}
        agencies |= {one.agency_id: one.draft.name for one in kept}
        notes = partial(self._due_note, row.case_id)
        setting = FormSetting(choices={"agency_id": agencies}, notes=notes)
        return self._open_request(REQUEST_FORM, row, row.request, setting, "edit")

    def query(self, row: RequestRow) -> FormDialog[AgencyRequestDraft]:
        """Write a query about a return: a new one where the last has its answer."""
        draft = row.request
        if draft.queried_on is None or draft.answered_on is not None:
            today = self._context.today()
            draft = replace(draft, queried_on=today, query="", answered_on=None)
        return self._open_request(QUERY_FORM, row, draft, FormSetting(), "query")

    def log_return(self, row: RequestRow) -> FormDialog[AgencyReturnDraft]:
        """Log what came in; a new return begins with the day of today."""
        today = self._context.today()
        draft = row.returned
        if draft.received_on is None:
            draft = replace(draft, received_on=today)
        asked_on = row.request.asked_on
        setting = FormSetting(
            about=about_request(row),
            check=partial(check_agency_return, today=today, asked_on=asked_on),
            due=lambda _draft: row.due_on,
        )
        forms = EntryForms(self._context, self._window, save_return)
        dialog = forms.open(RETURN_FORM, row.case_id, row.return_entry, draft, setting)
        dialog.kept_as = FormPlace.of_row(row.case_id, "agencies:return", row.request_id)
        return dialog

    def _open_request(
        self,
        form: Form,
        row: RequestRow,
        draft: AgencyRequestDraft,
        setting: FormSetting,
        step: str,
    ) -> FormDialog[AgencyRequestDraft]:
        context = self._context
        check = partial(
            check_request, context.register, row.case_id, row.request_id, today=context.today()
        )
        setting = replace(
            setting, about=about_request(row), check=check, due=lambda _draft: row.due_on
        )
        forms = EntryForms(context, self._window, save_request)
        entry, step = row.request_entry, f"agencies:{step}"
        return forms.open(form, row.case_id, entry, draft, setting, step=step)

    def _due_note(self, case_id: UUID, draft: AgencyRequestDraft) -> Mapping[str, str]:
        """Return under the own date what would hold without it."""
        context = self._context
        plain = replace(draft, due_on=None)
        due = due_when_asked(context.register, case_id, plain, today=context.today())
        return {"due_on": f"Without it: {due.words[:1].lower()}{due.words[1:]}"}


def about_request(row: RequestRow) -> str:
    """Return the line under the title of a dialog: whose request it is, and when it is due."""
    due = f", due {long_date(row.due_on)}" if row.due_on else ""
    own = " (own date)" if row.due_is_own else ""
    return f"{row.agency_name}, {row.reference}: {row.purpose}, round {row.round}{due}{own}"
