"""One text made ready to be searched: done once, though it stands in every file of a pack."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from sgdesk.domain.name_parts import GIVEN, PartKind
from sgdesk.domain.plain_text import WORD, fold
from sgdesk.domain.written_dates import WrittenDate, written_dates

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from sgdesk.domain.name_index import Hit, NameIndex
    from sgdesk.domain.place_parts import PlaceStarts
    from sgdesk.domain.private_facts import WordList
    from sgdesk.domain.public_spans import PublicSpans

    Pair: TypeAlias = tuple[tuple[int, Hit], tuple[int, Hit]]

DOTTED = re.compile(r"(?<![\w.])([A-Z])\. ?([A-Z])\.(?: ?([A-Z])\.)?('s)?(?!\w)( [A-Z][a-z])?")
"""Two or three initials with full stops; last the word that follows, if it has a capital."""
_SINGLE = re.compile(r"(?<![\w.&'-])[A-Z] [A-Z](?: [A-Z])?(?![\w.&-]|'[^\W\d_]{2})")
_HUMP = re.compile("[a-z][A-Z]")
_PIECE = re.compile(r"(?:[A-Z]?[^\WA-Z\d_]+|[A-Z]+(?![a-z]))(?:'[^\W\d_]+)*'?")
_DIGIT = re.compile(r"\d")
_FEWEST, _MOST = 2, 3
_FARTHEST = 2
"""A middle name or an initial may stand between first and last name."""
_ENDS = re.compile(r"[.!?]\s+(?=[^\W\d_]{2})|\n\s*\n")


class PageText:
    """A folded text with its words, and what it holds that could be private."""

    def __init__(
        self,
        text: str,
        index: NameIndex,
        public: PublicSpans,
        places: PlaceStarts,
        english: WordList,
        *,
        is_label: bool = False,
    ) -> None:
        self.text = fold(text)
        self.is_label = is_label
        self.english = english
        self.tokens = list(WORD.finditer(self.text))
        self._index = index
        self._public = public
        self._places = places
        self.has_digits = bool(_DIGIT.search(self.text))

    def __repr__(self) -> str:
        return f"<PageText of {len(self.tokens)} words>"

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return self._public.of(self.text)

    @cached_property
    def hits(self) -> list[tuple[int, Hit]]:
        """Return the words that may be somebody's name: the place among the words, and whose."""
        found: list[tuple[int, Hit]] = []
        before = ""
        for at, token in enumerate(self.tokens):
            word = token[0]
            found += [(at, hit) for hit in self._index.hits(word)]
            if before:
                found += [(at, hit) for hit in self._index.joined_hits(before, word)]
            before = word
        return found

    @cached_property
    def by_person(self) -> dict[int, list[tuple[int, Hit]]]:
        """Return the same by whose name it may be."""
        found: dict[int, list[tuple[int, Hit]]] = defaultdict(list)
        for at, hit in self.hits:
            found[hit.person].append((at, hit))
        return dict(found)

    @cached_property
    def pairs(self) -> dict[int, list[Pair]]:
        """Return where first and last name of one person stand beside each other, if anywhere."""
        found = {person: self._pairs(hits) for person, hits in self.by_person.items()}
        return {person: pairs for person, pairs in found.items() if pairs}

    @cached_property
    def together(self) -> frozenset[int]:
        """Return of whom first and last name stand there run together."""
        return frozenset(
            hit.person
            for at, hit in self.hits
            if hit.kind is PartKind.TOGETHER and at not in self.public
        )

    def _pairs(self, hits: list[tuple[int, Hit]]) -> list[Pair]:
        given = [(at, hit) for at, hit in hits if hit.kind in GIVEN]
        last = [(at, hit) for at, hit in hits if hit.kind is PartKind.LAST]
        return [
            (one, other)
            for one in given
            for other in last
            if 0 < abs(one[0] - other[0]) <= _FARTHEST and self._is_one_phrase(one[0], other[0])
        ]

    def _is_one_phrase(self, one: int, other: int) -> bool:
        first, last = sorted((self.tokens[one], self.tokens[other]), key=re.Match.start)
        return not _ENDS.search(self.text[first.end() : last.start() + 2])

    @cached_property
    def public(self) -> frozenset[int]:
        """Return the places of the words within phrases that anybody may know."""
        return frozenset(
            at
            for at, token in enumerate(self.tokens)
            if any(start <= token.start() < end for start, end in self._spans)
        )

    @cached_property
    def dates(self) -> frozenset[WrittenDate]:
        """Return the dates outside such phrases."""
        text = self.text
        for start, end in self._spans:
            text = f"{text[:start]}{'|' * (end - start)}{text[end:]}"
        return frozenset(written_dates(text))

    @cached_property
    def years(self) -> frozenset[int]:
        """Return the years that stand in the text in digits."""
        return frozenset(map(int, re.findall(r"(?<!\d)\d{4}(?!\d)", self.text)))

    @cached_property
    def starts(self) -> list[tuple[Sequence[re.Match[str]], int, frozenset[str]]]:
        """Return the words with which a place may begin: among which, where, and which.

        Words run together with capitals, as in a file's name, are looked at apart as well.
        """
        ways = [self.tokens]
        if _HUMP.search(self.text):
            ways.append(list(_PIECE.finditer(self.text)))
        return [
            (tokens, at, starts)
            for tokens in ways
            for at, token in enumerate(tokens)
            if (starts := self._places.of(token[0]))
        ]

    @cached_property
    def dotted(self) -> list[re.Match[str]]:
        """Return what looks like initials with full stops."""
        return list(DOTTED.finditer(self.text)) if "." in self.text else []

    @cached_property
    def capitals(self) -> dict[str, list[int]]:
        """Return the places of words of two or three capitals, spaced letters run together."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens):
            letters = token[0].removesuffix("'s")
            if letters.isupper() and _FEWEST <= len(letters) <= _MOST and not self._is_joined(at):
                found[letters].append(at)
        starts = {token.start(): at for at, token in enumerate(self.tokens)}
        for single in _SINGLE.finditer(self.text):
            found[single[0].replace(" ", "")].append(starts[single.end() - 1])
        return dict(found)

    def _is_joined(self, at: int) -> bool:
        start, end = self.tokens[at].span()
        beside = {self.text[max(0, start - 1) : start], self.text[end : end + 1]}
        return bool(beside & {"-", "&", "/", "@"})
