"""What an officer types into a date field, read without guessing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.dates import add_months, full_date

if TYPE_CHECKING:
    from sgdesk.domain.calendar import WorkingCalendar

_TOO_FAR = "That step leaves the calendar. Type the date itself."
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-]+([a-z]+)\.?,?[\s\-]+(\d{4}|\d{2})")
_NO_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s/.\-]+([a-z]+|\d{1,2})")
_MONTH_ONLY = re.compile(r"(?:([a-z]+)|(\d{1,2})[/.])\s*(\d{4})")
_STEP = re.compile(r"([+-])\s*(\d{1,4})\s*(wd|d|w|m|y)?")
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+")
_PLAIN = "Type a date such as 3/6/2026, 3 Jun 2026, today or +5wd."


@dataclass(frozen=True, slots=True)
class DateReading:
    """What was read: a date, or a question with its choices, or a problem; or nothing at all.

    An empty entry reads as no date, no question and no problem.
    """

    value: date | None = None
    question: str = ""
    choices: tuple[tuple[str, date], ...] = ()
    problem: str = ""


def read_date(typed: str, *, today: date, calendar: WorkingCalendar) -> DateReading:
    """Read `typed` as day, month, year; ask about two-digit years, months alone, no year.

    Also reads ISO dates, "today", "tomorrow", "yesterday", and steps from today such as
    "+5wd" (working days), "-3d", "+2w", "+6m" and "+1y".
    """
    text = _WEEKDAY.sub("", " ".join(typed.casefold().split()))
    if not text:
        return DateReading()
    named = {"today": 0, "t": 0, "tomorrow": 1, "yesterday": -1}
    if text in named:
        return DateReading(today + timedelta(days=named[text]))
    if match := _STEP.fullmatch(text):
        return _read_step(match, today, calendar)
    if match := _ISO.fullmatch(text):
        return _whole(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        return _day_month_year(match[1], int(match[2]), match[3], today)
    return _read_words(text, today)


def _read_words(text: str, today: date) -> DateReading:
    if match := _WORDS.fullmatch(text):
        month = _month(match[2])
        return _day_month_year(match[1], month, match[3], today) if month else _unknown(match[2])
    if match := _MONTH_ONLY.fullmatch(text):
        month = _month(match[1]) if match[1] else int(match[2])
        return _month_only(month, int(match[3]))
    if match := _NO_YEAR.fullmatch(text):
        month = int(match[2]) if match[2].isdigit() else _month(match[2])
        return _without_year(int(match[1]), month, today) if month else _unknown(match[2])
    return DateReading(problem=f"This cannot be read as a date. {_PLAIN}")


def _read_step(match: re.Match[str], today: date, calendar: WorkingCalendar) -> DateReading:
    count = int(match[2]) * (-1 if match[1] == "-" else 1)
    try:
        match match[3] or "d":
            case "wd":
                return DateReading(calendar.add_working_days(today, count))
            case "m" | "y" as unit:
                return _months_on(today, count * (12 if unit == "y" else 1))
            case unit:
                return DateReading(today + timedelta(days=count * (7 if unit == "w" else 1)))
    except (OutsideCalendarError, OverflowError, ValueError):
        return DateReading(problem=_TOO_FAR)


def _months_on(today: date, count: int) -> DateReading:
    day = add_months(today, count)
    is_told = day not in (date.min, date.max)
    return DateReading(day) if is_told else DateReading(problem=_TOO_FAR)


def _day_month_year(day: str, month: int, year: str, today: date) -> DateReading:
    if len(year) == 4:  # noqa: PLR2004 - all four digits were typed
        return _whole(int(year), month, int(day))
    century = today.year // 100 * 100
    years = sorted({century + int(year), century - 100 + int(year)}, reverse=True)
    return _ask(
        f"Which year is {int(year):02d}?",
        [found for whole in years if (found := _whole(whole, month, int(day))).value],
        otherwise=_whole(years[0], month, int(day)),
    )


def _without_year(day: int, month: int, today: date) -> DateReading:
    years = (today.year, today.year - 1, today.year + 1)
    return _ask(
        "Which year?",
        [found for year in years if (found := _whole(year, month, day)).value],
        otherwise=_whole(today.year, month, day),
    )


def _month_only(month: int, year: int) -> DateReading:
    first = _whole(year, month, 1)
    if first.value is None:
        return first
    last = add_months(first.value, 1) - timedelta(days=1)
    return _ask(
        "Which day? If only the month is known, choose Month only beside the field.",
        [first, DateReading(last)],
        otherwise=first,
    )


def _ask(question: str, found: list[DateReading], *, otherwise: DateReading) -> DateReading:
    """Return the question with its choices; with no possible choice, what is wrong."""
    days = [reading.value for reading in found if reading.value is not None]
    if not days:
        return otherwise
    return DateReading(question=question, choices=tuple((full_date(day), day) for day in days))


def _whole(year: int, month: int, day: int) -> DateReading:
    if not 1 <= month <= len(_NAMES):
        return DateReading(problem=f"There is no month {month}. Type day, month, year.")
    try:
        return DateReading(date(year, month, day))
    except ValueError:
        name = _NAMES[month - 1].capitalize()
        if year < 1:
            return DateReading(problem=f"There is no year {year}.")
        after = add_months(date(year, month, 1), 1) if (year, month) < (9999, 12) else None
        length = (after - date(year, month, 1)).days if after else 31
        return DateReading(problem=f"{day} {name} {year} is not a date: {name} has {length} days.")


def _month(name: str) -> int:
    """Return the number of a month written out or cut to three letters or more; 0 if none."""
    for number, (short, whole) in enumerate(zip(_MONTHS, _NAMES, strict=True), start=1):
        if name.startswith(short) and whole.startswith(
            name.removesuffix("t") if name == "sept" else name
        ):
            return number
    return 0


def _unknown(name: str) -> DateReading:
    return DateReading(problem=f"“{name}” is not a month. {_PLAIN}")
