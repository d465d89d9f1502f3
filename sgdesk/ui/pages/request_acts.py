"""What a page can do with a request to an agency; each window opens over it and stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sgdesk.domain.agency_marks import ReturnMark, mark_question, why_no_mark
from sgdesk.errors import UserError
from sgdesk.ui.dialogs.moving_dates import save_asking

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.chases import Ladder
    from sgdesk.records.date_workings import DateWorking
    from sgdesk.records.return_matrix import MatrixCell
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.agency_dialogs import AgencyDialogs
    from sgdesk.ui.widgets.confirm_line import ConfirmLine

_LOG = "Log it"
_NOTHING_OUT = "Nothing is outstanding here, so there is nothing to chase."
_GONE = "This request is no longer in the register."


class RequestActs(QObject):
    """Each act reads the request of a mark anew; `line` asks and tells what is to be asked."""

    def __init__(self, context: AppContext, page: QWidget, line: ConfirmLine) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._line = line
        line.confirmed.connect(self._on_confirmed)

    def edit(self, cell: MatrixCell) -> None:
        """Open the form of the request."""
        if (row := self._row(cell)) is not None:
            self._dialogs().edit(row)

    def log_return(self, cell: MatrixCell) -> None:
        """Open the form of its return."""
        if (row := self._row(cell)) is not None:
            self._dialogs().log_return(row)

    def write(self, cell: MatrixCell) -> None:
        """Draft the letter that it goes out with."""
        from sgdesk.ui.dialogs.request_letter import (  # noqa: PLC0415 - when asked for
            open_request_letter,
        )

        if (row := self._row(cell)) is not None:
            open_request_letter(self._context, row, self._page.window())

    def chase(self, cell: MatrixCell) -> None:
        """Draft the next step of its ladder, or say that nothing is outstanding."""
        from sgdesk.ui.dialogs.chase_dialog import open_chase  # noqa: PLC0415 - when asked for

        if not cell.is_outstanding:
            self._line.tell(_NOTHING_OUT)
        elif (row := self._row(cell)) is not None:
            open_chase(self._context, row, self._page.window())

    def set_mark(self, cell: MatrixCell, mark: ReturnMark) -> None:
        """Ask before `mark` is logged, or say why it cannot be; a query asks for its words."""
        if (row := self._row(cell)) is None:
            return
        if why := why_no_mark(mark, row.request, row.returned):
            self._line.tell(why)
        elif mark is ReturnMark.QUERIED:
            self._dialogs().query(row)
        else:
            question = mark_question(mark, row.agency_name, self._context.today())
            self._line.ask(f"{row.reference}: {question}", _LOG, (row, mark))

    def working_of(self, cell: MatrixCell) -> DateWorking | None:
        """Return why the request is due when it is, or say that it is gone."""
        from sgdesk.services.request_workings import (  # noqa: PLC0415 - when asked for
            explain_request_date,
        )

        row = self._row(cell)
        if row is None:
            return None
        return explain_request_date(self._context.register, row, today=self._context.today())

    def ladder_of(self, cell: MatrixCell) -> tuple[RequestRow, Ladder] | None:
        """Return the request as it stands with its ladder, or None if it is gone. For a thread."""
        from sgdesk.services.chases import read_ladder  # noqa: PLC0415 - when asked for

        row = self._read(cell)
        if row is None:
            return None
        return row, read_ladder(self._context.register, row, today=self._context.today())

    @Slot(object)
    def _on_confirmed(self, subject: tuple[RequestRow, ReturnMark]) -> None:
        from sgdesk.services.agency_marks import mark_request  # noqa: PLC0415 - loads the mapper

        row, mark = subject
        context = self._context
        save_asking(
            context,
            lambda: mark_request(context.register, row, mark, today=context.today()),
            self._page,
            tell=lambda error: self._line.tell(str(error)),
        )

    def _row(self, cell: MatrixCell) -> RequestRow | None:
        row = self._read(cell)
        if row is None:
            self._context.report(UserError(_GONE))
        return row

    def _read(self, cell: MatrixCell) -> RequestRow | None:
        from sgdesk.services.agency_rows import list_requests  # noqa: PLC0415 - loads the mapper

        rows = list_requests(self._context.register, cell.case_id, today=self._context.today())
        return next((row for row in rows if row.request_id == cell.request_id), None)

    def _dialogs(self) -> AgencyDialogs:
        from sgdesk.ui.dialogs.agency_dialogs import AgencyDialogs  # noqa: PLC0415 - the mapper

        return AgencyDialogs(self._context, self._page.window())
