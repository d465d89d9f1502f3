"""The rows of a briefing that say what happened and what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.briefing_words import IMPROVEMENTS
from sgdesk.exports.pdf.briefing_style import (
    GUTTER,
    LEFT,
    WIDTH,
    Style,
    balanced,
    beside,
    lines_of,
    stacked,
)
from sgdesk.exports.pdf.colours import TEXT, Palette
from sgdesk.exports.pdf.setting import (
    above_capitals,
    set_bar,
    set_block,
    set_heading,
    set_square,
    set_tick,
)
from sgdesk.exports.pdf.wrapping import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sgdesk.exports.pdf.briefing_text import Section
    from sgdesk.exports.pdf.sheet import Point, Sheet


class BackgroundRow:
    """A heading at the side of paragraphs."""

    _SIDE = 40.0

    def __init__(self, section: Section, style: Style) -> None:
        self._section = section
        self._style = style
        self._heading = style.heading(section.heading, self._SIDE)
        width = WIDTH - self._SIDE
        self._blocks = [
            Block(item, width, 1.06 * style.size, 1.36, is_turned=True) for item in section.items
        ]
        self._lift = above_capitals(self._blocks[0])

    def height(self, gap: float) -> float:
        text = stacked(self._blocks, self._style.paragraph_gap * gap) - self._lift
        return max(text, self._style.under_bar + self._heading.height)

    def lines(self) -> dict[str, int]:
        return {self._section.heading: lines_of(self._blocks)}

    def draw(self, sheet: Sheet, top: float, gap: float, palette: Palette) -> None:
        with sheet.element("Sect"):
            set_bar(sheet, (LEFT, top), palette.accent)
            set_heading(sheet, self._heading, (LEFT, top + self._style.under_bar), palette)
            top -= self._lift
            for block in self._blocks:
                with sheet.element("P"):
                    set_block(sheet, block, (LEFT + self._SIDE, top), (TEXT, palette.accent))
                top += block.height + self._style.paragraph_gap * gap


class PointList:
    """A heading over marked points, in one column or spread over two."""

    def __init__(self, section: Section, style: Style, width: float, *, spread: bool) -> None:
        self.section = section
        self._style = style
        self._indent = 1.15 * style.em
        self._heading = style.heading(section.heading, width)
        self._head = style.under_bar + self._heading.height
        self._mark = set_tick if section.heading == IMPROVEMENTS else set_square
        self._step = (width + GUTTER) / 2 if spread else width + GUTTER
        blocks = style.blocks(section.items, self._step - GUTTER - self._indent)
        self._columns = balanced(blocks, style.item_gap) if spread else (blocks,)

    def height(self, gap: float) -> float:
        between = self._style.item_gap * gap
        head = self._head + self._style.heading_gap * gap
        return head + max(stacked(column, between) for column in self._columns)

    def lines(self) -> int:
        """Return how many lines all its points have together."""
        return sum(lines_of(column) for column in self._columns)

    def draw(self, sheet: Sheet, at: Point, gap: float, palette: Palette) -> None:
        left, top = at
        with sheet.element("Sect"):
            set_bar(sheet, at, palette.accent)
            set_heading(sheet, self._heading, (left, top + self._style.under_bar), palette)
            with sheet.element("L", numbering="None"):
                for number, column in enumerate(self._columns):
                    y = top + self._head + self._style.heading_gap * gap
                    corner = (left + number * self._step, y)
                    self._draw_column(sheet, column, corner, gap, palette)

    def _draw_column(
        self, sheet: Sheet, column: Sequence[Block], at: Point, gap: float, palette: Palette
    ) -> None:
        left, y = at
        for block in column:
            mark, text = beside(block, self._indent)
            self._mark(sheet, block, (left + mark, y), palette.accent)
            with sheet.element("LI"), sheet.element("LBody"):
                set_block(sheet, block, (left + text, y), (TEXT, palette.accent))
            y += block.height + self._style.item_gap * gap


class _Column(NamedTuple):
    left: float
    lists: tuple[PointList, ...]


class ListsRow:
    """Lists of points in two columns, split and as wide as makes the row lowest."""

    _SHARES = (50, *(share for step in range(1, 9) for share in (50 - step, 50 + step)))
    """Per cent of the width that the left column may take, the evenest first."""

    def __init__(self, sections: Sequence[Section], style: Style) -> None:
        self._style = style
        self._columns = min(self._arrangements(sections), key=lambda way: self._height(way, 1))

    def height(self, gap: float) -> float:
        return self._height(self._columns, gap)

    def lines(self) -> dict[str, int]:
        lists = [points for column in self._columns for points in column.lists]
        return {points.section.heading: points.lines() for points in lists}

    def draw(self, sheet: Sheet, top: float, gap: float, palette: Palette) -> None:
        for column in self._columns:
            y = top
            for points in column.lists:
                points.draw(sheet, (column.left, y), gap, palette)
                y += points.height(gap) + self._style.section_gap * gap

    def _height(self, columns: tuple[_Column, ...], gap: float) -> float:
        between = self._style.section_gap * gap
        return max(
            sum(points.height(gap) + between for points in column.lists) - between
            for column in columns
        )

    def _arrangements(self, sections: Sequence[Section]) -> Iterator[tuple[_Column, ...]]:
        if len(sections) == 1:
            yield (_Column(LEFT, self._lists(sections, WIDTH, spread=True)),)
            return
        for share in self._SHARES:
            width = (WIDTH - GUTTER) * share / 100
            left = self._lists(sections[:-1], width)
            right = self._lists(sections[1:], WIDTH - GUTTER - width)
            for cut in range(1, len(sections)):
                yield (
                    _Column(LEFT, left[:cut]),
                    _Column(LEFT + width + GUTTER, right[cut - 1 :]),
                )

    def _lists(
        self, sections: Sequence[Section], width: float, *, spread: bool = False
    ) -> tuple[PointList, ...]:
        return tuple(PointList(section, self._style, width, spread=spread) for section in sections)
