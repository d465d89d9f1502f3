"""Measures that the rows of a briefing share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.setting import BAR_THICKNESS
from sgdesk.exports.pdf.wrapping import PT, Block, Paragraph, Run, measured

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.exports.pdf.colours import Palette
    from sgdesk.exports.pdf.sheet import Sheet

LEFT = 14.0
WIDTH = 182.0
GUTTER = 8.0
LEADING = 1.32
_HEADING = 1.22
_HEADING_LEADING = 1.25


@dataclass(frozen=True, slots=True)
class Style:
    """How the body is set at one size of text, in points. Distances are in mm."""

    size: float
    fonts: FontSet

    @property
    def em(self) -> float:
        """The size of the text."""
        return self.size * PT

    @property
    def section_gap(self) -> float:
        return 1.0 * self.em

    @property
    def paragraph_gap(self) -> float:
        return 0.42 * self.em

    @property
    def item_gap(self) -> float:
        return 0.36 * self.em

    @property
    def under_bar(self) -> float:
        """From the top of the bar over a heading to the heading."""
        return BAR_THICKNESS + 0.3 * self.em

    @property
    def heading_gap(self) -> float:
        return 0.22 * self.em

    def heading(self, text: str, width: float) -> Block:
        return Block(_heading(self.fonts, text), width, _HEADING * self.size, _HEADING_LEADING)

    def blocks(self, items: Iterable[Paragraph], width: float) -> tuple[Block, ...]:
        return tuple(Block(item, width, self.size, LEADING, is_turned=True) for item in items)


@lru_cache(maxsize=32)
def _heading(fonts: FontSet, text: str) -> Paragraph:
    return measured(fonts, [Run(text, Weight.BOLD)])


class Row(Protocol):
    """One row of the body, over its whole width."""

    def height(self, gap: float) -> float:
        """Return the height when all spacing is `gap` times the plain one."""

    def lines(self) -> dict[str, int]:
        """Return how many lines each of its sections has, by heading."""

    def draw(self, sheet: Sheet, top: float, gap: float, palette: Palette) -> None:
        """Draw the row from `top` downwards, exactly as high as `height` says."""


def stacked(blocks: Iterable[Block], gap: float) -> float:
    """Return the height of blocks one under the other with `gap` mm between them."""
    heights = [block.height for block in blocks]
    return sum(heights) + gap * max(len(heights) - 1, 0)


def beside(block: Block, indent: float) -> tuple[float, float]:
    """Return how far right the mark and the text of a list item stand, in mm.

    The mark stands where the text begins to be read: at the right if that is there.
    """
    if block.paragraph.is_from_right:
        return block.width + indent / 2, 0.0
    return 0.0, indent


def lines_of(blocks: Iterable[Block]) -> int:
    """Return how many lines blocks have together."""
    return sum(block.lines for block in blocks)


def balanced(blocks: tuple[Block, ...], gap: float) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks as two columns in order, split where the higher one is lowest."""
    splits = [(blocks[:cut], blocks[cut:]) for cut in range(len(blocks), 0, -1)]
    return min(splits, key=lambda columns: max(stacked(column, gap) for column in columns))
