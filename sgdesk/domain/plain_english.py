"""Hints for plainer writing: long sentences, jargon, blame, and short forms not explained.

Each is quick, seldom wrong, and says what to write instead. The passive voice is left alone: no
rule finds it without false alarms, and a hint that is often wrong is soon read no more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.plain_words import BLAME, COMMON_FORMS, SHORT_FORMS, VICTIM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_WORDS = 25
"""A sentence with more words is long."""
_QUOTED = 5
_SENTENCE_ENDS = re.compile(r"[.!?…]+[\"”’)]*(?=\s|$)|\n")
_SHORTENED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|dr|mr|mrs|ms|no|nos|prof|st|vs)|\b\w)\.$", re.IGNORECASE
)
_SHORT_FORM = re.compile(r"(?<![\w&/-])([A-Z]{2,6})(s?)(?![\w&/-])")
_LEAST_OTHERS = 4


class HintKind(StrEnum):
    BLAME = "blame"
    VICTIM = "victim"
    JARGON = "jargon"
    SHORT_FORM = "short_form"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a form. `item` and `part` say which of a list's texts it is."""

    field: str
    text: str
    item: int = 0
    part: int = 0


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that could be said more plainly. `start` and `end` count the passage's letters."""

    kind: HintKind
    passage: Passage
    start: int
    end: int
    sentence: str
    """What to write instead, and why."""
    key: str
    """The same for the same words wherever they stand, so that they can be let pass."""


def find_hints(passages: Iterable[Passage], jargon: Sequence[tuple[str, str]]) -> tuple[Hint, ...]:
    """Return the hints in reading order, the same words told once.

    `jargon` are pairs of what is said and what to say instead. Words of one hint are not part of
    another, but for those of a long sentence.
    """
    found: dict[str, Hint] = {}
    met: set[str] = set()
    for passage in passages:
        for hint in sorted(_hints(passage, tuple(jargon), met), key=lambda one: one.start):
            found.setdefault(hint.key, hint)
    return tuple(found.values())


def _hints(passage: Passage, jargon: tuple[tuple[str, str], ...], met: set[str]) -> Iterator[Hint]:
    taken: list[Hint] = []
    for kind, matches in (
        (HintKind.VICTIM, _judged(passage.text, VICTIM)),
        (HintKind.BLAME, _judged(passage.text, BLAME)),
        (HintKind.JARGON, _jargon_in(passage.text, jargon)),
        (HintKind.SHORT_FORM, _short_forms(passage.text, met)),
    ):
        for start, end, key, sentence in matches:
            if not any(start < other.end and other.start < end for other in taken):
                taken.append(Hint(kind, passage, start, end, sentence, f"{kind}:{key}"))
    yield from taken
    for start, end, key, sentence in _long_sentences(passage.text):
        yield Hint(HintKind.LONG, passage, start, end, sentence, f"{HintKind.LONG}:{key}")


class _Found(NamedTuple):
    start: int
    end: int
    key: str
    sentence: str


def _judged(text: str, table: tuple[tuple[str, str], ...]) -> Iterator[_Found]:
    for number, match in _matches(text, tuple(pattern for pattern, _ in table)):
        advice = table[number][1]
        if advice[0].isupper():
            advice = f"perhaps not. {advice}"
        sentence = f"“{_on_one_line(match)}” {advice}"
        yield _Found(match.start(), match.end(), match[0].casefold(), sentence)


def _jargon_in(text: str, jargon: tuple[tuple[str, str], ...]) -> Iterator[_Found]:
    for number, match in _matches(text, tuple(_inflected(said) for said, _ in jargon)):
        said, instead = jargon[number]
        sentence = f"“{_on_one_line(match)}”, more plainly: {instead}."
        yield _Found(match.start(), match.end(), said.casefold(), sentence)


def _on_one_line(match: re.Match[str]) -> str:
    return " ".join(match[0].split())


def _matches(text: str, patterns: tuple[str, ...]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield each match of whole words, with the number of its pattern."""
    if not patterns:
        return
    for match in _alternatives(patterns).finditer(text):
        yield int((match.lastgroup or "")[1:]), match


@lru_cache(maxsize=8)
def _alternatives(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one expression for all patterns, the longest words first, a space for any."""
    ranked = sorted(enumerate(patterns), key=lambda one: -len(one[1]))
    joined = "|".join(f"(?P<p{number}>{pattern})" for number, pattern in ranked)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])".replace(" ", r"\s+"), re.IGNORECASE)


def _inflected(said: str) -> str:
    """Return the pattern of an entry; that of a single word takes its usual endings too."""
    words = " ".join(map(re.escape, said.split()))
    if " " in words or not words[-1].isalpha():
        return words
    if words[-1] in "eE":
        return f"{words[:-1]}(?:e|es|ed|er|ing)"
    if words[-1] in "yY":
        return f"{words[:-1]}(?:y|ies|ied|ying)"
    return f"{words}(?:s|ed|ing|ly)?"


def _short_forms(text: str, met: set[str]) -> Iterator[_Found]:
    """Yield short forms at their first use, unless the full words stand beside it."""
    if _is_shouted(text):
        return
    for match in _SHORT_FORM.finditer(text):
        form = match[1]
        if form in met or form in COMMON_FORMS:
            continue
        met.add(form)
        if not _is_explained(text, match):
            yield _Found(match.start(), match.end(), form, _spelt(form))


def _spelt(form: str) -> str:
    full = SHORT_FORMS.get(form, "")
    if not full:
        return f"“{form}”: say in full what it stands for at its first use."
    return f"“{form}”: say it in full at its first use, as in “{full} ({form})”."


def _is_explained(text: str, match: re.Match[str]) -> bool:
    """Return whether it stands in brackets after its words, or has them in brackets after it."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    in_brackets = before.endswith(("(", "(the")) and any(map(str.isalpha, before))
    return in_brackets or re.match(r"\([^)]*[a-z]{3}", after) is not None


def _is_shouted(text: str) -> bool:
    """Return whether the text is in capitals throughout, as a pasted heading may be."""
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    large = sum(word.isupper() for word in words)
    return len(words) >= _LEAST_OTHERS and 2 * large > len(words)


def _long_sentences(text: str) -> Iterator[_Found]:
    for start, end in sentences(text):
        words = [word for word in text[start:end].split() if any(map(str.isalnum, word))]
        if len(words) > MOST_WORDS:
            first = " ".join(words[:_QUOTED]).rstrip(",;:")
            sentence = f"{len(words)} words in one sentence, “{first}…”: make two of it."
            yield _Found(start, end, first.casefold(), sentence)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends, without the spaces around it.

    A line end ends a sentence; the full stop of "Dr." or of an initial does not.
    """
    start = 0
    for match in _SENTENCE_ENDS.finditer(text):
        is_stop = match[0] == "." and _SHORTENED.search(text[start : match.end()])
        if is_stop and text[match.end() :].strip():
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
