"""How the due date of a request to an agency came about: by the rule, agreed, or its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import RAPID_REVIEW_RETURN
from sgdesk.domain.agency_states import count_words, due_of, fair_due
from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.dates import long_date
from sgdesk.domain.day_counts import DayCount, count_days
from sgdesk.domain.explanations import skipped_sentence

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.agency_requests import AgencyRequestDraft
    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.explanations import CountedDay, Explanation
    from sgdesk.domain.partnerships import AgreedDate


class DueBasis(StrEnum):
    """What a request's due date rests on."""

    RULE = "rule"
    AGREED = "agreed"
    """The date agreed for all returns in place of the one by the rule."""
    FAIR = "fair"
    """Added late, with as many working days as the first of its round had."""
    OWN = "own"
    """Set for this request alone."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ReturnsDate:
    """What holds for the returns of a whole Rapid Review."""

    rule: Explanation | None = None
    """The working of RR-RETURN; None where the case has no such date."""
    agreed: AgreedDate | None = None
    missing: str = ""
    """Why there is no date by the rule, as a sentence."""

    @property
    def by_rule(self) -> date | None:
        return self.rule.due if self.rule else None

    @property
    def due_on(self) -> date | None:
        return self.agreed.agreed_on if self.agreed else self.by_rule


@dataclass(frozen=True, slots=True)
class RequestWorking:
    """The working of one due date. `short` is for the cell of a table, "" where there is none."""

    basis: DueBasis
    due_on: date | None
    by_rule: date | None
    """The date that all returns of the Rapid Review have by the rule; None for other requests."""
    short: str
    sentence: str
    days: tuple[CountedDay, ...] = ()
    """For a strip: the days counted, where they are few enough to be read."""
    count: DayCount | None = None
    """From the day it was asked to a date of its own."""


def explain_request(
    request: AgencyRequestDraft,
    returns: ReturnsDate,
    first: AgencyRequestDraft | None,
    calendar: WorkingCalendar,
) -> RequestWorking:
    """Return the working of the due date of `request`.

    `first` is the earliest request of the same purpose and round, which sets what is fair.
    """
    is_return = request.purpose == RAPID_REVIEW_RETURN
    by_rule = returns.by_rule if is_return else None
    due_on = due_of(request, rule_due=returns.due_on)
    if request.due_on is not None and due_on is not None:
        return _own(request, due_on, by_rule, _is_fair(request, returns, first, calendar), calendar)
    if due_on is None:
        return RequestWorking(DueBasis.NONE, None, by_rule, "", _no_date(request, returns))
    return _shared(returns, due_on)


def _shared(returns: ReturnsDate, due_on: date) -> RequestWorking:
    """Return the working of the date that all returns of the Rapid Review share."""
    rule, agreed = returns.rule, returns.agreed
    days = rule.days if rule is not None else ()
    if agreed is None and rule is not None:
        short = f"{rule.rule.period}, {long_date(rule.trigger_on)}"
        words = f"Due {long_date(due_on)} by the rule. {rule.sentence}"
        return RequestWorking(DueBasis.RULE, due_on, due_on, short, words, days)
    by_rule = "no date by the rule"
    working = returns.missing
    if rule is not None and rule.due is not None:
        by_rule = f"by the rule {long_date(rule.due)}"
        working = f"By the rule it is {long_date(rule.due)}. {rule.sentence}"
    who = f" by {agreed.authority}" if agreed else ""
    reason = f" Reason: {_ended(agreed.reason)}" if agreed and agreed.reason else ""
    words = f"Due {long_date(due_on)}, agreed for all returns{who}.{reason} {working}".strip()
    short = f"agreed for all returns; {by_rule}"
    return RequestWorking(DueBasis.AGREED, due_on, returns.by_rule, short, words, days)


def _own(
    request: AgencyRequestDraft,
    due_on: date,
    by_rule: date | None,
    is_fair: bool,  # noqa: FBT001 - passed on at once
    calendar: WorkingCalendar,
) -> RequestWorking:
    asked_on = request.asked_on
    count = count_days(asked_on, due_on, calendar) if asked_on is not None else None
    basis = DueBasis.FAIR if is_fair else DueBasis.OWN
    start = (
        f"Due {long_date(due_on)}. It was added late and gets as many working days as those "
        "asked first."
        if is_fair
        else f"Due {long_date(due_on)}, a date set for this request alone."
    )
    parts = [start]
    short = "a date of its own"
    if count is not None and asked_on is not None:
        days = count_words(count.working_days)
        short = f"{days} after it was asked {long_date(asked_on)}"
        parts.append(
            f"Asked {long_date(asked_on)} (day 0). Day {count.working_days} = {long_date(due_on)}. "
            f"{skipped_sentence(count.skipped)}"
        )
    if request.due_reason and not is_fair:
        parts.append(f"Reason: {_ended(request.due_reason)}")
    if by_rule is not None and by_rule != due_on:
        parts.append(f"By the rule all returns are due {long_date(by_rule)}.")
        short = f"{short}; by the rule {long_date(by_rule)}"
    strip = count.days if count is not None else ()
    return RequestWorking(basis, due_on, by_rule, short, " ".join(parts), strip, count)


def _is_fair(
    request: AgencyRequestDraft,
    returns: ReturnsDate,
    first: AgencyRequestDraft | None,
    calendar: WorkingCalendar,
) -> bool:
    if first is None or first.asked_on is None or request.asked_on is None:
        return False
    first_due = due_of(first, rule_due=returns.due_on)
    if first_due is None or request.asked_on <= first.asked_on:
        return False
    try:
        return request.due_on == fair_due(request.asked_on, first.asked_on, first_due, calendar)
    except OutsideCalendarError:
        return False


def _no_date(request: AgencyRequestDraft, returns: ReturnsDate) -> str:
    if request.not_needed_reason:
        return "The request is not needed any more, so it has no due date."
    if request.purpose != RAPID_REVIEW_RETURN:
        return "No rule gives a date for this, and it has none of its own."
    return f"{returns.missing} It has no date of its own either.".strip()


def _ended(words: str) -> str:
    """Return `words` as a sentence that ends with a full stop."""
    words = " ".join(words.split())
    return words if words.endswith((".", "!", "?")) else f"{words}."
