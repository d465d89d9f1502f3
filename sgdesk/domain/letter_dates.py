"""Why a letter names this day: one sentence for somebody who does not know the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.agency_states import count_words
from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.counting import Counting
from sgdesk.domain.dates import full_date
from sgdesk.domain.request_explanations import DueBasis
from sgdesk.domain.rules import Direction, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.domain.agency_requests import AgencyRequestDraft
    from sgdesk.domain.calendar import SkippedDay
    from sgdesk.domain.explanations import Explanation
    from sgdesk.domain.request_explanations import RequestWorking, ReturnsDate

_COUNTINGS = {
    Counting.DAY_AFTER: "the day after it is day 1",
    Counting.DEEMED_NEXT: "where it is no working day, the next working day is day 0",
    Counting.TRIGGER_IS_DAY_1: "that day itself is day 1",
}


def rule_reason(explanation: Explanation | None) -> str:
    """Return how a date by a rule came about; "" where the rule counts nothing."""
    if explanation is None or explanation.due is None:
        return ""
    rule = explanation.rule
    trigger = f"the {FIELD_WORDS[rule.trigger]}, {full_date(explanation.trigger_on)}"
    free = _free_words(explanation.skipped)
    match rule.unit:
        case Unit.WORKING_DAYS if rule.direction is Direction.BEFORE:
            return f"That is {count_words(rule.count)} before {trigger}; {free}."
        case Unit.WORKING_DAYS:
            counting = _COUNTINGS[explanation.counting]
            return f"It is working day {rule.count} from {trigger}: {counting}, and {free}."
        case Unit.MONTHS | Unit.YEARS:
            unit = rule.unit.value if rule.count != 1 else rule.unit.value.removesuffix("s")
            return f"That is {rule.count} {unit} after {trigger}."
        case _:
            return ""


def request_reason(
    request: AgencyRequestDraft, working: RequestWorking, returns: ReturnsDate
) -> str:
    """Return how the due date of a request came about; "" where it has none."""
    match working.basis:
        case DueBasis.NONE:
            return ""
        case DueBasis.RULE:
            return rule_reason(returns.rule)
        case DueBasis.AGREED:
            return _agreed_reason(returns)
    if working.count is None or request.asked_on is None:
        return "This date was set for this request alone."
    days = count_words(working.count.working_days)
    given = f"That is {days} from the day we asked, {full_date(request.asked_on)}"
    as_others = ", as those asked first had" if working.basis is DueBasis.FAIR else ""
    return (
        f"{given}{as_others}: the day after it is day 1, and {_free_words(working.count.skipped)}."
    )


def days_reason(start: date, count: int, skipped: Iterable[SkippedDay]) -> str:
    """Return how a date came about that is `count` working days after `start`."""
    counting = _COUNTINGS[Counting.DAY_AFTER]
    return (
        f"That is {count_words(count)} from {full_date(start)}: {counting}, and "
        f"{_free_words(skipped)}."
    )


def six_months_reason(initiated_on: date) -> str:
    """Return how the end of the six months of a local review came about."""
    return f"That is six months after the decision on {full_date(initiated_on)}."


def _agreed_reason(returns: ReturnsDate) -> str:
    agreed, rule = returns.agreed, returns.rule
    who = f" by {agreed.authority[:1].lower()}{agreed.authority[1:]}" if agreed else ""
    if rule is None or rule.due is None:
        return f"This date was agreed{who} for all returns."
    working = rule_reason(rule)
    return (
        f"This date was agreed{who} for all returns, in place of {full_date(rule.due)}. "
        f"{working.replace('It is', 'That was', 1)}"
    )


def _free_words(skipped: Iterable[SkippedDay]) -> str:
    """Return "weekends and bank holidays do not count", with those that fall into the time."""
    named = [f"{full_date(one.day)} ({one.holiday})" for one in skipped if one.holiday]
    if not named:
        return "weekends and bank holidays do not count"
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"weekends and bank holidays, here {listed}, do not count"
