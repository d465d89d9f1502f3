"""Calendars on paper for tests: any number of weeks over Christmas, with what a day can hold."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sgdesk.domain.standings import Standing
from sgdesk.records.paper_calendars import (
    DayKind,
    PaperCalendar,
    PaperDay,
    PaperNote,
    PaperWeek,
)

START = date(2026, 12, 7)
HOLIDAYS = {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute day)"}
CLOSURES = {date(2026, 12, 24): "Office closed"}


def make_day(day: date = START, **changes: Any) -> PaperDay:
    """Return a day of the kind that it is; `changes` are those of its fields."""
    kind = DayKind.WEEKEND if day.weekday() > 4 else DayKind.COUNTED
    name = HOLIDAYS.get(day) or CLOSURES.get(day, "")
    if day in HOLIDAYS:
        kind = DayKind.BANK_HOLIDAY
    elif day in CLOSURES:
        kind = DayKind.CLOSURE
    words = f"1 {day:%b}" if day.day == 1 else str(day.day)
    return PaperDay(day, words, **{"kind": kind, "name": name, **changes})


def make_notes(count: int) -> tuple[PaperNote, ...]:
    """Return so many notes, every standing in turn."""
    standings = list(Standing)
    return tuple(
        PaperNote(f"Milestone {number + 1}", standings[number % len(standings)])
        for number in range(count)
    )


def make_calendar(count: int = 4, notes: int = 1, **changes: Any) -> PaperCalendar:
    """Return so many weeks; the first day starts a count, each Wednesday has so many notes."""
    weeks = []
    for number in range(count):
        monday = START + timedelta(weeks=number)
        days = [make_day(monday + timedelta(days=at)) for at in range(7)]
        days[2] = make_day(
            days[2].day, notes=make_notes(notes), number=5 * number + 2, is_today=number == 1
        )
        if number == 0:
            days[0] = make_day(
                monday, number=0, is_strong=True, notes=(PaperNote("Notified", Standing.MET),)
            )
            days[1] = make_day(days[1].day, kind=DayKind.OUTSIDE)
        weeks.append(PaperWeek(f"Week {number + 1}\n{monday:%d %b}", tuple(days)))
    return PaperCalendar(tuple(weeks), **changes)
