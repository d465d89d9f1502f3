"""Why anything of the list of everything due falls on its day, of whatever kind it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.records.deadlines import DueKind
from sgdesk.services.deadlines import explain_deadline

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.records.date_workings import DateWorking
    from sgdesk.records.deadlines import DeadlineDetail, DeadlineRow
    from sgdesk.services.register import Register

_GONE = "This is no longer asked for: it was removed or taken back."


def explain_due(
    register: Register, row: DeadlineRow, *, today: date
) -> DeadlineDetail | DateWorking:
    """Return the working of one line of `list_everything_due`.

    Raises `UserError` if what it stands for is gone.
    """
    case_id, entry_id = row.case_id, row.entry_id
    if case_id is None or entry_id is None:
        return explain_deadline(register, case_id, row.code, today=today)
    if row.kind is DueKind.RETURN:
        return _return_working(register, case_id, entry_id, today)
    return _action_working(register, case_id, entry_id, today)


def _return_working(register: Register, case_id: UUID, entry_id: UUID, today: date) -> DateWorking:
    from sgdesk.services.agency_rows import list_requests  # noqa: PLC0415 - loads the mapper
    from sgdesk.services.request_workings import (  # noqa: PLC0415 - as above
        explain_request_date,
    )

    for request in list_requests(register, case_id, today=today):
        if request.request_id == entry_id:
            return explain_request_date(register, request, today=today)
    raise UserError(_GONE)


def _action_working(register: Register, case_id: UUID, entry_id: UUID, today: date) -> DateWorking:
    from sgdesk.services.action_workings import (  # noqa: PLC0415 - as above
        explain_action_date,
    )
    from sgdesk.services.learning import read_learning  # noqa: PLC0415 - as above

    chain = read_learning(register, case_id, today=today).chain_of(entry_id)
    if chain is None:
        raise UserError(_GONE)
    return explain_action_date(register, chain.action)
