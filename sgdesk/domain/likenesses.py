"""Words that are one letter apart: one more, one less, another, or two that changed places."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST = 4
"""In words with fewer letters one letter makes another word too often."""


def is_one_letter_off(first: str, second: str) -> bool:
    """Return whether `second` is `first` with one letter more, less, another or two swapped."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    at = 0
    shorter = min(len(first), len(second))
    while at < shorter and first[at] == second[at]:
        at += 1
    if len(first) != len(second):
        longer, other = (first, second) if len(first) > len(second) else (second, first)
        return longer[at + 1 :] == other[at:]
    if first[at + 1 :] == second[at + 1 :]:
        return True
    is_swap = first[at : at + 2] == second[at : at + 2][::-1]
    return is_swap and first[at + 2 :] == second[at + 2 :]


class Likenesses:
    """Finds the words of a set that are one letter from another word, without comparing all.

    Two such words are alike once one letter of either, or of both, is taken out.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        for word in words:
            if len(word) >= SHORTEST:
                for less in {word, *_shortened(word)}:
                    self._words[less].append(word)

    def of(self, word: str) -> set[str]:
        """Return the words of the set that are one letter from `word`."""
        if len(word) < SHORTEST - 1:
            return set()
        found: set[str] = set()
        for less in {word, *_shortened(word)}:
            found.update(self._words.get(less, ()))
        return {one for one in found if is_one_letter_off(one, word)}


def _shortened(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]
