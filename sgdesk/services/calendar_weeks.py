"""Weeks of day boxes for papers: what kind of day each is, and how it is called."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.dates import brief_date
from sgdesk.records.paper_calendars import DayKind, PaperDay, PaperNote, PaperWeek

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sgdesk.domain.calendar import WorkingCalendar

_WEEK = 7
_NO_NUMBERS: Mapping[date, int] = {}


class Told(NamedTuple):
    """What a calendar tells of its days."""

    notes: Mapping[date, Sequence[PaperNote]]
    numbers: Mapping[date, int] = _NO_NUMBERS
    strong: Collection[date] = ()
    """The days a count starts from, and those it ends on."""


def weeks_between(
    first: date, last: date, told: Told, calendar: WorkingCalendar, *, today: date
) -> Iterator[PaperWeek]:
    """Yield the weeks from that of `first` to that of `last`; other days in them are outside.

    The first week of each year names the year where there is more than one.
    """
    monday = first - timedelta(days=first.weekday())
    is_of_years = monday.year != (last - timedelta(days=last.weekday())).year
    year = None if is_of_years else monday.year
    while monday <= last:
        days = [monday + timedelta(days=at) for at in range(_WEEK)]
        label = brief_date(monday)
        if monday.year != year:
            label, year = f"{label}\n{monday.year}", monday.year
        yield PaperWeek(
            label,
            tuple(
                _day(day, told, calendar, is_inside=first <= day <= last, is_today=day == today)
                for day in days
            ),
        )
        monday += timedelta(days=_WEEK)


def _day(
    day: date, told: Told, calendar: WorkingCalendar, *, is_inside: bool, is_today: bool
) -> PaperDay:
    kind, name = _kind(day, calendar)
    is_shown = is_inside or kind in (DayKind.WEEKEND, DayKind.BANK_HOLIDAY)
    return PaperDay(
        day,
        brief_date(day) if day.day == 1 else str(day.day),
        kind if is_shown else DayKind.OUTSIDE,
        name,
        tuple(told.notes.get(day, ())),
        told.numbers.get(day),
        is_today,
        day in told.strong,
    )


def _kind(day: date, calendar: WorkingCalendar) -> tuple[DayKind, str]:
    """Return what kind of day it is, and the name of the bank holiday or closure."""
    if not calendar.first <= day <= calendar.last:
        return DayKind.OUTSIDE, ""
    if name := calendar.bank_holidays.get(day):
        return DayKind.BANK_HOLIDAY, name
    if not calendar.is_working_day(day):
        return DayKind.WEEKEND, ""
    if name := calendar.closures.get(day):
        return DayKind.CLOSURE, name
    return DayKind.COUNTED, ""
