"""The styles in which a text may hold a date, as patterns."""

from __future__ import annotations

import re

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
DAY_WORDS = {
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
NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), start=1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), start=2)
}
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
NAMED = {
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
VERBS = {"may", "march", "mar"}
"""Months that mean something else in small letters, unless a year follows."""
CENTURY, PIVOT = 2000, 50
"""Years of two digits from 50 on lie before 2000."""

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_MONTH = f"(?:{_MONTH}|sept|febr|octo|novem|decem)"
_WORDED = "|".join(sorted(_ONES, key=len, reverse=True))
_WORDED_DAY = rf"(?:twenty|thirty)[- ]?(?:{_WORDED})|twentieth|thirtieth|{_WORDED}"
_DIGITS = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
ONE_DAY = rf"(?:{_DIGITS}|{_WORDED_DAY})"
_ONE_TO_NINE = "(?:one|two|three|four|five|six|seven|eight|nine)"
_YEAR_WORDS = (
    rf"two thousand(?:\s+and)?(?:\s+[a-z]+(?:[- ]{_ONE_TO_NINE})?)?"
    rf"|(?:nineteen|twenty)\s+[a-z]+(?:[- ]{_ONE_TO_NINE})?"
)
_YEAR = rf"(?:\d{{4}}(?!\d)|'\s?\d\d\b|\d\d(?![\d:.%/]|\s*(?:per|%|[a-z]))|{_YEAR_WORDS})"
_GAP = r"[\s,.\-/]*"
_TO_YEAR = r"[\s,.\-/]*(?:(?:in\s+)?(?:the\s+year\s+|of\s+))?"
_BARE = r"(?<![\w/#£$.])(?<!\d-)(?<!covid-)"
"""Before a date: no letter or digit. In file names a hyphen stands there."""
DAY_FIRST = re.compile(
    rf"{_BARE}(?P<days>{ONE_DAY}(?:\s*(?:-|/|,|&|to|and|or)\s*{ONE_DAY}){{0,3}})"
    rf"(?:\s+day)?{_GAP}(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:{_TO_YEAR}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
UNTIL = re.compile(
    rf"\s*(?:-|&|to|until|till|and|or)\s*(?:[a-z]+day\s+)?{ONE_DAY}\s*(?:of\s+)?{_MONTH}\b\.?"
    rf"{_TO_YEAR}(?P<year>{_YEAR})",
    re.IGNORECASE,
)
"""The end of a span, whose year is that of its beginning too."""
GLUED = re.compile(
    rf"(?=\d){_BARE}(?P<days>\d\d?)(?P<month>{_MONTH})(?P<year>\d{{4}}|\d\d)(?!\w)", re.IGNORECASE
)
MONTH_FIRST = re.compile(
    rf"(?<![\w/])(?P<month>{_MONTH})\b[\s.-]*(?:the\s+)?(?P<days>{ONE_DAY})(?![\w%]|[.:]\d)"
    rf"(?:{_TO_YEAR}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
NUMERIC = re.compile(
    rf"(?=\d){_BARE}(?<!,)(?P<first>\d{{1,2}})\s?(?P<sign>[./ -])\s?"
    r"(?P<second>\d{1,2}|[ivx]{1,4})\s?(?P=sign)\s?(?P<year>\d{4}|\d{2})"
    r"(?![\w/-]|[.,]\d|\s?(?:m|cm|km|kg|metres|miles|per cent)\b)",
    re.IGNORECASE,
)
NO_YEAR = re.compile(
    r"(?=\d)(?<![\w/#£$])(?<!\d\.)(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?P<year>)"
    r"(?![\w/%-]|[.,:]\d)"
)
BEFORE_NO_YEAR = re.compile(
    r"\b(?:(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|born|birthday|"
    r"d\.?o\.?b\.?|died|b\.|d\.)[\s,.:]{1,2}(?:on )?$",
    re.IGNORECASE,
)
"""A day and a month in numbers, after the day of the week or where a life is spoken of."""
ISO = re.compile(
    rf"(?=\d){_BARE}(?P<year>\d{{4}})(?P<sign>[-/._: ])(?P<month>\d{{1,2}})(?P=sign)"
    r"(?P<day>\d{1,2})(?!\d|-\d)"
)
COMPACT = re.compile(
    rf"(?=\d)(?:{_BARE}(?:\d{{6}}|\d{{14}})|(?<!\d)(?<![/#£$.,])(?<!\d-)\d{{8}})"
    r"(?![\d,%]|[.-]\d|[^\W\dTt_])"
)
NAMED_DAY = re.compile(
    rf"\b(?P<name>{'|'.join(map(re.escape, sorted(NAMED, key=len, reverse=True)))})"
    rf"(?:{_TO_YEAR}(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
NO_DATE_BEFORE = re.compile(
    r"(?:version|build|\bv|section|sections|paragraph|para|chapter|regulation|clause|ratio|score|ref|"
    r"reference|isbn|page|step|£|\$)[.:]?\s*$",
    re.IGNORECASE,
)
OF_A_LIFE = re.compile(
    r"\b(?:born|birth|birthday|died|death|dead|dob|incident|killed)\b", re.IGNORECASE
)
LOOK_BACK = 14
BOUNDS = {(31, 3), (1, 4), (5, 4), (6, 4), (31, 8), (1, 9), (31, 12), (1, 1)}
"""Days on which financial years, tax years, school years and years begin and end."""
YEARLY = re.compile(
    r"\b(?:financial|fiscal|tax|school|academic|calendar|reporting|business) years?\b|"
    r"\b(?:each|every) year\b|\byears? (?:end|begin|start|run)|\b1 april to 31 march\b|"
    r"\b(?:annual|yearly|annually)\b",
    re.IGNORECASE,
)
YEARLY_WIDTH = 60
HAS_DATE = re.compile(rf"\d|{_MONTH}|day\b|night\b|ween\b", re.IGNORECASE)
