"""Breaks text into lines by measured words, and says where each part of a line stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.pdf.directions import base_level, has_right_to_left, in_order_of_sight
from sgdesk.exports.pdf.fallbacks import is_attached
from sgdesk.exports.pdf.fonts import FontSet, Phrase, Weight, printable
from sgdesk.exports.pdf.measured_words import Word
from sgdesk.exports.pdf.mixed_lines import levels_along, parts_of
from sgdesk.records.paper_pages import whole_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PT = 25.4 / 72
"""Millimetres in a point."""
_FEWEST = 2
"""Words that stay on a line from which one is taken, and lines in which there is a last."""
_CHUNK, _LONGEST_CHUNK = 4, 16
"""Letters that stay together where a word is wider than its column, and with their accents."""


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
    is_from_right: bool = False

    @property
    def phrase(self) -> Phrase:
        return Phrase(self.text, self.weight, self.is_from_right)


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight, as it comes from a record. Runs are parted by a space."""

    text: str
    weight: Weight = Weight.REGULAR
    link: int = 0


class Lines(NamedTuple):
    """Words, those too wide cut into chunks, and the number of each line's first word."""

    words: tuple[Word, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Measured words. `addresses` are what its links open, number 1 first."""

    words: tuple[Word, ...]
    fonts: FontSet = field(compare=False, repr=False)
    addresses: tuple[str, ...] = ()
    is_mixed: bool = False
    """Whether some of its letters run from right to left."""
    _lines: dict[float, Lines] = field(default_factory=dict, compare=False, repr=False)
    set_in: dict[tuple[float, float, bool, bool], tuple[Span, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """What blocks of it were set in, by width, size and whether they go on."""

    @property
    def width(self) -> float:
        """How wide it is on one line, in multiples of the type size."""
        return sum(word.width + word.gap for word in self.words)

    def first(self, count: int) -> Paragraph:
        """Return the paragraph cut after its first `count` words."""
        return Paragraph(self.words[:count], self.fonts, self.addresses, self.is_mixed)

    def broken(self, width: float) -> Lines:
        """Return the paragraph in lines `width` type sizes wide."""
        if width not in self._lines:
            words = self.words
            if any(word.width > width for word in words):
                words = tuple(chunk for word in words for chunk in self._chunks(word, width))
            starts = _with_company(words, tuple(_line_starts(words, width)), width)
            self._lines[width] = Lines(words, starts)
        return self._lines[width]

    @property
    def is_from_right(self) -> bool:
        """Whether it begins at the right, as its first letter with a direction does."""
        return self.is_mixed and base_level(" ".join(word.text for word in self.words)) == 1

    def _chunks(self, word: Word, width: float) -> Iterator[Word]:
        if word.width <= width:
            yield word
            return
        gap = word.gap
        for text in _chunks_of(word.text):
            chunk = self.fonts.width(text, word.weight)
            yield Word(text, word.weight, chunk, gap, word.link)
            gap = 0.0


def measured(
    fonts: FontSet,
    runs: Iterable[Run],
    addresses: tuple[str, ...] = (),
    *,
    keeps_dates: bool = False,
) -> Paragraph:
    """Return the words of `runs`, cleaned and measured; dates are one word each if asked for."""
    words: list[Word] = []
    is_mixed = False
    for run in runs:
        space = fonts.width(" ", run.weight)
        text = printable(run.text)
        is_mixed = is_mixed or has_right_to_left(text)
        for word in whole_words(text) if keeps_dates else text.split():
            gap = space if words else 0.0
            words.append(Word(word, run.weight, fonts.width(word, run.weight), gap, run.link))
    return Paragraph(tuple(words), fonts, addresses, is_mixed)


def _chunks_of(text: str) -> Iterator[str]:
    """Yield parts of an overlong word; an accent stays with its letter where that is possible."""
    start = 0
    while start < len(text):
        end = start + _CHUNK
        while end < min(len(text), start + _LONGEST_CHUNK) and is_attached(text[end]):
            end += 1
        yield text[start:end]
        start = end


def _line_starts(words: tuple[Word, ...], width: float) -> Iterator[int]:
    filled = width + 1
    for number, (_, _, word, gap, _) in enumerate(words):
        filled += gap + word
        if filled > width:
            yield number
            filled = word


def _with_company(
    words: tuple[Word, ...], starts: tuple[int, ...], width: float
) -> tuple[int, ...]:
    """Return the starts of the lines, so that no word stands alone on the last if it need not.

    It takes the word before it along where two words or more stay behind. There are as many
    lines as before.
    """
    if len(starts) < _FEWEST or starts[-1] != len(words) - 1:
        return starts
    taken, lone = words[-2:]
    is_left_alone = starts[-1] - starts[-2] <= _FEWEST
    is_a_chunk = not (taken.gap and lone.gap)
    if is_left_alone or is_a_chunk or taken.width + lone.gap + lone.width > width:
        return starts
    return (*starts[:-1], starts[-1] - 1)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph broken to a width. `width` is in mm, `size` in points, `leading` in sizes."""

    paragraph: Paragraph
    width: float
    size: float
    leading: float
    goes_on: bool = False
    """Whether other text follows in the same tag, so that the last line, too, ends in a space."""
    is_turned: bool = False
    """Whether a paragraph that begins at the right stands at the right of its width."""

    @property
    def _broken(self) -> Lines:
        return self.paragraph.broken(self.width / (self.size * PT))

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self._broken.starts)

    @property
    def line_height(self) -> float:
        """Distance of lines in mm."""
        return self.size * PT * self.leading

    @property
    def height(self) -> float:
        """Height in mm."""
        return self.lines * self.line_height

    @property
    def natural_width(self) -> float:
        """How wide the paragraph is on one line, in mm."""
        return self.paragraph.width * self.size * PT

    def line_width(self, number: int) -> float:
        """Return how wide a line is, in mm."""
        return max(span.x + span.width for span in self.spans() if span.line == number)

    def spans(self) -> tuple[Span, ...]:
        """Return the parts of every line in reading order.

        Every line but the last ends in a space, so that words at its edge are not glued
        together where the text is read aloud or copied; a word that goes on has none.
        """
        key = (self.width, self.size, self.goes_on, self.is_turned)
        if key not in self.paragraph.set_in:
            self.paragraph.set_in[key] = tuple(self._spans())
        return self.paragraph.set_in[key]

    def _spans(self) -> Iterator[Span]:
        words, starts = self._broken
        levels = tuple(levels_along(words)) if self.paragraph.is_mixed else ()
        ends = (*starts, len(words))[1:]
        for line, (start, end) in enumerate(zip(starts, ends, strict=True)):
            following = words[end].gap if end < len(words) else float(self.goes_on)
            if levels:
                yield from self._mixed_line(line, words[start:end], levels[start:end], following)
            else:
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

    def _mixed_line(
        self,
        line: int,
        words: tuple[Word, ...],
        levels: tuple[tuple[int, ...], ...],
        following: float,
    ) -> Iterator[Span]:
        """Yield the parts of a line in reading order, each where its direction puts it."""
        parts = list(parts_of(words, levels))
        em = self.size * PT
        widths = [self.paragraph.fonts.width(part.text, part.weight) * em for part in parts]
        x = self.width - sum(widths) if self.is_turned and self.paragraph.is_from_right else 0.0
        lefts = [0.0] * len(parts)
        for at in in_order_of_sight([part.level for part in parts]):
            lefts[at] = x
            x += widths[at]
        for part, left, width in zip(parts, lefts, widths, strict=True):
            text, start = part.text, left
            if following and part is parts[-1]:
                text = f"{text} "
                if part.is_from_right:  # its space, too, stands at the left
                    start -= self.paragraph.fonts.width(" ", part.weight) * em
            yield Span(text, part.weight, start, width, line, part.link, part.is_from_right)
