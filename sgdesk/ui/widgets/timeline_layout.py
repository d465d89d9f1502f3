"""Where the milestones of a timeline stand: rows, steps of equal width, lanes of spans."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.records.strips import TimelineSpan


@dataclass(frozen=True, slots=True)
class Rows:
    """`count` milestones in rows of at most `per_row`, in steps `step` pixels wide."""

    count: int
    per_row: int
    step: float

    @property
    def number(self) -> int:
        return max(1, ceil(self.count / self.per_row))

    def members(self, row: int) -> range:
        """Return the milestones of a row."""
        return range(row * self.per_row, min(self.count, (row + 1) * self.per_row))

    def row_of(self, place: float) -> int:
        """Return the row of a place; 2.5 is midway between the third and the fourth."""
        return min(self.number - 1, max(0, int((place + 0.5) // self.per_row)))

    def x(self, place: float, row: int) -> float:
        """Return the pixels from the left of a place in a row."""
        return (place - row * self.per_row + 0.5) * self.step

    def end(self, row: int) -> float:
        """Return where the line of a row ends, in pixels."""
        return len(self.members(row)) * self.step


class Bar(NamedTuple):
    """The part of a span that stands in one row. Edges are in pixels from the left."""

    lane: int
    left: float
    right: float
    words: str
    """Empty in the rows after the one in which the span begins."""
    words_left: float
    words_right: float


def rows_of(count: int, width: float, least: float) -> Rows:
    """Return as few rows as `width` allows where each step needs `least` pixels, evenly filled."""
    count = max(1, count)
    fitting = max(1, int(width // max(1.0, least)))
    per_row = ceil(count / ceil(count / fitting))
    return Rows(count, per_row, width / per_row)


def bars_of(
    spans: Sequence[TimelineSpan],
    rows: Rows,
    row: int,
    measure: Callable[[str], float],
    gap: float,
) -> list[Bar]:
    """Return the bars of a row, each in the first lane where it and its words have room."""
    ends: list[float] = []
    bars = []
    for span in spans:
        first, last = rows.row_of(span.start), rows.row_of(span.end)
        if not first <= row <= last:
            continue
        left = max(0.0, rows.x(span.start, row)) if row == first else 0.0
        right = min(rows.end(row), rows.x(span.end, row)) if row == last else rows.end(row)
        words = span.words if row == first else ""
        room = rows.per_row * rows.step
        width = min(room, measure(words)) if words else 0.0
        words_left = max(0.0, min(left, room - width))
        bar_left = min(left, right - gap)
        start = min(bar_left, words_left)
        lane = next((at for at, end in enumerate(ends) if end <= start), len(ends))
        ends += [0.0] * (lane + 1 - len(ends))
        ends[lane] = max(right, words_left + width) + gap
        bars.append(Bar(lane, bar_left, right, words, words_left, words_left + width))
    return bars
