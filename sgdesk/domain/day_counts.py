"""The working days from one day to another, for dates that no rule gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.explanations import CountedDay, DayMark, day_note, left_out_mark

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.calendar import SkippedDay, WorkingCalendar

_MOST_DAYS = 45
"""A strip of more days than these cannot be read at a glance."""


@dataclass(frozen=True, slots=True)
class DayCount:
    working_days: int
    """The first day is day 0, whichever day it is."""
    skipped: tuple[SkippedDay, ...]
    days: tuple[CountedDay, ...]
    """For a strip; none where there are too many."""


def count_days(start: date, end: date, calendar: WorkingCalendar) -> DayCount | None:
    """Return how `end` is counted from `start`.

    None where `end` is not later, is no working day, or the calendar does not reach.
    """
    if end <= start:
        return None
    try:
        if not calendar.is_working_day(end):
            return None
        number = calendar.working_days_between(start, end)
        return DayCount(number, tuple(calendar.skipped(start, end)), _days(start, end, calendar))
    except OutsideCalendarError:
        return None


def _days(start: date, end: date, calendar: WorkingCalendar) -> tuple[CountedDay, ...]:
    first, last = start.toordinal(), end.toordinal()
    if last - first > _MOST_DAYS:
        return ()
    found = [CountedDay(start, DayMark.TRIGGER, 0, day_note(start, calendar))]
    number = 0
    for ordinal in range(first + 1, last + 1):
        day = type(start).fromordinal(ordinal)
        if calendar.is_working_day(day):
            number += 1
            mark = DayMark.DUE if day == end else DayMark.COUNTED
            found.append(CountedDay(day, mark, number, day_note(day, calendar)))
        else:
            found.append(CountedDay(day, left_out_mark(day), None, day_note(day, calendar)))
    return tuple(found)
