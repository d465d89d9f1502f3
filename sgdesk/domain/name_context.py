"""Whether a word that looks like a private name is meant as that name where it stands."""

from __future__ import annotations

import re
from enum import IntEnum

from sgdesk.domain.english_usage import (
    AFTER_WAS,
    EPONYMS,
    FEELINGS,
    FILED,
    KIN,
    MONTH_NAMES,
    OF_PEOPLE,
    OWNED,
    PLACES,
    SAINTS,
    TITLES,
)
from sgdesk.domain.name_meanings import (
    Context,
    heads_a_record,
    is_a_month,
    is_a_place,
    is_a_service,
    is_cited,
    is_explained,
    is_introduced,
    is_of_somebody,
    is_rating,
)
from sgdesk.domain.name_parts import SHORT
from sgdesk.domain.plain_text import begins_sentence, line_of, stems

_TITLE_CASE, _FEWEST, _LONG = 0.75, 3, 4
_BETWEEN = {"been", "not", "also", "never"}
_OF_A_MONTH = {"a", "also", "another", "busy", "cold", "no", "quiet", "the", "too", "when", "wet"}
"""What is said of months after "was" and "had"."""


class Certainty(IntEnum):
    NONE = 0
    PERHAPS = 1
    CERTAIN = 2


def judge_plain(context: Context, part: str, *, is_first: bool, is_last: bool) -> Certainty:
    """Return how certain a name is that is no English word."""
    raw = context.word[0]
    if is_last and is_cited(context):
        return Certainty.NONE
    if len(part) <= SHORT:
        is_joined = _touches_hyphen(context) and not context.is_label
        is_capital = raw[0].isupper() and not raw.isupper() and not is_joined
        is_doubtful = not is_capital or _is_of_another(context, is_first=True)
        return Certainty.NONE if is_doubtful else Certainty.PERHAPS
    cited = is_last and context.neighbour(1).lower() in EPONYMS
    is_saint = is_first and SAINTS & {context.neighbour(-step).lower() for step in (1, 2)}
    is_town = part in PLACES and is_a_place(context)
    if cited or is_saint or (is_town and not _is_of_a_family(context, part)):
        return Certainty.NONE
    if part in context.english.names and _is_of_another(context, is_first=is_first):
        return Certainty.PERHAPS
    return Certainty.CERTAIN


def judge_word(context: Context, part: str, *, is_last: bool) -> Certainty:
    """Return how certain a name is that is an English word, or a month, as well."""
    raw = context.word[0]
    if context.is_label and is_last and raw.islower():
        return Certainty.PERHAPS if _is_filed(context) else Certainty.NONE
    if not raw[0].isupper() or _means_another(context, part, is_last=is_last):
        return Certainty.NONE
    if _is_called(context, is_last=is_last):
        return Certainty.CERTAIN
    is_month = part in MONTH_NAMES
    before = context.neighbour(-1)
    if before.lower() in SAINTS or (is_month and is_a_month(context)):
        return Certainty.NONE
    if context.is_label or _is_heading(line_of(context.text, context.word.start())):
        is_surname = is_last and part in context.english.names
        is_filed = context.is_label and (is_surname or _is_filed(context))
        is_meant = is_filed or raw.lower().endswith("'s")
        return Certainty.PERHAPS if is_meant and not is_month else Certainty.NONE
    return _in_a_sentence(context, before, is_month=is_month)


def _means_another(context: Context, part: str, *, is_last: bool) -> bool:
    """Return whether the word is a rating, a service, an author or somebody else's first name."""
    after = context.neighbour(1)
    is_titled = context.neighbour(-1).lower() in TITLES or _titled(context)
    is_of_another = is_titled and _is_capital(after) and not after.isupper()
    is_of_study = is_last and (is_cited(context) or after.lower() in EPONYMS)
    return is_of_another or is_of_study or is_rating(context, part) or is_a_service(context)


def _is_called(context: Context, *, is_last: bool) -> bool:
    """Return whether what stands before the word, or after it, makes it a name."""
    is_of_kin = is_last and context.neighbour(1).lower() in KIN
    is_titled = context.neighbour(-1).lower() in TITLES or _titled(context)
    return is_titled or is_of_kin or is_introduced(context) or is_of_somebody(context)


def judge_likeness(context: Context, word: str) -> Certainty:
    """Return how certain a name is of which one letter differs."""
    is_capital = context.word[0][0].isupper()
    if word in context.english.names:
        is_of_another = _is_of_another(context, is_first=True) or is_a_place(context)
        is_doubtful = not is_capital or is_of_another or is_cited(context)
        return Certainty.NONE if is_doubtful else Certainty.PERHAPS
    return Certainty.CERTAIN if is_capital else Certainty.PERHAPS


def _in_a_sentence(context: Context, before: str, *, is_month: bool) -> Certainty:
    if not begins_sentence(context.text, context.word.start()):
        is_of_another = _is_capital(before) and not _starts(context, -1)
        is_another = is_of_another or _is_capital(context.neighbour(1))
        return Certainty.NONE if is_another else Certainty.CERTAIN
    if context.neighbour(1).lower() in {"was", "had"}:
        then = context.neighbour(2).lower()
        then = context.neighbour(3).lower() if then in _BETWEEN else then
        if then in AFTER_WAS | FEELINGS:
            return Certainty.CERTAIN
        return Certainty.NONE if is_month and then in _OF_A_MONTH else Certainty.PERHAPS
    is_spoken_of = _is_spoken_of(context, is_month=is_month) or is_explained(context)
    return Certainty.PERHAPS if is_spoken_of else Certainty.NONE


def _is_spoken_of(context: Context, *, is_month: bool) -> bool:
    """Return whether the first word of a sentence has, is or does what people do."""
    raw, after, then = (context.word[0], *(context.neighbour(step).lower() for step in (1, 2)))
    if after in {"has", "is"}:
        return raw == "Will" or then in FEELINGS  # "will" is followed by neither as a verb
    if raw.lower().endswith("'s"):
        return not is_month or bool({after, then} & OWNED)
    is_filed = not is_month and heads_a_record(context)
    return after in OF_PEOPLE or is_filed


def _is_filed(context: Context) -> bool:
    """Return whether a file is called after somebody, as "Will_notes" is, or "Hunter"."""
    beside = {context.neighbour(-1).lower(), context.neighbour(1).lower()}
    return beside == {""} or bool(beside & FILED)


def _is_of_a_family(context: Context, part: str) -> bool:
    """Return whether a town's name is a family's, as in "the Boltons", "the Bolton household"."""
    is_plural = stems(context.word[0])[0] != part
    return is_plural or context.neighbour(1).lower() in KIN or is_of_somebody(context)


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


def _is_of_another(context: Context, *, is_first: bool) -> bool:
    """Return whether a capital beside the word makes it part of somebody else's name."""
    after = context.neighbour(1)
    if is_first:
        return _is_capital(after) and not after.isupper()
    before = context.neighbour(-1)
    is_known = before.lower() in context.english.names and before.lower() not in TITLES
    return _is_capital(before) and is_known and not _starts(context, -1)


def _is_heading(line: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= _LONG]
    if len(words) < _FEWEST:
        return line.isupper() and " " in line.strip()
    capitals = sum(word[0].isupper() for word in words)
    return bool(capitals / len(words) > _TITLE_CASE)
