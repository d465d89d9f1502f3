"""The letter of a request to an agency: drafted, sent by the officer, logged with its route."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.records.kept_typing import FormPlace
from sgdesk.services.request_letters import draft_request, log_request
from sgdesk.ui.dialogs.letter_dialog import LetterDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.letters import Letter
    from sgdesk.ui.context import AppContext


def open_request_letter(context: AppContext, row: RequestRow, window: QWidget) -> LetterDialog:
    """Return the open dialog over the letter of `row`; it stops nothing."""

    def logged(letter: Letter, route: str) -> None:
        context.apply(log_request(context.register, row, letter, route, today=context.today()))

    letter = draft_request(context.register, row, today=context.today())
    dialog = LetterDialog(context, letter, logged, window)
    dialog.kept_as = FormPlace("cases", f"agencies:letter:{row.request_id}", row.case_id)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
