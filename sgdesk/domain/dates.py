"""Dates as the officer reads them: written out, uncertain, months apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST_YEAR, _LAST_YEAR = 1990, 2045
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


class Precision(StrEnum):
    """How sure a date is. "Not asked" and the like are answers, and differ from blank."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"
    NOT_APPLICABLE = "not_applicable"
    BLANK = "blank"


PRECISION_WORDS = {
    Precision.EXACT: "Exact date",
    Precision.APPROXIMATE: "About this date",
    Precision.MONTH: "Month only",
    Precision.YEAR: "Year only",
    Precision.PERIOD: "Over a period",
    Precision.UNKNOWN: "Unknown",
    Precision.NOT_ASKED: "Not asked",
    Precision.NOT_APPLICABLE: "Not applicable",
    Precision.BLANK: "Left blank",
}

_DATELESS = {Precision.UNKNOWN, Precision.NOT_ASKED, Precision.NOT_APPLICABLE, Precision.BLANK}


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date or period with its precision.

    `start` is the date, the first of the month or year, or the first day of the period;
    `end` the last day of a period and otherwise None. Answers without a date hold neither.
    """

    precision: Precision = Precision.BLANK
    start: date | None = None
    end: date | None = None

    def words(self) -> str:
        """Return the date in words, such as "about 5 Nov 2026" or "Not asked"; "" if blank."""
        if self.start is None:
            return "" if self.precision is Precision.BLANK else PRECISION_WORDS[self.precision]
        start = short_date(self.start)
        end = short_date(self.end) if self.end else "now"
        words = {
            Precision.APPROXIMATE: f"about {start}",
            Precision.MONTH: f"{_MONTHS[self.start.month - 1]} {self.start.year}",
            Precision.YEAR: str(self.start.year),
            Precision.PERIOD: f"{start} to {end}",
        }
        return words.get(self.precision, long_date(self.start))

    def problem(self) -> str:
        """Return a sentence on what does not fit together, or ""."""
        if self.precision in _DATELESS:
            return ""
        if self.start is None:
            return "Give the date, or answer Unknown, Not asked or Not applicable."
        if self.precision is Precision.PERIOD and self.end is not None and self.end < self.start:
            return "The period ends before it begins; swap the two dates."
        return ""


def short_date(day: date) -> str:
    """Return "3 Oct 2022"."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def long_date(day: date) -> str:
    """Return "Mon 3 Oct 2022"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def day_and_month(day: date) -> str:
    """Return "Mon 3 Oct", for places where the year is plain."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1][:3]}"


def brief_date(day: date) -> str:
    """Return "3 Oct", for marks that have no room for more."""
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def full_date(day: date) -> str:
    """Return "3 October 2022", as documents write it."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def add_months(day: date, count: int) -> date:
    """Return the same day number `count` months later, or the last day of a shorter month.

    A negative `count` goes back. The result is not moved to a working day. Beyond the years
    that can be told it is the first or the last day of all.
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if count < 0 else date.max
    try:
        return date(year, month + 1, day.day)
    except ValueError:  # the month is shorter: its last day is the one before the next first
        return date(year, month + 2, 1) - timedelta(days=1)


def date_problems(
    dates: Iterable[tuple[str, str, date | None]], *, today: date | None = None
) -> list[Problem]:
    """Return a problem for each date that cannot be; with `today`, also for what is to come.

    `dates` are the field, its title and the date. Dates of reviews lie between 1990 and
    2045, which leaves room in the working-day calendar for what is counted from them.
    """
    problems: list[Problem] = []
    for name, words, day in dates:
        if day is None:
            continue
        if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
            sentence = f"{words}: {short_date(day)} cannot be right. Check the year."
            problems.append(Problem(name, sentence))
        elif today is not None and day > today:
            sentence = f"{words}: {long_date(day)} is in the future. Give the day it happened."
            problems.append(Problem(name, sentence))
    return problems
