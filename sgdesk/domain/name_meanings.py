"""What else a word may mean that looks like a private name: a month, a rating, a town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.english_usage import (
    BEFORE_A_MONTH,
    BODY_AFTER,
    COLOURS_OF_A_RATING,
    MONTH_NAMES,
    OF_PEOPLE,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACES,
    PORTRAYED,
    RECORDS,
    SERVICES,
    TITLES,
)
from sgdesk.domain.plain_text import begins_sentence, line_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.private_facts import WordList

_PERSON = (
    r"(?:adult|aunt|baby|boy|brother|carer|child|client|cousin|dad|daughter|father|friend|girl|"
    r"grand\w+|half[- ]\w+|husband|index|minor|mother|mum|partner|patient|pupil|sibling|sister|"
    r"son|step\w+|student|subject|twin|uncle|wife|young person|yp)"
)
_EXPLAINED = re.compile(
    r"^,? \(?(?:(?:her|his|their|who|whose|aged)\b|\d\d?[,)])"
    rf"|^ and (?:her|his|their|the) (?:\w+ )?(?:{_PERSON}|family|children|babies)\b"
    rf"|^ \((?:(?:the|older|younger|maternal|paternal|foster|index) )*{_PERSON}\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    rf"\b(?:(?:fore|sur|first |last |family |full |birth |known )?names?|{_PERSON})"
    r"(?: \d)?\s*[:=]\s*[\"“'(]?$",
    re.IGNORECASE,
)
"""What stands before a name in a form or a table."""
_LONGEST_LABEL = 30
_NO_NAME_AFTER = frozenset(
    [
        "a",
        "an",
        "be",
        "he",
        "i",
        "it",
        "not",
        "she",
        "that",
        "the",
        "there",
        "they",
        "this",
        "we",
        "you",
        "your",
    ]
)
_RECORD_FOLLOWS = re.compile(rf"\s?[:-] ?(?:{'|'.join(sorted(RECORDS))})\b", re.IGNORECASE)
_CITED = re.compile(
    r"(?:,? [A-Z]\.?(?: ?[A-Z]\.?)*)?(?:,|\s+and others,?|\s+et al\.?,?)?\s*\(?(?:et al|\d{4}\b)"
)
_LE = re.compile(r"-(?:by|in|le|on|super|under|upon)-")
_LISTED = re.compile(r"(?:, |,? and |,? or |/)")
_YEAR_FOLLOWS = re.compile(r",?\s+(?:\d|last\b|this\b)")
_BRACKET = re.compile(rf"\b{_PERSON} \($", re.IGNORECASE)
_AUXILIARIES = {"could", "did", "does", "had", "has", "is", "would"}
_OF_AN_OBJECT = {"asked", "met", "named", "removed", "saw", "told"}
_BEFORE_THE_LAST = frozenset({
    "about", "and", "at", "by", "call", "called", "for", "from", "her", "him", "of", "on", "re",
    "seen", "to", "with",
})  # fmt: skip
_RATING_WIDTH = 3
_RATINGS = re.compile(r"\b(?:RAG|Red|Green|RED|GREEN)\b")
"""Ratings with a capital: a coat of that colour has none."""


class Context(NamedTuple):
    """A word at token `at` of a folded text."""

    text: str
    tokens: Sequence[re.Match[str]]
    at: int
    english: WordList
    is_label: bool = False
    """Whether the text is a file name, a link or a property: no sentence."""

    @property
    def word(self) -> re.Match[str]:
        return self.tokens[self.at]

    def neighbour(self, step: int) -> str:
        """Return the word `step` places on, or "" beyond the text or across a sentence's end."""
        place = self.at + step
        if not 0 <= place < len(self.tokens):
            return ""
        first, last = sorted((self.word, self.tokens[place]), key=re.Match.start)
        between = self.text[first.end() : last.start()]
        return "" if re.search(r"[.!?;:\n\t|]", between) else self.tokens[place][0]


def is_a_service(context: Context) -> bool:
    """Return whether a word is in capitals for it stands for a benefit, a scale or the like."""
    raw = context.word[0]
    line = line_of(context.text, context.word.start())
    is_told = context.neighbour(-1).lower() in TITLES
    return raw.isupper() and raw.lower() in SERVICES and not line.isupper() and not is_told


