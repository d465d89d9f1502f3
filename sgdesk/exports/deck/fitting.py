"""The largest type that fits a frame, and balanced slides where none does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.exports.deck.content import Marker, Paragraph, Run, TextBlock
from sgdesk.exports.deck.measuring import LINE_PITCH, Frame, Word, count_lines, lines_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (26, 24, 22, 20, 18)
"""Points, largest first. Below the last, text goes on to another slide."""

GAP, WIDEST_GAP = 0.5, 1.1
"""Space after a paragraph, in type sizes: at least, and where there is room to spare."""

INDENTS = {Marker.NONE: 0.0, Marker.BULLET: 27.0, Marker.NUMBER: 40.0}
"""How far the text of a list stands in, in points."""

_SENTENCE_ENDS = (".", "!", "?", ".’", ".”", "?’", "?”")
_STEPS = 20


def fit_text(
    paragraphs: Sequence[Paragraph], frame: Frame, marker: Marker = Marker.BULLET
) -> tuple[TextBlock, ...]:
    """Return `paragraphs` as blocks, each of which fits `frame`, as few and as large as may be.

    All blocks have one size. Where there are several they are about equally full; a paragraph
    that fills more than a slide is cut, at the end of a sentence if one is near.
    """
    room = Frame(frame.width - INDENTS[marker], frame.height)
    for size in SIZES:
        heights = _heights(paragraphs, room, size)
        if sum(heights) <= room.height:
            gap = _gap(heights, room, size)
            return (TextBlock(tuple(paragraphs), size, gap, marker),)
    return _spread(paragraphs, room, marker)


def _spread(paragraphs: Sequence[Paragraph], room: Frame, marker: Marker) -> tuple[TextBlock, ...]:
    smallest = SIZES[-1]
    pieces = [piece for one in paragraphs for piece in _cut(one, room, smallest)]
    fewest = len(_group(_heights(pieces, room, smallest), room.height))
    size, heights = next(
        (size, heights)
        for size in SIZES
        for heights in (_heights(pieces, room, size),)
        if max(heights) <= room.height and len(_group(heights, room.height)) == fewest
    )
    pages = _balance(heights, room.height)
    gap = min(_gap(heights[start:end], room, size) for start, end in pages)
    return tuple(
        TextBlock(tuple(pieces[start:end]), size, gap, marker, first_number=start + 1)
        for start, end in pages
    )


def _gap(heights: Sequence[float], room: Frame, size: int) -> float:
    """Return the gap that lets paragraphs of `heights` breathe in `room`, in whole points."""
    spare = (room.height - sum(heights)) / len(heights)
    return int(min(GAP * size + spare, WIDEST_GAP * size))


def _heights(paragraphs: Sequence[Paragraph], room: Frame, size: int) -> list[float]:
    return [
        lines_of(paragraph, room.width, size) * size * LINE_PITCH + GAP * size
        for paragraph in paragraphs
    ]


def _group(heights: Sequence[float], capacity: float) -> list[tuple[int, int]]:
    """Return the runs of items that a greedy hand puts on slides of `capacity`."""
    groups, start, filled = [], 0, 0.0
    for index, height in enumerate(heights):
        if index > start and filled + height > capacity:
            groups.append((start, index))
            start, filled = index, 0.0
        filled += height
    return [*groups, (start, len(heights))]


def _balance(heights: Sequence[float], capacity: float) -> list[tuple[int, int]]:
    """Return as many groups as `capacity` needs, the fullest of them as low as may be."""
    fewest = len(_group(heights, capacity))
    low, high = max(heights), capacity
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if len(_group(heights, middle)) > fewest:
            low = middle
        else:
            high = middle
    return _group(heights, high)


def _cut(paragraph: Paragraph, room: Frame, size: int) -> list[Paragraph]:
    width = room.width / size
    most = int((room.height / size - GAP) / LINE_PITCH)
    words = words_of(paragraph, longest=width)
    pieces = []
    while count_lines(words, width) > most:
        end = _last_that_fits(words, width, most)
        pieces.append(_joined(words[:end]))
        words = words[end:]
    return [*pieces, _joined(words)]


def _last_that_fits(words: list[Word], width: float, most: int) -> int:
    end = len(words)
    low = 1
    while low < end:
        middle = (low + end + 1) // 2
        if count_lines(words[:middle], width) <= most:
            low = middle
        else:
            end = middle - 1
    for index in range(low, low // 2, -1):
        if words[index - 1].run.text.rstrip().endswith(_SENTENCE_ENDS):
            return index
    return low


def _joined(words: Sequence[Word]) -> Paragraph:
    runs: list[Run] = []
    for word in words:
        last = runs[-1] if runs else None
        if last and (last.is_bold, last.address) == (word.run.is_bold, word.run.address):
            runs[-1] = replace(last, text=last.text + word.run.text)
        else:
            runs.append(word.run)
    runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)
