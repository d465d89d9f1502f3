"""Dates in a text, in whatever style they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_DAY_WORDS = {
    **{word: day for day, word in enumerate(_ONES, start=1)},
    "twentieth": 20,
    "thirtieth": 30,
    **{f"twenty{word}": 20 + day for day, word in enumerate(_ONES[:9], start=1)},
    "thirtyfirst": 31,
}
_NUMBER_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), start=1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), start=2)
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NAMED = {
    "christmas eve": (24, 12),
    "christmas day": (25, 12),
    "boxing day": (26, 12),
    "new year's eve": (31, 12),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new years eve": (31, 12),
    "valentine's day": (14, 2),
    "valentines day": (14, 2),
    "april fools' day": (1, 4),
    "april fool's day": (1, 4),
    "april fools day": (1, 4),
    "halloween": (31, 10),
    "hallowe'en": (31, 10),
    "bonfire night": (5, 11),
    "guy fawkes night": (5, 11),
    "st david's day": (1, 3),
    "st patrick's day": (17, 3),
    "st george's day": (23, 4),
    "st andrew's day": (30, 11),
}
_VERBS = {"may", "march", "mar"}
"""Months that mean something else in small letters, unless a year follows."""
_CENTURY, _PIVOT = 2000, 50
"""Years of two digits from 50 on lie before 2000."""

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_MONTH = f"(?:{_MONTH}|sept|febr|octo|novem|decem)"
_WORDED = "|".join(sorted(_ONES, key=len, reverse=True))
_WORDED_DAY = rf"(?:twenty|thirty)[- ]?(?:{_WORDED})|twentieth|thirtieth|{_WORDED}"
_DIGITS = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
_ONE_DAY = rf"(?:{_DIGITS}|{_WORDED_DAY})"
_ONE_TO_NINE = "(?:one|two|three|four|five|six|seven|eight|nine)"
_YEAR_WORDS = (
    rf"two thousand(?:\s+and)?(?:\s+[a-z]+(?:[- ]{_ONE_TO_NINE})?)?"
    rf"|(?:nineteen|twenty)\s+[a-z]+(?:[- ]{_ONE_TO_NINE})?"
)
_YEAR = rf"(?:\d{{4}}(?!\d)|'\s?\d\d\b|\d\d(?![\d:.%/]|\s*(?:per|%|[a-z]))|{_YEAR_WORDS})"
_GAP = r"[\s,.\-/]*"
_TO_YEAR = r"[\s,.\-/]*(?:(?:in\s+)?(?:the\s+year\s+|of\s+))?"
_BARE = r"(?<![\w/#£$.-])"
_DAY_FIRST = re.compile(
    rf"{_BARE}(?P<days>{_ONE_DAY}(?:\s*(?:-|/|,|&|to|and|or)\s*{_ONE_DAY}){{0,3}})"
    rf"(?:\s+day)?{_GAP}(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:{_TO_YEAR}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_GLUED = re.compile(
    rf"{_BARE}(?P<days>\d\d?)(?P<month>{_MONTH})(?P<year>\d{{4}}|\d\d)(?!\w)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w/])(?P<month>{_MONTH})\b[\s.-]*(?:the\s+)?(?P<days>{_ONE_DAY})(?![\w%]|[.:]\d)"
    rf"(?:{_TO_YEAR}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\w/#£$.,-])(?P<first>\d{1,2})\s?(?P<sign>[./ -])\s?(?P<second>\d{1,2}|[ivx]{1,4})\s?"
    r"(?P=sign)\s?(?P<year>\d{4}|\d{2})(?![\w/-]|[.,]\d|\s?(?:m|cm|km|kg|metres|miles|per cent)\b)",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"(?<![\w/.-])(?P<year>\d{4})(?P<sign>[-/._ ])(?P<month>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?!\d|-\d)"
)
_COMPACT = re.compile(r"(?<![\w/#£$.,-])(?:\d{8}|\d{6})(?![\d,%]|[.-]\d|[^\W\d_])")
_NAMED_DAY = re.compile(
    rf"\b(?P<name>{'|'.join(map(re.escape, sorted(_NAMED, key=len, reverse=True)))})"
    rf"(?:{_TO_YEAR}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_NO_DATE_BEFORE = re.compile(
    r"(?:version|\bv|section|sections|paragraph|para|chapter|regulation|clause|ratio|score|ref|"
    r"reference|isbn|page|step|£|\$)[.:]?\s*$",
    re.IGNORECASE,
)
_OF_A_LIFE = re.compile(
    r"\b(?:born|birth|birthday|died|death|dead|dob|incident|killed)\b", re.IGNORECASE
)
_LOOK_BACK = 14
_HAS_DATE = re.compile(rf"\d|{_MONTH}|day\b|night\b|ween\b", re.IGNORECASE)


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
    if not _HAS_DATE.search(text):
        return
    for pattern, reading in _STYLES:
        for found in pattern.finditer(text):
            if not _NO_DATE_BEFORE.search(text[max(0, found.start() - _LOOK_BACK) : found.start()]):
                yield from reading(found)
    yield from _named(text)


def _named(text: str) -> Iterator[WrittenDate]:
    """Yield days that are called by a name, with their year or where a life is spoken of."""
    for found in _NAMED_DAY.finditer(text):
        day, month = _NAMED[found["name"].lower()]
        year = _year(found["year"])
        if year is not None or _OF_A_LIFE.search(text):
            yield WrittenDate(day, month, year)


def _spelt(found: re.Match[str]) -> Iterator[WrittenDate]:
    month = _month(found["month"])
    year = _year(found["year"])
    if year is None and found["month"] in _VERBS:
        return
    for written in re.findall(_ONE_DAY, found["days"], re.IGNORECASE):
        day = _day(written)
        if day:
            yield WrittenDate(day, month, year)


def _of_numbers(found: re.Match[str]) -> Iterator[WrittenDate]:
    second = found["second"].lower()
    if second.isdigit():
        month = int(second)
    elif second in _ROMAN and found["sign"] == ".":
        month = _ROMAN.index(second) + 1
    else:
        return
    day, year = int(found["first"]), _year(found["year"])
    if month > len(MONTHS) and day <= len(MONTHS):
        day, month = month, day
    if found["sign"] == " " and len(found["year"]) < 4:  # noqa: PLR2004 - years have four digits
        return
    yield WrittenDate(day, month, year)


def _years_first(found: re.Match[str]) -> Iterator[WrittenDate]:
    yield WrittenDate(int(found["day"]), int(found["month"]), int(found["year"]))


def _packed(found: re.Match[str]) -> Iterator[WrittenDate]:
    digits = found[0]
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
    return _DAY_WORDS.get(re.sub(r"[- ]", "", written.lower()), 0)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    digits = re.sub(r"\D", "", written)
    if digits:
        return int(digits) if len(digits) > 2 else _full_year(int(digits))  # noqa: PLR2004
    words = [word for word in re.split(r"[\s-]+", written.lower()) if word != "and"]
    if words[:2] == ["two", "thousand"]:
        return _CENTURY + sum(_NUMBERS.get(word, 0) for word in words[2:])
    rest = sum(_NUMBERS.get(word, 0) for word in words[1:])
    return _NUMBERS[words[0]] * 100 + rest if rest else None


def _full_year(year: int) -> int:
    return year + (_CENTURY if year < _PIVOT else _CENTURY - 100)


_STYLES = (
    (_DAY_FIRST, _spelt),
    (_MONTH_FIRST, _spelt),
    (_GLUED, _spelt),
    (_NUMERIC, _of_numbers),
    (_ISO, _years_first),
    (_COMPACT, _packed),
)
"""How dates are written, and how each is read."""