def is_of_somebody(context: Context) -> bool:
    """Return whether a person must follow, as after "the death of": a month has its year."""
    is_of = context.neighbour(-1).lower() == "of" and context.neighbour(-2).lower() in PORTRAYED
    return is_of and not _YEAR_FOLLOWS.match(context.text, context.word.end())


def is_cited(context: Context) -> bool:
    """Return whether a year follows, as after the author of a study."""
    return not context.is_label and bool(_CITED.match(context.text, context.word.end()))


def is_a_place(context: Context) -> bool:
    """Return whether words stand beside it that stand beside a town."""
    before, after = context.neighbour(-1).lower(), context.neighbour(1)
    is_of_a_body = after[:1].isupper() and after.lower() in BODY_AFTER
    is_long = bool(_LE.match(context.text, context.word.end()))
    is_followed = is_of_a_body or is_long or after.lower() in PLACE_AFTER
    return before in PLACE_BEFORE or is_followed or _is_listed_with_places(context)


def _is_listed_with_places(context: Context) -> bool:
    for step in (-2, -1, 1, 2):
        place = context.at + step
        if 0 <= place < len(context.tokens) and context.tokens[place][0].lower() in PLACES:
            first, last = sorted((context.word, context.tokens[place]), key=re.Match.start)
            if _LISTED.fullmatch(context.text[first.end() : last.start()]):
                return True
    return False


def is_a_month(context: Context) -> bool:
    """Return whether words or numbers stand beside it that stand beside a month."""
    before, after = context.neighbour(-1).lower(), context.neighbour(1).lower()
    start, end = context.word.span()
    near = f"{context.text[max(0, start - 4) : start]} {context.text[end : end + 4]}"
    return (
        before in BEFORE_A_MONTH
        or before in MONTH_NAMES
        or after in MONTH_NAMES
        or after.startswith("fool")
        or any(sign.isdigit() for sign in near)
        or bool(re.search(r"(?:mid|early|late)-$", context.text[:start], re.IGNORECASE))
    )


def is_introduced(context: Context) -> bool:
    """Return whether a form's label stands before the word, as in "Surname: May"."""
    start = context.word.start()
    is_question = context.neighbour(1).lower() in _NO_NAME_AFTER
    before = context.text[max(0, start - _LONGEST_LABEL) : start]
    return not is_question and bool(_INTRODUCED.search(before))


def is_explained(context: Context) -> bool:
    """Return whether it is said at once who is meant, as in "Amber, her sister," or "Amber, 9"."""
    return bool(_EXPLAINED.match(context.text[context.word.end() :]))


def heads_a_record(context: Context) -> bool:
    """Return whether the word is a heading of somebody's record, as in "Will: timeline"."""
    return bool(_RECORD_FOLLOWS.match(context.text, context.word.end()))


def is_rating(context: Context, low: str) -> bool:
    """Return whether a colour is one of a scale, as red, amber and green are."""
    if low not in {"amber", "green", "red", "gold", "silver", "bronze"}:
        return False
    around = context.tokens[max(0, context.at - _RATING_WIDTH) : context.at + _RATING_WIDTH]
    if any(token[0].lower() in COLOURS_OF_A_RATING for token in around):
        return True
    line = line_of(context.text, context.word.start())
    return any(found[0] != context.word[0] for found in _RATINGS.finditer(line))


def stands_like_a_name(context: Context) -> bool:
    """Return whether capitals such as AB stand where a name would."""
    raw, after = context.word[0], context.neighbour(1)
    line = line_of(context.text, context.word.start())
    start, end = context.word.span()
    is_counted = context.text[max(0, start - 2) : start].strip().isdigit()
    is_counted |= context.text[end : end + 2].strip().isdigit()
    if is_counted or (line.isupper() and " " in line.strip()):
        return False
    before = context.neighbour(-1).lower()
    is_subject = raw.endswith("'s") or after.lower() in OF_PEOPLE | _AUXILIARIES
    is_told_of = is_introduced(context) or is_explained(context) or heads_a_record(context)
    if is_subject or is_told_of or before in _OF_AN_OBJECT or _is_bracketed(context):
        return True
    is_last = not after and not begins_sentence(context.text, start)
    return is_last and before in _BEFORE_THE_LAST


def _is_bracketed(context: Context) -> bool:
    """Return whether the word stands in brackets after "mother", "child" or the like."""
    start = context.word.start()
    return bool(_BRACKET.search(context.text, max(0, start - _LONGEST_LABEL), start))
