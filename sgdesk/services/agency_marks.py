"""What one key logs of a request to an agency: received, nil return, acknowledged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.agency_marks import ReturnMark, why_no_mark
from sgdesk.errors import UserError
from sgdesk.services.agency_requests import save_request, save_return

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.agencies import RequestRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register


def mark_request(register: Register, row: RequestRow, mark: ReturnMark, *, today: date) -> Changes:
    """Log today's return, nil return or acknowledgement.

    Raises `UserError` where that cannot be, where the request changed since `row` was read,
    and for a query, which needs its words.
    """
    if why := why_no_mark(mark, row.request, row.returned):
        raise UserError(why)
    if mark is ReturnMark.QUERIED:
        raise UserError("A query needs its words. Write them in the form of the query.")
    if mark is ReturnMark.ACKNOWLEDGED:
        asked = replace(row.request, acknowledged_on=today)
        return save_request(register, row.case_id, row.request_entry, asked, today=today)
    returned = replace(row.returned, received_on=today, is_nil=mark is ReturnMark.NIL)
    return save_return(register, row.case_id, row.return_entry, returned, today=today)
