"""Whether a word that looks like a private name is meant as that name where it stands."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.english_usage import (
    AFTER_WAS,
    BEFORE_A_MONTH,
    COLOURS_OF_A_RATING,
    EPONYMS,
    KIN,
    MONTH_NAMES,
    OF_PEOPLE,
    PLACE_AFTER,
    PLACE_BEFORE,
    PLACES,
    SAINTS,
    TITLES,
)
from sgdesk.domain.name_parts import SHORT
from sgdesk.domain.plain_text import begins_sentence, line_of, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.private_facts import WordList

_CITED = re.compile(r"^(?:,|\s+and others,?|\s+et al\.?,?)?\s*\(?(?:et al|\d{4}\b)")
_EXPLAINED = re.compile(
    r"^,? \(?(?:(?:her|his|their|who|whose|aged)\b|\d\d?[,)])"
    r"|^ \((?:aunt|brother|daughter|father|grand\w+|mother|mum|sister|son|step\w+|uncle)\b"
)
_LISTED = re.compile(r"(?:, |,? and |,? or |/)")
_TITLE_CASE, _FEWEST, _LONG = 0.75, 3, 4
_RATING_WIDTH = 3
_BETWEEN = {"been", "not", "also", "never"}


class Certainty(IntEnum):
    NONE = 0
    PERHAPS = 1
    CERTAIN = 2


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


def judge_plain(context: Context, part: str, *, is_first: bool, is_last: bool) -> Certainty:
    """Return how certain a name is that is no English word."""
    raw = context.word[0]
    if len(part) <= SHORT:
        is_capital = raw[0].isupper() and not raw.isupper() and not _touches_hyphen(context)
        is_doubtful = not is_capital or _is_of_another(context, is_first=True)
        return Certainty.NONE if is_doubtful else Certainty.PERHAPS
    is_cited = is_last and (_is_cited(context) or context.neighbour(1).lower() in EPONYMS)
    is_saint = is_first and SAINTS & {context.neighbour(-step).lower() for step in (1, 2)}
    if is_cited or is_saint or (part in PLACES and _is_a_place(context)):
        return Certainty.NONE
    if part in context.english.names and _is_of_another(context, is_first=is_first):
        return Certainty.PERHAPS
    return Certainty.CERTAIN


def judge_word(context: Context, part: str, *, is_last: bool) -> Certainty:
    """Return how certain a name is that is an English word, or a month, as well."""
    raw = context.word[0]
    before, after = context.neighbour(-1), context.neighbour(1).lower()
    is_cited = is_last and (_is_cited(context) or after in EPONYMS)
    if not raw[0].isupper() or _is_rating(context, part) or is_cited:
        return Certainty.NONE
    if before.lower() in TITLES or _titled(context) or (is_last and after in KIN):
        return Certainty.CERTAIN
    is_month = part in MONTH_NAMES
    if before.lower() in SAINTS or (is_month and _is_a_month(context)):
        return Certainty.NONE
    if context.is_label or _is_heading(line_of(context.text, context.word.start())):
        is_possessive = raw.lower().endswith("'s") and not is_month
        return Certainty.PERHAPS if is_possessive else Certainty.NONE
    return _in_a_sentence(context, before, is_month=is_month)


def judge_likeness(context: Context, word: str) -> Certainty:
    """Return how certain a name is of which one letter differs."""
    is_capital = context.word[0][0].isupper()
    if word in context.english.names:
        is_of_another = _is_of_another(context, is_first=True) or _is_a_place(context)
        is_doubtful = not is_capital or is_of_another or _is_cited(context)
        return Certainty.NONE if is_doubtful else Certainty.PERHAPS
    return Certainty.CERTAIN if is_capital else Certainty.PERHAPS


def stands_like_a_name(context: Context) -> bool:
    """Return whether capitals such as AB stand where a name would."""
    raw, after = context.word[0], context.neighbour(1)
    line = line_of(context.text, context.word.start())
    start, end = context.word.span()
    is_counted = context.text[max(0, start - 2) : start].strip().isdigit()
    is_counted |= context.text[end : end + 2].strip().isdigit()
    if is_counted or (line.isupper() and " " in line.strip()):
        return False
    if raw.endswith("'s") or after.lower() in OF_PEOPLE | {"had", "has", "is"}:
        return True
    before = context.neighbour(-1).lower()
    is_last = not after and not begins_sentence(context.text, context.word.start())
    return is_last and before in {
        "about", "and", "at", "by", "call", "called", "for", "from", "her", "him", "met", "named",
        "of", "on", "saw", "seen", "to", "with",
    }  # fmt: skip


def _in_a_sentence(context: Context, before: str, *, is_month: bool) -> Certainty:
    after = context.neighbour(1)
    if not begins_sentence(context.text, context.word.start()):
        is_of_another = _is_capital(before) and not _starts(context, -1)
        return Certainty.NONE if is_of_another or _is_capital(after) else Certainty.CERTAIN
    if after.lower() in {"was", "had"}:
        then = context.neighbour(2).lower()
        then = context.neighbour(3).lower() if then in _BETWEEN else then
        return Certainty.CERTAIN if then in AFTER_WAS else Certainty.PERHAPS
    is_possessive = context.word[0].lower().endswith("'s") and not is_month
    is_spoken_of = is_possessive or after.lower() in OF_PEOPLE or _is_explained(context)
    return Certainty.PERHAPS if is_spoken_of else Certainty.NONE


def _is_explained(context: Context) -> bool:
    """Return whether it is said at once who is meant, as in "Amber, her sister," or "Amber, 9"."""
    return bool(_EXPLAINED.match(context.text[context.word.end() :]))


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _starts(context: Context, step: int) -> bool:
    """Return whether a neighbour has its capital only because a sentence begins with it."""
    place = context.at + step
    token = context.tokens[place]
    is_english = stems(token[0])[0] in context.english.words
    return is_english and begins_sentence(context.text, token.start())


def _titled(context: Context) -> bool:
    before = context.text[max(0, context.word.start() - 6) : context.word.start()]
    return bool(re.search(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\. $", before))


def _touches_hyphen(context: Context) -> bool:
    start, end = context.word.span()
    return "-" in {context.text[start - 1 : start], context.text[end : end + 1]}


def _is_cited(context: Context) -> bool:
    return not context.is_label and bool(_CITED.match(context.text[context.word.end() :]))


def _is_a_place(context: Context) -> bool:
    before, after = context.neighbour(-1).lower(), context.neighbour(1).lower()
    return before in PLACE_BEFORE or after in PLACE_AFTER or _is_listed_with_places(context)


def _is_listed_with_places(context: Context) -> bool:
    for step in (-2, -1, 1, 2):
        place = context.at + step
        if 0 <= place < len(context.tokens) and context.tokens[place][0].lower() in PLACES:
            first, last = sorted((context.word, context.tokens[place]), key=re.Match.start)
            if _LISTED.fullmatch(context.text[first.end() : last.start()]):
                return True
    return False


def _is_of_another(context: Context, *, is_first: bool) -> bool:
    """Return whether a capital beside the word makes it part of somebody else's name."""
    after = context.neighbour(1)
    if is_first:
        return _is_capital(after) and not after.isupper()
    before = context.neighbour(-1)
    is_known = before.lower() in context.english.names and before.lower() not in TITLES
    return _is_capital(before) and is_known and not _starts(context, -1)


def _is_a_month(context: Context) -> bool:
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


def _is_rating(context: Context, low: str) -> bool:
    if low not in {"amber", "green", "red", "gold", "silver", "bronze"}:
        return False
    around = context.tokens[max(0, context.at - _RATING_WIDTH) : context.at + _RATING_WIDTH]
    return any(token[0].lower() in COLOURS_OF_A_RATING for token in around)


def _is_heading(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= _LONG]
    if len(words) < _FEWEST:
        return line.isupper() and " " in line.strip()
    capitals = sum(word[0].isupper() for word in words)
    return bool(capitals / len(words) > _TITLE_CASE)
