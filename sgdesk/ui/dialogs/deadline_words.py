"""What "Why this date?" says of a deadline, as text for its cards and days for its strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.counting import COUNTING_WORDS, Counting
from sgdesk.domain.dates import long_date
from sgdesk.domain.explanations import DayMark
from sgdesk.domain.rules import WEIGHT_WORDS, Direction, Unit
from sgdesk.domain.standings import Standing
from sgdesk.records.strips import StripDay, StripKind
from sgdesk.ui.dialogs.fact_list import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sgdesk.domain.explanations import CountedDay
    from sgdesk.domain.rules import Rule
    from sgdesk.records.deadlines import AgreedChange, DeadlineDetail

_KINDS = {
    DayMark.TRIGGER: StripKind.TRIGGER,
    DayMark.COUNTED: StripKind.COUNTED,
    DayMark.WEEKEND: StripKind.WEEKEND,
    DayMark.BANK_HOLIDAY: StripKind.BANK_HOLIDAY,
    DayMark.DUE: StripKind.DUE,
}
_TO_CONFIRM = "To be confirmed: ask your partnership before you rely on it"


_NO_WORKING = "How this date was counted was not kept."
_CHANGED = "What the date was counted from has changed since then. The result stays."


class DateBoxWords(NamedTuple):
    date: str
    note: str


def counting_words(detail: DeadlineDetail) -> str:
    """Return the working in one paragraph, or what keeps the date from being counted."""
    if detail.explanation is not None:
        return detail.explanation.sentence
    row = detail.row
    if detail.kept is not None:
        return detail.kept.working or _NO_WORKING
    if row.standing is Standing.NOT_APPLICABLE:
        return f"This rule does not apply: {row.note}."
    where = "Record it in Settings" if row.case_id is None else "Record it"
    return f"Waiting for the {FIELD_WORDS[row.trigger]}. {where}, and the date is counted."


def strip_days(detail: DeadlineDetail) -> tuple[StripDay, ...]:
    """Return the boxes of the strip; none where no working days are counted."""
    return strip_of(detail.explanation.days) if detail.explanation is not None else ()


def strip_of(days: Iterable[CountedDay]) -> tuple[StripDay, ...]:
    """Return the boxes of `days`, each with what it says."""
    return tuple(_strip_day(day) for day in days)


def _strip_day(counted: CountedDay) -> StripDay:
    kind, note = _KINDS[counted.mark], counted.note
    if counted.mark is DayMark.BANK_HOLIDAY:
        note = f"{note}: not counted"
    elif counted.mark is DayMark.COUNTED and note:
        kind, note = StripKind.CLOSURE, f"{note}: counts"
    return StripDay(counted.day, kind, counted.number, note)


def rule_facts(detail: DeadlineDetail) -> list[Fact]:
    """Return the rule's period, weight, source, edition and counting."""
    rule = detail.rule
    period = f"{rule.period[:1].upper()}{rule.period[1:]}"
    confirmed = "" if rule.is_confirmed else _TO_CONFIRM
    facts = [
        Fact("Period", period, _completed_words(rule)),
        Fact("Weight", WEIGHT_WORDS[rule.weight], rule.weight_note),
        Fact("Source", rule.source, confirmed),
        Fact("Edition", rule.edition.label, detail.edition_reason),
    ]
    is_counted = rule.unit is Unit.WORKING_DAYS and rule.direction is Direction.AFTER
    if is_counted and detail.kept is None:
        facts.append(_counting_fact(detail))
    return facts


def _completed_words(rule: Rule) -> str:
    if rule.is_own:
        return "Completed by the day on which you say that it was met"
    if rule.completed_by is None:
        return "Nothing completes it: it is a date to keep in mind"
    return f"Completed by the {FIELD_WORDS[rule.completed_by]}"


def _counting_fact(detail: DeadlineDetail) -> Fact:
    counting = detail.explanation.counting if detail.explanation else Counting.DAY_AFTER
    words = COUNTING_WORDS[counting]
    others = "\n".join(
        f"If {COUNTING_WORDS[other]}: {long_date(day)}" for other, day in detail.other_countings
    )
    return Fact("Counting", f"{words[:1].upper()}{words[1:]}", others)


def kept_facts(detail: DeadlineDetail) -> list[Fact]:
    """Return how a met deadline was judged, where that stays; nothing of any other."""
    kept = detail.kept
    if kept is None or detail.done_on is None:
        return []
    return [
        Fact("Met on", long_date(detail.done_on), detail.row.standing_words),
        Fact("Judged by", long_date(kept.due_on), _CHANGED),
    ]


def earlier_facts(detail: DeadlineDetail) -> list[Fact]:
    """Return what the date was before, each with the day until which, and why it moved."""
    return [
        Fact(
            f"Until {long_date(one.until)}",
            long_date(one.due) if one.due else "It had no date",
            f"Moved then: {one.cause}",
        )
        for one in detail.earlier
    ]


def rule_box(detail: DeadlineDetail) -> DateBoxWords:
    """Return the date by the rule as its box shows it."""
    row, rule = detail.row, detail.rule
    if row.due is None:
        return DateBoxWords(row.due_words, "")
    if detail.kept is not None:
        return DateBoxWords(long_date(row.due), "It was judged by this date, and stays so.")
    is_counted = rule.unit is Unit.WORKING_DAYS and rule.direction is Direction.AFTER
    note = f"Day {rule.count}. Stays in view." if is_counted else "Stays in view."
    return DateBoxWords(long_date(row.due), note)


def agreed_box(detail: DeadlineDetail) -> DateBoxWords:
    """Return the agreed date as its box shows it."""
    if detail.agreed is None:
        return DateBoxWords("None agreed", "The date by the rule counts.")
    is_open = detail.done_on is None
    note = "Counts while it is open." if is_open else "Was agreed before it was done."
    return DateBoxWords(long_date(detail.agreed.agreed_on), note)


def _history_facts(detail: DeadlineDetail) -> list[Fact]:
    """Return who wrote the agreed date down and when, and every one before it."""
    history = detail.agreed_history
    facts = []
    if detail.agreed is not None and history:
        facts.append(Fact("Recorded", f"{_moment(history[0].at)} by {history[0].actor}"))
        history = history[1:]
    facts += [Fact("Before", _change_words(one), _change_note(one)) for one in history]
    return facts


def _change_words(change: AgreedChange) -> str:
    return long_date(change.agreed_on) if change.agreed_on else "Taken back"


def _change_note(change: AgreedChange) -> str:
    recorded = f"Recorded {_moment(change.at)} by {change.actor}."
    if change.agreed_on is None:
        return recorded
    reason = change.reason if change.reason.endswith(".") else f"{change.reason}."
    return f"{change.authority}: {reason} {recorded}"


def _moment(moment: datetime) -> str:
    here = moment.astimezone()
    return f"{long_date(here.date())}, {here:%H:%M}"


def agreed_facts(detail: DeadlineDetail) -> list[Fact]:
    """Return reason and authority of the agreed date, and when the deadline was met."""
    facts = []
    if detail.agreed is not None:
        facts.append(Fact("Reason", detail.agreed.reason))
        facts.append(Fact("Authority", detail.agreed.authority))
    facts += _history_facts(detail)
    if detail.done_on is not None and (detail.rule.completed_by or detail.rule.is_own):
        words = long_date(detail.done_on)
        facts.append(Fact("Done", words, detail.row.standing_words))
    return facts
