"""Every date can show its working: as a sentence, and as the days that were counted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import WORDS
from sgdesk.domain.counting import COUNTING_WORDS, Counting
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.rules import Direction, Rule, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.calendar import SkippedDay, WorkingCalendar


_SATURDAY = 5


class DayMark(StrEnum):
    TRIGGER = "trigger"
    COUNTED = "counted"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day of the strip: its number where it counts, and the bank holiday or closure."""

    day: date
    mark: DayMark
    number: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one date came about.

    `days` runs in the order of the calendar and is empty where no working days are counted.
    """

    rule: Rule
    trigger_on: date
    due: date | None
    counting: Counting
    skipped: tuple[SkippedDay, ...]
    days: tuple[CountedDay, ...]
    notes: tuple[str, ...]
    """Sentences: the working day before, an office closure, holidays not yet announced."""

    @property
    def sentence(self) -> str:
        """Return the working in one paragraph, as screens and paper print it."""
        return " ".join((_count_sentence(self), *self.notes))


def explain(
    rule: Rule, trigger_on: date, calendar: WorkingCalendar, counting: Counting
) -> Explanation:
    """Return the working of the date by `rule`. Raises `OutsideCalendarError`."""
    due = due_date(rule, trigger_on, calendar, counting)
    if due is None or rule.unit is not Unit.WORKING_DAYS:
        notes = _notes(rule, trigger_on, due, calendar)
        return Explanation(rule, trigger_on, due, counting, (), (), notes)
    first, last = min(trigger_on, due), max(trigger_on, due)
    skipped = tuple(item for item in calendar.skipped(first, last) if item.day != trigger_on)
    days = _days(rule, trigger_on, due, calendar, counting)
    notes = _notes(rule, trigger_on, due, calendar)
    return Explanation(rule, trigger_on, due, counting, skipped, days, notes)


def _days(
    rule: Rule, trigger_on: date, due: date, calendar: WorkingCalendar, counting: Counting
) -> tuple[CountedDay, ...]:
    numbers = _numbers(rule, trigger_on, due, calendar, counting)
    first, last = min(trigger_on, due), max(trigger_on, due)
    span = (type(first).fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1))
    return tuple(
        CountedDay(
            day,
            _mark(day, trigger_on, due, calendar),
            numbers.get(day),
            day_note(day, calendar),
        )
        for day in span
    )


def _numbers(
    rule: Rule, trigger_on: date, due: date, calendar: WorkingCalendar, counting: Counting
) -> dict[date, int]:
    """Number the counted days so that the due date carries the rule's count."""
    if rule.direction is Direction.BEFORE:
        numbers = {calendar.working_days_before(trigger_on, n): n for n in range(1, rule.count + 1)}
        return {trigger_on: 0, **numbers}
    numbers = {
        calendar.working_days_before(due, back) if back else due: rule.count - back
        for back in range(rule.count)
    }
    if counting is Counting.DAY_AFTER:
        numbers[trigger_on] = 0
    elif counting is Counting.DEEMED_NEXT:
        numbers[calendar.working_days_before(min(numbers), 1)] = 0
    return numbers


def _mark(day: date, trigger_on: date, due: date, calendar: WorkingCalendar) -> DayMark:
    if day == due:
        return DayMark.DUE
    if day == trigger_on:
        return DayMark.TRIGGER
    if calendar.is_working_day(day):
        return DayMark.COUNTED
    return left_out_mark(day)


def left_out_mark(day: date) -> DayMark:
    """Return the mark of a day that is not counted; on a weekend a bank holiday is none."""
    return DayMark.WEEKEND if day.weekday() >= _SATURDAY else DayMark.BANK_HOLIDAY


def day_note(day: date, calendar: WorkingCalendar) -> str:
    """Return the bank holiday or the office closure that a weekday is, "" for any other day."""
    if day.weekday() >= _SATURDAY:
        return ""
    return calendar.bank_holidays.get(day, "") or calendar.closures.get(day, "")


def _count_sentence(explanation: Explanation) -> str:
    rule, due = explanation.rule, explanation.due
    trigger = f"{WORDS[rule.trigger]} {long_date(explanation.trigger_on)}"
    if due is None:
        return f"{trigger}. No period is given: it is a task, and has no due date."
    match rule.unit:
        case Unit.WORKING_DAYS:
            return _working_days_sentence(explanation, trigger, due)
        case Unit.SAME_DAY:
            return f"{trigger}. Due the same day."
        case Unit.SET_DATE:
            return f"The date was set: {long_date(due)}."
        case _:
            unit = rule.unit.value if rule.count != 1 else rule.unit.value.removesuffix("s")
            return f"{trigger}. {rule.count} {unit} later = {long_date(due)}."


def _working_days_sentence(explanation: Explanation, trigger: str, due: date) -> str:
    rule = explanation.rule
    if rule.direction is Direction.BEFORE:
        text = f"{trigger} (day 0). {rule.count} working days before = {long_date(due)}."
    else:
        text = f"{trigger}{_trigger_day(explanation)}. Day {rule.count} = {long_date(due)}."
    return f"{text} {skipped_sentence(explanation.skipped)}"


def _trigger_day(explanation: Explanation) -> str:
    if explanation.counting is Counting.DAY_AFTER:
        return " (day 0)"
    number = next(
        (item.number for item in explanation.days if item.day == explanation.trigger_on), None
    )
    if number is not None:
        return f" (day {number})"
    return f" (not a working day; {COUNTING_WORDS[explanation.counting]})"


def skipped_sentence(skipped: Sequence[SkippedDay]) -> str:
    """Return which days do not count: "Skipped: 2 weekend days and Fri 25 Dec 2026 (…)."."""
    if not skipped:
        return "No day was skipped."
    holidays = [f"{long_date(item.day)} ({item.holiday})" for item in skipped if item.holiday]
    weekends = len(skipped) - len(holidays)
    parts = [f"{weekends} weekend {'day' if weekends == 1 else 'days'}"] if weekends else []
    parts += holidays
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"Skipped: {listed}."


def _notes(
    rule: Rule, trigger_on: date, due: date | None, calendar: WorkingCalendar
) -> tuple[str, ...]:
    if due is None:
        return ()
    notes: list[str] = []
    if rule.unit in (Unit.MONTHS, Unit.YEARS):
        if due.day != trigger_on.day:
            notes.append(f"That month has no day {trigger_on.day}, so its last day is taken.")
        if not calendar.is_working_day(due):
            before = long_date(calendar.last_working_day_to(due))
            notes.append(f"It is not a working day; the last one before it is {before}.")
    first, last = min(trigger_on, due), max(trigger_on, due)
    notes += [
        f"{long_date(day)} ({name}) counts: an office closure is a working day."
        for day, name in sorted(calendar.closures.items())
        if first < day <= last and rule.unit is Unit.WORKING_DAYS
    ]
    if not calendar.is_announced(last):
        year = calendar.announced_to.year
        notes.append(f"Bank holidays after {year} are not announced yet; the date may change.")
    return tuple(notes)
