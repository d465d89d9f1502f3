"""Publication dates as public pages write them, read without guessing."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from sgdesk.domain.dates import full_date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3
_EARLIEST = 1970
"""No review on a public page is older; an earlier year is a slip of the pen."""
_LONGEST_QUOTED = 40

_DAY = r"(?P<day>[0-9]{1,2})"
_ORDINAL = rf"{_DAY}(?:st|nd|rd|th)?"
_NUMBER = r"(?P<month>[0-9]{1,2})"
_NAME = r"(?P<name>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2})"
_LONG_YEAR = r"(?P<year>[0-9]{4})"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"{_LONG_YEAR} ?[-/.] ?{_NUMBER} ?[-/.] ?{_DAY}",
        rf"{_DAY} ?[-/.] ?{_NUMBER} ?[-/.] ?{_YEAR}",
        rf"{_DAY} {_NUMBER} {_LONG_YEAR}",
        rf"{_ORDINAL}(?: of)?[ -]?{_NAME},?[ -]?{_YEAR}",
        rf"{_NAME} {_ORDINAL},? {_LONG_YEAR}",
        rf"{_NAME},?[ -]?{_YEAR}",
        rf"{_NUMBER} ?[/.] ?{_LONG_YEAR}",
        rf"{_ORDINAL}(?: of)?[ -]?{_NAME}",
    )
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +(?:the +)?")


class ListedDate(NamedTuple):
    """The day, or a sentence that says why there is none; never both."""

    day: date | None
    problem: str


def read_listed_date(typed: str, *, today: date) -> ListedDate:
    """Read day, month and year, in that order unless ISO or a month's name says otherwise.

    Two-digit years, months without a day, impossible days and days after `today` give a
    problem, and no day.
    """
    parts = _parts(typed)
    if parts is None:
        return _ask(typed, "cannot be read as a date")
    if "day" not in parts:
        return _ask(typed, "gives no day")
    if "year" not in parts:
        return _ask(typed, "gives no year")
    if len(parts["year"]) < len("2024"):
        return _ask(typed, "gives two digits of the year")
    return _whole(typed, parts, today)


def looks_like_date(typed: str) -> bool:
    """Return whether `typed` is a date and nothing else, be it possible, complete or not."""
    return _parts(typed) is not None


def month_named(name: str) -> int:
    """Return 1 to 12 for a month written out or cut to three letters or more, else 0."""
    name = name.casefold()
    name = "sep" if name == "sept" else name
    for number, month in enumerate(_MONTHS, start=1):
        if len(name) >= _SHORTEST and month.startswith(name):
            return number
    return 0


def _parts(typed: str) -> dict[str, str] | None:
    """Return day, month and year as digits, as far as they are given; None if no date."""
    text = " ".join(typed.casefold().split()).strip("().,; ")
    text = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    for shape in _SHAPES:
        if match := shape.fullmatch(text):
            parts = match.groupdict()
            name = parts.pop("name", None)
            if name is None:
                return parts
            if number := month_named(name):
                return parts | {"month": str(number)}
    return None


def _whole(typed: str, parts: dict[str, str], today: date) -> ListedDate:
    try:
        day = date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    except ValueError:
        return _ask(typed, "is not a date that exists, read as day, month, year")
    if day > today:
        return _ask(typed, f"is in the future ({full_date(day)})")
    if day.year < _EARLIEST:
        return _ask(typed, "is too long ago")
    return ListedDate(day, "")


def _ask(typed: str, what: str) -> ListedDate:
    quoted = typed if len(typed) <= _LONGEST_QUOTED else f"{typed[:_LONGEST_QUOTED]}…"
    return ListedDate(None, f"“{quoted}” {what}; give the day of publication.")
