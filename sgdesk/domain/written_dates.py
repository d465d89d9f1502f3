"""Dates in a text, in whatever style they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.date_styles import (
    BEFORE_NO_YEAR,
    BOUNDS,
    CENTURY,
    COMPACT,
    DAY_FIRST,
    DAY_WORDS,
    GLUED,
    HAS_DATE,
    ISO,
    LOOK_BACK,
    MONTH_FIRST,
    MONTHS,
    NAMED,
    NAMED_DAY,
    NO_DATE_BEFORE,
    NO_YEAR,
    NUMBERS,
    NUMERIC,
    OF_A_LIFE,
    ONE_DAY,
    PIVOT,
    ROMAN,
    UNTIL,
    VERBS,
    YEARLY,
    YEARLY_WIDTH,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


_DIGIT = re.compile(r"\d")


class WrittenDate(NamedTuple):
    """A date that stands in a text; without its year `year` is None."""

    day: int
    month: int
    year: int | None


def written_dates(text: str) -> Iterator[WrittenDate]:
    """Yield each date of a folded text; a span yields each of the days that it names.

    Numbers are read with the day first. A month first counts only where nothing else can be
    meant, as in 02/14/2024. Numbers of versions, sections and references are no dates.
    """
    if not HAS_DATE.search(text):
        return
    text = text.replace("_", " ")
    styles = _STYLES if _DIGIT.search(text) else _STYLES_IN_WORDS
    for pattern, reading in styles:
        for found in pattern.finditer(text):
            if not NO_DATE_BEFORE.search(text[max(0, found.start() - LOOK_BACK) : found.start()]):
                yield from reading(found)
    yield from _named(text)


def _named(text: str) -> Iterator[WrittenDate]:
    """Yield days that are called by a name, with their year or where a life is spoken of."""
    for found in NAMED_DAY.finditer(text):
        day, month = NAMED[found["name"].lower()]
        year = _year(found["year"])
        if year is not None or OF_A_LIFE.search(text):
            yield WrittenDate(day, month, year)


def _spelt(found: re.Match[str]) -> Iterator[WrittenDate]:
    month = _month(found["month"])
    year = _year(found["year"])
    if year is None and found["month"] in VERBS:
        return
    if year is None:
        until = UNTIL.match(found.string, found.end())
        year = _year(until["year"]) if until else None
    is_yearly = year is None and _is_yearly(found)
    for written in re.findall(ONE_DAY, found["days"], re.IGNORECASE):
        day = _day(written)
        if day and not (is_yearly and (day, month) in BOUNDS):
            yield WrittenDate(day, month, year)


def _is_yearly(found: re.Match[str]) -> bool:
    """Return whether the sentence speaks of years that begin or end on such a day."""
    around = found.string[max(0, found.start() - YEARLY_WIDTH) : found.end() + YEARLY_WIDTH]
    return bool(YEARLY.search(around))


def _of_numbers(found: re.Match[str]) -> Iterator[WrittenDate]:
    second = found["second"].lower()
    if second.isdigit():
        month = int(second)
    elif second in ROMAN and found["sign"] == ".":
        month = ROMAN.index(second) + 1
    else:
        return
    day, year = int(found["first"]), _year(found["year"])
    if month > len(MONTHS) and day <= len(MONTHS):
        day, month = month, day
    if year is not None and found["sign"] == " " and len(found["year"]) < 4:  # noqa: PLR2004 - years have four digits
        return
    yield WrittenDate(day, month, year)


def _without_year(found: re.Match[str]) -> Iterator[WrittenDate]:
    start = found.start()
    if BEFORE_NO_YEAR.search(found.string[max(0, start - LOOK_BACK) : start]):
        yield from _of_numbers(found)


def _years_first(found: re.Match[str]) -> Iterator[WrittenDate]:
    yield WrittenDate(int(found["day"]), int(found["month"]), int(found["year"]))


def _packed(found: re.Match[str]) -> Iterator[WrittenDate]:
    digits = found[0][:8] if len(found[0]) == 14 else found[0]  # noqa: PLR2004 - with the time
    pairs = [int(digits[at : at + 2]) for at in range(0, len(digits), 2)]
    if len(pairs) == 4:  # noqa: PLR2004 - eight digits
        yield WrittenDate(pairs[3], pairs[2], int(digits[:4]))
        yield WrittenDate(pairs[0], pairs[1], int(digits[4:]))
    else:
        yield WrittenDate(pairs[0], pairs[1], _full_year(pairs[2]))
        yield WrittenDate(pairs[2], pairs[1], _full_year(pairs[0]))


def _month(written: str) -> int:
    start = written.lower()[:3]
    return next(number for number, name in enumerate(MONTHS, start=1) if name[:3] == start)


def _day(written: str) -> int:
    digits = re.match(r"\d+", written)
    if digits:
        return int(digits[0])
    return DAY_WORDS.get(re.sub(r"[- ]", "", written.lower()), 0)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    digits = re.sub(r"\D", "", written)
    if digits:
        return int(digits) if len(digits) > 2 else _full_year(int(digits))  # noqa: PLR2004
    words = [word for word in re.split(r"[\s-]+", written.lower()) if word != "and"]
    if words[:2] == ["two", "thousand"]:
        return CENTURY + sum(NUMBERS.get(word, 0) for word in words[2:])
    rest = sum(NUMBERS.get(word, 0) for word in words[1:])
    return NUMBERS[words[0]] * 100 + rest if rest else None


def _full_year(year: int) -> int:
    return year + (CENTURY if year < PIVOT else CENTURY - 100)


_STYLES_IN_WORDS = ((DAY_FIRST, _spelt), (MONTH_FIRST, _spelt))
_STYLES = (
    *_STYLES_IN_WORDS,
    (GLUED, _spelt),
    (NUMERIC, _of_numbers),
    (NO_YEAR, _without_year),
    (ISO, _years_first),
    (COMPACT, _packed),
)
"""How dates are written, and how each is read."""
