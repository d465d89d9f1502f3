"""Whose name a word may be: looked up once for each word, however often it stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.likenesses import SHORTEST, Likenesses
from sgdesk.domain.name_parts import PartKind, name_parts
from sgdesk.domain.plain_text import singulars, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.private_facts import PrivatePerson, WordList

_CAMEL = re.compile(r"[A-Z]?[^\WA-Z\d_]+|[A-Z]+(?![a-z])")
_SURE_LENGTH = 5
_ALONE = {PartKind.FIRST, PartKind.MIDDLE, PartKind.LAST, PartKind.ONLY}


class Hit(NamedTuple):
    """A word may be a part of the name of person number `person`."""

    person: int
    part: str
    kind: PartKind
    is_alike: bool = False
    """One letter differs."""
    is_plural: bool = False

    def __repr__(self) -> str:
        return f"<Hit {self.person}>"


class NameIndex:
    """The names of many people, by each of their parts."""

    def __init__(self, people: Sequence[PrivatePerson], english: WordList) -> None:
        self._english = english
        self._parts: dict[str, dict[tuple[int, PartKind], None]] = defaultdict(dict)
        for number, person in enumerate(people):
            for part in name_parts(person):
                self._parts[part.word][number, part.kind] = None
        self._likenesses = Likenesses(
            part for part, held in self._parts.items() if any(kind in _ALONE for _, kind in held)
        )
        self._known: dict[str, tuple[Hit, ...]] = {}
        pieces: dict[str, set[str]] = defaultdict(set)
        for word, held in self._parts.items():
            if all(kind is PartKind.LOGIN for _, kind in held):
                continue  # of an initial and a name side by side the search takes care
            for end in range(1, len(word)):
                pieces[word[:end]].add(word[end:])
        self._pieces = {start: frozenset(rests) for start, rests in pieces.items()}
        self._rests: dict[str, frozenset[str]] = {}

    def hits(self, raw: str) -> tuple[Hit, ...]:
        """Return whose name `raw`, a folded word, may be."""
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = tuple(dict.fromkeys(self._look_up(raw)))
        return known

    def joined_hits(self, first: str, second: str) -> tuple[Hit, ...]:
        """Return whose name two words side by side are, where they make up one part of it."""
        rests = self._rests.get(first)
        if rests is None:
            start = first.lower().replace("'", "")
            rests = self._rests[first] = self._pieces.get(start, frozenset())
        if not rests:
            return ()
        stem = stems(second)[0]
        if stem not in rests:
            return ()
        together = first.lower().replace("'", "") + stem
        is_ordinary = first.islower() and {first, stem} <= self._english.words
        held = () if is_ordinary else self._parts[together]
        return tuple(Hit(n, together, kind) for n, kind in held)

    def _look_up(self, raw: str) -> list[Hit]:
        found = self._exact(raw)
        pieces = _CAMEL.findall(raw) if re.search("[a-z][A-Z]", raw) else []
        for piece in pieces:
            found += self._exact(piece)
        if not found:
            found = self._alike(raw)
        return found

    def _exact(self, raw: str) -> list[Hit]:
        found: list[Hit] = []
        possible = stems(raw)
        for stem in possible:
            found += [Hit(n, stem, kind) for n, kind in self._parts.get(stem, ())]
        if found or not raw[0].isupper():
            return found
        for stem in possible:
            for one in singulars(stem):
                if len(one) < SHORTEST:
                    continue
                held = self._parts.get(one, ())
                found += [Hit(n, one, kind, is_plural=True) for n, kind in held]
        is_word = possible[0] in self._english.words
        return [hit for hit in found if hit.kind is not PartKind.FIRST or not is_word]

    def _alike(self, raw: str) -> list[Hit]:
        stem = stems(raw)[0]
        if stem in self._english.words:
            return []
        found = []
        for part in self._likenesses.of(stem):
            is_long = len(part) >= _SURE_LENGTH or (
                raw[0].isupper() and len(stem) >= len(part) and stem not in self._english.names
            )
            if is_long:
                held = [(n, kind) for n, kind in self._parts[part] if kind in _ALONE]
                found += [Hit(n, part, kind, is_alike=True) for n, kind in held]
        return found
