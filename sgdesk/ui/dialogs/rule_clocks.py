"""Working days of one rule, counted for the notes that stand under date fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.dates import long_date
from sgdesk.domain.deadlines import due_date
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.rules import Direction
from sgdesk.domain.timetables import STANDARD, rule_under

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.editions import Edition
    from sgdesk.domain.rules import Rule
    from sgdesk.domain.timetables import Timetable
    from sgdesk.services.register import Register


@dataclass(frozen=True, slots=True)
class RuleClock:
    """One rule from one trigger date, which may not be known yet."""

    register: Register
    rule: Rule | None
    trigger_on: date | None

    @property
    def due(self) -> date | None:
        """Return the date by the rule; None without a rule, a trigger, or calendar enough."""
        if self.rule is None or self.trigger_on is None:
            return None
        try:
            return due_date(
                self.rule, self.trigger_on, self.register.calendar, self.register.counting
            )
        except OutsideCalendarError:
            return None

    def number(self, day: date) -> int | None:
        """Return which working day of the period `day` is, as in "day 14"; None if unknown."""
        due, rule = self.due, self.rule
        if due is None or rule is None or rule.direction is Direction.BEFORE:
            return None
        try:
            return rule.count - self.register.calendar.working_days_between(day, due)
        except OutsideCalendarError:
            return None

    def note(self, day: date | None) -> str:
        """Return "day 14 of 15", or how far beyond the period `day` is; "" where unknown."""
        due, rule = self.due, self.rule
        if day is None or due is None or rule is None or self.trigger_on is None:
            return ""
        number = self.number(day)
        if number is None or day < self.trigger_on:
            return ""
        if day > due:
            return _after_words(number - rule.count, rule.count, due)
        unit = "" if self.register.calendar.is_working_day(day) else ", not a working day"
        return f"day {number} of {rule.count}{unit}"


def rule_clock(
    register: Register,
    edition: Edition,
    code: str,
    trigger_on: date | None,
    timetable: Timetable = STANDARD,
) -> RuleClock:
    """Return the clock of a rule, with the period that a case's timetable gives it.

    It never ticks if the edition has no such rule.
    """
    rule = RULE_PACKS[edition].get(code)
    return RuleClock(register, rule_under(rule, timetable) if rule else None, trigger_on)


def working_days_apart(register: Register, one: date, other: date) -> int | None:
    """Return how many working days lie between two days; None where the calendar ends."""
    try:
        return abs(register.calendar.working_days_between(one, other))
    except OutsideCalendarError:
        return None


def last_working_day_to(register: Register, day: date) -> date | None:
    """Return `day` or the working day before it; None where the calendar ends."""
    try:
        return register.calendar.last_working_day_to(day)
    except OutsideCalendarError:
        return None


def _after_words(late: int, count: int, due: date) -> str:
    days = "working day" if late == 1 else "working days"
    ahead = f"{late} {days} after" if late else "after"
    return f"{ahead} day {count}, {long_date(due)}"
