"""The largest type that fits a frame, and balanced slides where none does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.exports.deck.content import Marker, Paragraph, Run, TextBlock
from sgdesk.exports.deck.measuring import (
    LINE_PITCH,
    Frame,
    Word,
    count_lines,
    ends_lonely,
    lines_of,
    widest_word,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (26, 24, 22, 20, 18)
"""Points, largest first. Below the last, text goes on to another slide."""

EASY_SIZES = (40, 36, 32, 28, 26, 24, 22, 20)
"""Points: easily read from the back of a room."""

KICKER_SIZE, KICKER_GAP = 18, 8
"""Points: the line over a text, and the space below it."""

GAP, WIDEST_GAP = 0.5, 1.1
"""Space after a paragraph, in type sizes: at least, and where there is room to spare."""

INDENTS = {Marker.NONE: 0.0, Marker.BULLET: 27.0, Marker.NUMBER: 40.0}
"""How far the text of a list stands in, in points."""

TITLE_SIZES = (32, 28, 26, 24)
TITLE_PITCH = 1.2
"""Line height of a heading in type sizes."""

_SENTENCE_ENDS = (".", "!", "?", ".’", ".”", "?’", "?”")
_STEPS = 20


def fit_text(
    paragraphs: Sequence[Paragraph],
    frame: Frame,
    marker: Marker = Marker.BULLET,
    *,
    sizes: Sequence[int] = SIZES,
    kicker: str = "",
) -> tuple[TextBlock, ...]:
    """Return `paragraphs` as blocks, each of which fits `frame`, as few and as large as may be.

    All blocks have one of `sizes`, the same. Where there are several they are about equally
    full; a paragraph that fills more than a slide is cut, at the end of a sentence if one is
    near. Each block opens with the one line `kicker` if there is one.
    """
    taken = KICKER_SIZE * LINE_PITCH + KICKER_GAP if kicker else 0.0
    room = Frame(frame.width - INDENTS[marker], frame.height - taken)
    fits = [size for size in sizes if sum(heights_at(paragraphs, room, size)) <= room.height]
    if not fits:
        blocks = _spread(paragraphs, room, marker, sizes)
        return tuple(replace(block, kicker=kicker) for block in blocks)
    size = _pleasing(paragraphs, room, fits)
    gap = _gap(heights_at(paragraphs, room, size), room, size)
    return (TextBlock(tuple(paragraphs), size, gap, marker, kicker=kicker),)


def title_size(title: str, frame: Frame) -> int | None:
    """Return the size at which a slide's heading fits `frame`, or None if it is too long."""
    words = (Run(title, is_bold=True),)
    fits = [
        size
        for size in TITLE_SIZES
        if lines_of(words, frame.width, size) * size * TITLE_PITCH <= frame.height
    ]
    lonely = {size: ends_lonely(words, frame.width, size) for size in fits}
    return min(fits, key=lambda size: lonely[size], default=None)


def pages_of(
    heights: Sequence[float], capacity: float, most: int | None = None
) -> list[tuple[int, int]]:
    """Return from where to where the items of `heights` stand on each page of `capacity`.

    There are as few pages as may be, about equally full, and at most `most` items on each.
    None of the items may be higher than a page.
    """
    most = most or len(heights)
    fewest = len(_group(heights, capacity, most))
    low, high = max(heights), capacity
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if len(_group(heights, middle, most)) > fewest:
            low = middle
        else:
            high = middle
    return _group(heights, high, most)


def heights_at(paragraphs: Sequence[Paragraph], room: Frame, size: int) -> list[float]:
    """Return the height of each paragraph with the least gap after it, in points."""
    return [
        lines_of(paragraph, room.width, size) * size * LINE_PITCH + GAP * size
        for paragraph in paragraphs
    ]


def _spread(
    paragraphs: Sequence[Paragraph], room: Frame, marker: Marker, sizes: Sequence[int]
) -> tuple[TextBlock, ...]:
    smallest = sizes[-1]
    whole = [cut(one, room, smallest) for one in paragraphs]
    pieces = [piece for pieces in whole for piece in pieces]
    begins = [index == 0 for pieces in whole for index in range(len(pieces))]
    fewest = len(pages_of(heights_at(pieces, room, smallest), room.height))
    size, heights = next(
        (size, heights)
        for size in sizes
        for heights in (heights_at(pieces, room, size),)
        if max(heights) <= room.height and len(pages_of(heights, room.height)) == fewest
    )
    pages = pages_of(heights, room.height)
    gap = min(_gap(heights[start:end], room, size) for start, end in pages)
    return tuple(
        TextBlock(
            tuple(pieces[start:end]),
            size,
            gap,
            marker,
            first_number=sum(begins[:start]) + 1,
            continues=not begins[start],
        )
        for start, end in pages
    )


def _pleasing(paragraphs: Sequence[Paragraph], room: Frame, fits: Sequence[int]) -> int:
    """Return the largest size, or the next where fewer paragraphs end in a line of one word.

    No word is broken for the sake of a larger size.
    """
    widest = max(map(widest_word, paragraphs))
    whole = [size for size in fits if widest * size <= room.width] or fits[-1:]
    return min(
        (size for size in whole[:2] if size in (whole[0], *EASY_SIZES)),
        key=lambda size: sum(ends_lonely(one, room.width, size) for one in paragraphs),
    )


def _gap(heights: Sequence[float], room: Frame, size: int) -> float:
    """Return the gap that lets paragraphs of `heights` breathe in `room`, in whole points."""
    spare = (room.height - sum(heights)) / len(heights)
    return int(min(GAP * size + spare, WIDEST_GAP * size))


def _group(heights: Sequence[float], capacity: float, most: int) -> list[tuple[int, int]]:
    """Return the runs of items that a greedy hand puts on slides of `capacity`."""
    groups, start, filled = [], 0, 0.0
    for index, height in enumerate(heights):
        if index > start and (filled + height > capacity or index - start == most):
            groups.append((start, index))
            start, filled = index, 0.0
        filled += height
    return [*groups, (start, len(heights))]


def cut(paragraph: Paragraph, room: Frame, size: int) -> list[Paragraph]:
    """Return `paragraph` in pieces that fill at most `room` each at `size` points."""
    width = room.width / size
    most = int((room.height / size - GAP) / LINE_PITCH)
    words = words_of(paragraph, longest=width)
    if not words:
        return [paragraph]
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
