"""Breaks text into lines by measured words, and says where each part of a line stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.pdf.fonts import FontSet, Weight, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PT = 25.4 / 72
"""Millimetres in a point."""
_LONGEST_WORD = 12.0
"""Words wider than this, in multiples of the type size, may be broken anywhere."""
_CHUNK = 4


class Word(NamedTuple):
    """A word, or a chunk of an overlong one. Widths are multiples of the type size."""

    text: str
    weight: Weight
    width: float
    gap: float
    """Space before it; 0 where it goes on from the word before."""
    link: int
    """Number of the link that it belongs to, 0 for none."""


class Span(NamedTuple):
    """Part of a line in one weight. `x` is in mm from the line's start.

    `width` is in mm and leaves out a space at the end.
    """

    text: str
    weight: Weight
    x: float
    width: float
    line: int
    link: int


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight, as it comes from a record. Runs are parted by a space."""

    text: str
    weight: Weight = Weight.REGULAR
    link: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Measured words. `addresses` are what its links open, number 1 first."""

    words: tuple[Word, ...]
    addresses: tuple[str, ...] = ()
    _starts: dict[float, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def width(self) -> float:
        """How wide it is on one line, in multiples of the type size."""
        return sum(word.width + word.gap for word in self.words)

    @property
    def count(self) -> int:
        """How many words it has, an overlong one counted once."""
        return len(self._heads())

    def first(self, count: int) -> Paragraph:
        """Return the paragraph cut after its first `count` words."""
        heads = (*self._heads(), len(self.words))
        return Paragraph(self.words[: heads[min(count, len(heads) - 1)]], self.addresses)

    def _heads(self) -> list[int]:
        return [number for number, word in enumerate(self.words) if word.gap or not number]

    def line_starts(self, width: float) -> tuple[int, ...]:
        """Return the number of each line's first word, for lines `width` type sizes wide."""
        if width not in self._starts:
            self._starts[width] = tuple(self._broken(width))
        return self._starts[width]

    def _broken(self, width: float) -> Iterator[int]:
        filled = width + 1
        for number, (_, _, word, gap, _) in enumerate(self.words):
            filled += gap + word
            if filled > width:
                yield number
                filled = word


def measured(fonts: FontSet, runs: Iterable[Run], addresses: tuple[str, ...] = ()) -> Paragraph:
    """Return the words of `runs`, cleaned and measured."""
    words: list[Word] = []
    for run in runs:
        for text in printable(run.text).split():
            gap = fonts.width(" ", run.weight) if words else 0.0
            words.extend(_chunks(fonts, text, run, gap))
    return Paragraph(tuple(words), addresses)


def _chunks(fonts: FontSet, text: str, run: Run, gap: float) -> Iterator[Word]:
    width = fonts.width(text, run.weight)
    if width <= _LONGEST_WORD:
        yield Word(text, run.weight, width, gap, run.link)
        return
    for start in range(0, len(text), _CHUNK):
        chunk = text[start : start + _CHUNK]
        width = fonts.width(chunk, run.weight)
        yield Word(chunk, run.weight, width, 0.0 if start else gap, run.link)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph broken to a width. `width` is in mm, `size` in points, `leading` in sizes."""

    paragraph: Paragraph
    width: float
    size: float
    leading: float
    goes_on: bool = False
    """Whether other text follows in the same tag, so that the last line, too, ends in a space."""

    @property
    def starts(self) -> tuple[int, ...]:
        return self.paragraph.line_starts(self.width / (self.size * PT))

    @property
    def line_height(self) -> float:
        """Distance of lines in mm."""
        return self.size * PT * self.leading

    @property
    def height(self) -> float:
        """Height in mm."""
        return len(self.starts) * self.line_height

    @property
    def natural_width(self) -> float:
        """How wide the paragraph is on one line, in mm."""
        return self.paragraph.width * self.size * PT

    def spans(self) -> Iterator[Span]:
        """Yield the parts of every line in reading order.

        Every line but the last ends in a space, so that words at its edge are not glued
        together where the text is read aloud or copied; a word that goes on has none.
        """
        words = self.paragraph.words
        ends = (*self.starts[1:], len(words))
        for line, (start, end) in enumerate(zip(self.starts, ends, strict=True)):
            following = words[end].gap if end < len(words) else float(self.goes_on)
            yield from self._line(line, words[start:end], following)

    def _line(self, line: int, words: tuple[Word, ...], following: float) -> Iterator[Span]:
        x = start = 0.0
        texts: list[str] = []
        afters: tuple[Word | None, ...] = (*words[1:], None)
        for word, after in zip(words, afters, strict=True):
            gap = after.gap if after else following
            texts.append(f"{word.text} " if gap else word.text)
            end = x + word.width
            x = end + gap
            if after is None or (after.weight, after.link) != (word.weight, word.link):
                em = self.size * PT
                yield Span(
                    "".join(texts), word.weight, start * em, (end - start) * em, line, word.link
                )
                start, texts = x, []
