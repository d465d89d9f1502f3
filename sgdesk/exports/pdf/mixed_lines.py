"""Lines of words that run both ways, taken apart into what one phrase can draw."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.pdf.directions import levels_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.exports.pdf.fonts import Weight
    from sgdesk.exports.pdf.measured_words import Word


class Part(NamedTuple):
    """What one phrase can draw of a line."""

    text: str
    weight: Weight
    link: int
    level: int

    @property
    def is_from_right(self) -> bool:
        return self.level % 2 == 1


def parts_of(words: tuple[Word, ...], levels: tuple[tuple[int, ...], ...]) -> Iterator[Part]:
    """Yield the parts of a line in reading order, without the space at its end."""
    letters: list[tuple[str, Weight, int, int]] = []
    for word, along in zip(words, levels, strict=True):
        text = f"{word.text} "[: len(along)]
        letters += [
            (one, word.weight, word.link, level) for one, level in zip(text, along, strict=True)
        ]
    if letters[-1][0] == " ":
        letters.pop()
    for (weight, link, level), group in groupby(letters, key=lambda one: one[1:]):
        yield Part("".join(letter for letter, *_ in group), weight, link, level)


def levels_along(words: tuple[Word, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the levels of each word's letters, and of the space after it if there is one."""
    gaps = [float(word.gap) for word in words[1:]] + [0.0]
    parts = [f"{word.text} " if gap else word.text for word, gap in zip(words, gaps, strict=True)]
    levels = levels_of("".join(parts))
    start = 0
    for part in parts:
        yield levels[start : start + len(part)]
        start += len(part)
