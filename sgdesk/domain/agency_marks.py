"""What one letter can log of a request to an agency, and why it sometimes cannot."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft


class ReturnMark(StrEnum):
    """The letters are those of the states that they bring about."""

    RECEIVED = "R"
    NIL = "N"
    ACKNOWLEDGED = "A"
    QUERIED = "Q"


MARK_QUESTIONS = {
    ReturnMark.RECEIVED: "Log the return of {agency} as received today, {day}?",
    ReturnMark.NIL: "Log a nil return of {agency}, received today, {day}?",
    ReturnMark.ACKNOWLEDGED: "Log that {agency} acknowledged the request today, {day}?",
    ReturnMark.QUERIED: "Write a query to {agency} about its return?",
}


def mark_question(mark: ReturnMark, agency: str, today: date) -> str:
    """Return what is asked before `mark` is set."""
    return MARK_QUESTIONS[mark].format(agency=agency, day=long_date(today))


def why_no_mark(mark: ReturnMark, request: AgencyRequestDraft, returned: AgencyReturnDraft) -> str:
    """Return a sentence on why `mark` cannot be set now, with the way out; "" if it can."""
    if request.not_needed_reason:
        return "This request is not needed any more. Edit it to take the reason back."
    if request.asked_on is None:
        return "This agency was not asked yet. Edit the request and give the day."
    if mark is ReturnMark.QUERIED:
        nothing = "Nothing came in yet that could be queried. Log the return first."
        return nothing if returned.received_on is None else ""
    if returned.received_on is not None:
        came = long_date(returned.received_on)
        return f"A return came in on {came} already. Log a return (Ctrl+R) to change it."
    if mark is ReturnMark.ACKNOWLEDGED and request.acknowledged_on is not None:
        day = long_date(request.acknowledged_on)
        return f"This was acknowledged on {day} already. Edit the request to change it."
    return ""
