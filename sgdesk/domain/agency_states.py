"""When a request to an agency is due, and how it stands: computed each day, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import (
    OUTSTANDING_STATES,
    RAPID_REVIEW_RETURN,
    STATE_WORDS,
    ReturnState,
)
from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.dates import day_and_month
from sgdesk.domain.deadlines import open_standing
from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft
    from sgdesk.domain.calendar import WorkingCalendar


def due_of(request: AgencyRequestDraft, *, rule_due: date | None) -> date | None:
    """Return the day a request is due: its own date, else `rule_due`, that of RR-RETURN.

    The rule speaks of returns for the Rapid Review alone; any other request is due on a date
    of its own, or on none. A request that was taken back is due on none either.
    """
    if request.not_needed_reason:
        return None
    if request.due_on is not None:
        return request.due_on
    return rule_due if request.purpose == RAPID_REVIEW_RETURN else None


def fair_due(
    asked_on: date, first_asked_on: date, first_due_on: date, calendar: WorkingCalendar
) -> date:
    """Return the day by which an agency asked on `asked_on` has had its fair time.

    That is as many working days after it was asked as the first agencies had, and at least
    one; for those who were asked no later than the first it is `first_due_on` itself.
    Raises `OutsideCalendarError` where the calendar does not reach.
    """
    if asked_on <= first_asked_on:
        return first_due_on
    days = calendar.working_days_between(first_asked_on, first_due_on)
    return max(first_due_on, calendar.add_working_days(asked_on, max(days, 1)))


def state_of(
    request: AgencyRequestDraft, returned: AgencyReturnDraft, *, due_on: date | None, today: date
) -> ReturnState:
    """Return how a request stands; of several that hold at once, what helps most comes first.

    1. Not needed: the request was taken back, whatever came in.
    2. Something was received: queried while a query has no answer, then nil return, then late
       or in time against `due_on`.
    3. Nothing was received and nobody was asked: not asked.
    4. Overdue: the day is over, even if a later day was promised.
    5. The furthest that the agency has come: promised, else acknowledged. Such a request
       shows its date anyway, so that the date is its own need not be said by the state.
    6. Own date, then asked.
    """
    if request.not_needed_reason:
        return ReturnState.NOT_NEEDED
    if returned.received_on is not None:
        return _received(request, returned, due_on)
    if request.asked_on is None:
        return ReturnState.NOT_ASKED
    return ReturnState.OVERDUE if due_on is not None and due_on < today else _reached(request)


def _reached(request: AgencyRequestDraft) -> ReturnState:
    if request.promised_on is not None:
        return ReturnState.PROMISED
    if request.acknowledged_on is not None:
        return ReturnState.ACKNOWLEDGED
    return ReturnState.ASKED if request.due_on is None else ReturnState.OWN_DATE


def _received(
    request: AgencyRequestDraft, returned: AgencyReturnDraft, due_on: date | None
) -> ReturnState:
    if request.queried_on is not None and request.answered_on is None:
        return ReturnState.QUERIED
    if returned.is_nil:
        return ReturnState.NIL
    return ReturnState.RECEIVED_LATE if _is_late(returned, due_on) else ReturnState.RECEIVED


def _is_late(returned: AgencyReturnDraft, due_on: date | None) -> bool:
    return due_on is not None and returned.received_on is not None and returned.received_on > due_on


@dataclass(frozen=True, slots=True)
class StateNow:
    """How a request stands today, with what its words need."""

    state: ReturnState
    standing: Standing
    """The same as a deadline would stand: for paper, and for what is left of the time."""
    days: int
    """Working days late, or left while nothing came; 0 where neither is counted."""
    words: str
    """Such as "Overdue by 2 working days" or "Received 1 working day late"."""


def stands_now(
    request: AgencyRequestDraft,
    returned: AgencyReturnDraft,
    *,
    due_on: date | None,
    today: date,
    calendar: WorkingCalendar,
) -> StateNow:
    """Return how a request stands today; days that the calendar does not reach count as 0."""
    state = state_of(request, returned, due_on=due_on, today=today)
    standing, days = _standing(state, returned, due_on, today, calendar)
    return StateNow(state, standing, days, _words(state, request, days, standing, today))


_STILL = {
    ReturnState.NOT_NEEDED: Standing.NOT_APPLICABLE,
    ReturnState.NOT_ASKED: Standing.WAITING,
    ReturnState.QUERIED: Standing.WAITING,
}


def _standing(
    state: ReturnState,
    returned: AgencyReturnDraft,
    due_on: date | None,
    today: date,
    calendar: WorkingCalendar,
) -> tuple[Standing, int]:
    if state in _STILL:
        return _STILL[state], 0
    received_on = returned.received_on
    try:
        if received_on is None:
            return open_standing(due_on, today, calendar) if due_on else (Standing.ON_TRACK, 0)
        if due_on is None or received_on <= due_on:
            return Standing.MET, 0
        return Standing.MET_LATE, calendar.working_days_between(due_on, received_on)
    except OutsideCalendarError:  # one mistyped year must not make every list unreadable
        return Standing.OVERDUE if received_on is None else Standing.MET_LATE, 0


def _words(
    state: ReturnState, request: AgencyRequestDraft, days: int, standing: Standing, today: date
) -> str:
    plain, late = STATE_WORDS[state], count_words(days)
    if state is ReturnState.OVERDUE:
        return f"Overdue by {late}" if days else plain
    if state is ReturnState.RECEIVED_LATE:
        return f"Received {late} late" if days else plain
    if state is ReturnState.NIL and standing is Standing.MET_LATE:
        return f"Nil return, {late} late" if days else "Nil return, late"
    if state is ReturnState.PROMISED and request.promised_on is not None:
        kept = ", not kept" if request.promised_on < today else ""
        return f"Promised for {day_and_month(request.promised_on)}{kept}"
    if state is ReturnState.QUERIED and request.queried_on is not None:
        return f"Queried on {day_and_month(request.queried_on)}"
    return plain


def count_words(days: int) -> str:
    """Return "1 working day" or "2 working days"."""
    return f"{days} working day" if days == 1 else f"{days} working days"


def outstanding_words(states: Iterable[ReturnState], *, has_total: bool = True) -> str:
    """Return how many requests are out, as in "3 of 9 outstanding, 1 overdue"; "" for none.

    Those not asked and those not needed are not counted at all; one queried is still out.
    Without the total it is "3 outstanding, 1 overdue".
    """
    counted = [state for state in states if state not in _UNASKED]
    if not counted:
        return ""
    out = [state for state in counted if state in OUTSTANDING_STATES]
    if not out:
        return f"All {len(counted)} in" if has_total else "all in"
    words = [
        f"{len(out)} of {len(counted)} outstanding" if has_total else f"{len(out)} outstanding"
    ]
    for state, named in ((ReturnState.OVERDUE, "overdue"), (ReturnState.QUERIED, "queried")):
        if number := out.count(state):
            words.append(f"{number} {named}")
    return ", ".join(words)


_UNASKED = frozenset({ReturnState.NOT_ASKED, ReturnState.NOT_NEEDED})
