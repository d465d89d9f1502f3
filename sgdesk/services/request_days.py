"""The days of the Rapid Review's requests and returns: known from the requests, or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN, AgencyRequestDraft
from sgdesk.domain.case_dates import CaseDate
from sgdesk.services.entries import list_entries
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.services.register import Register


class RequestDays(NamedTuple):
    first_request_on: date | None
    last_return_on: date | None
    """None until the last return is in."""
    are_known: bool
    """Whether they come from the agency requests; else from what was typed."""


def request_days(register: Register, case_id: UUID) -> RequestDays:
    """Return the days that count for a case. Requests that were sent outweigh what was typed.

    A case that is gone has neither.
    """
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        return RequestDays(None, None, are_known=False)
    dates = case.facts.dates
    sent = (
        one.draft.asked_on is not None
        and one.draft.purpose == RAPID_REVIEW_RETURN
        and not one.draft.not_needed_reason
        for one in list_entries(register, AgencyRequestDraft, case_id)
    )
    return RequestDays(
        dates.get(CaseDate.FIRST_REQUEST), dates.get(CaseDate.LAST_RETURN), any(sent)
    )
