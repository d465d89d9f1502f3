"""When requests to agencies are due: by the rule, or as late as is fair to those added late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN
from sgdesk.domain.agency_states import count_words, due_of, fair_due
from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import due_date, rules_for
from sgdesk.domain.explanations import explain
from sgdesk.domain.facts import edition_of
from sgdesk.domain.notifications import NotificationKind
from sgdesk.domain.request_explanations import ReturnsDate, explain_request
from sgdesk.records.agencies import DueIfAsked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.domain.agency_requests import AgencyRequestDraft
    from sgdesk.domain.request_explanations import RequestWorking
    from sgdesk.domain.rules import Rule
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

RETURN_CODE = "RR-RETURN"


def returns_due(register: Register, case: HeldCase, *, today: date) -> date | None:
    """Return the day by which the Rapid Review's returns are due: as agreed, else by the rule.

    It holds after the Rapid Review was sent too, so that a late return stays late. None where
    nothing was notified, the type of notification has no Rapid Review, or a year was mistyped.
    """
    if (agreed := case.facts.agreed.get(RETURN_CODE)) is not None:
        return agreed.agreed_on
    rule = _rule(case, today)
    trigger_on = case.facts.dates.get(rule.trigger) if rule else None
    if rule is None or trigger_on is None:
        return None
    try:
        return due_date(rule, trigger_on, register.calendar, register.counting)
    except OutsideCalendarError:
        return None


def returns_date(register: Register, case: HeldCase, *, today: date) -> ReturnsDate:
    """Return what holds for all returns of a Rapid Review: the rule's working, and what is agreed.

    A year that was mistyped leaves no working.
    """
    agreed = case.facts.agreed.get(RETURN_CODE)
    rule = _rule(case, today)
    if rule is None:
        return ReturnsDate(None, agreed, _no_rule(case))
    trigger_on = case.facts.dates.get(rule.trigger)
    missing = f"There is no date by the rule: the {FIELD_WORDS[rule.trigger]} is missing."
    if trigger_on is None:
        return ReturnsDate(None, agreed, missing)
    try:
        working = explain(rule, trigger_on, register.calendar, register.counting)
    except OutsideCalendarError as error:
        return ReturnsDate(None, agreed, str(error))
    return ReturnsDate(working, agreed)


def request_working(
    register: Register,
    returns: ReturnsDate,
    draft: AgencyRequestDraft,
    others: Iterable[AgencyRequestDraft],
) -> RequestWorking:
    """Return how the due date of `draft` came about; `others` are the requests of its case."""
    return explain_request(draft, returns, _first(draft, others), register.calendar)


def _rule(case: HeldCase, today: date) -> Rule | None:
    kind = case.facts.kind or NotificationKind.SERIOUS_INCIDENT
    rules = rules_for(edition_of(case.facts, today), kind, timetable=case.facts.timetable)
    return next((rule for rule in rules if rule.code == RETURN_CODE), None)


def _no_rule(case: HeldCase) -> str:
    step = case.facts.timetable.milestone(RETURN_CODE)
    if step is not None and not step.is_used:
        return "The local timetable of this case has no day for the returns."
    return "This type of notification has no Rapid Review."


def due_if_asked(
    register: Register,
    case: HeldCase,
    draft: AgencyRequestDraft,
    others: Iterable[AgencyRequestDraft],
    *,
    today: date,
) -> DueIfAsked:
    """Return when agencies asked as `draft` says would be due, without a date of their own.

    `others` are the requests of the case so far. Those of the same purpose and round that went
    out earlier set how many working days are fair.
    """
    rule_due = returns_due(register, case, today=today)
    first = _first(draft, others)
    if first is not None and draft.asked_on is not None and first.asked_on is not None:
        first_due = due_of(first, rule_due=rule_due)
        if first_due is not None and draft.asked_on > first.asked_on:
            return _fair(register, draft.asked_on, first.asked_on, first_due)
    if draft.purpose != RAPID_REVIEW_RETURN:
        return DueIfAsked(None, "No rule gives a date for this. Give one of your own.")
    return DueIfAsked(rule_due, _rule_words(register, case, rule_due, today))


def _first(
    draft: AgencyRequestDraft, others: Iterable[AgencyRequestDraft]
) -> AgencyRequestDraft | None:
    """Return the earliest request of the same purpose and round that was not taken back."""
    alike = [
        (other.asked_on, place, other)
        for place, other in enumerate(others)
        if (other.purpose, other.round) == (draft.purpose, draft.round)
        and other.asked_on is not None
        and not other.not_needed_reason
    ]
    return min(alike)[2] if alike else None


def _fair(
    register: Register, asked_on: date, first_asked_on: date, first_due_on: date
) -> DueIfAsked:
    calendar = register.calendar
    try:
        due_on = fair_due(asked_on, first_asked_on, first_due_on, calendar)
        days = max(calendar.working_days_between(first_asked_on, first_due_on), 1)
    except OutsideCalendarError as error:
        return DueIfAsked(None, str(error))
    words = (
        f"Due {long_date(due_on)}. Added late: {count_words(days)} from the day it is asked, "
        f"as those asked on {long_date(first_asked_on)} had until {long_date(first_due_on)}."
    )
    return DueIfAsked(due_on, words, is_fair=True)


def _rule_words(register: Register, case: HeldCase, rule_due: date | None, today: date) -> str:
    if (agreed := case.facts.agreed.get(RETURN_CODE)) is not None:
        return f"Due {long_date(agreed.agreed_on)}, the date agreed for all returns."
    rule = _rule(case, today)
    if rule is None:
        return f"{_no_rule(case)} Give a date of your own."
    trigger_on = case.facts.dates.get(rule.trigger)
    if rule_due is None or trigger_on is None:
        return "No date by the rule: the notified date is missing. Give a date of your own."
    working = explain(rule, trigger_on, register.calendar, register.counting)
    return f"Due {long_date(rule_due)} by the rule. {working.sentence}"
