"""The rows of a briefing that ask the questions and say where to read on."""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

import segno

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
from sgdesk.exports.pdf.colours import TEXT, WARM, WARM_TINT, Palette
from sgdesk.exports.pdf.fonts import Weight
from sgdesk.exports.pdf.setting import set_block, set_heading
from sgdesk.exports.pdf.wrapping import Block, Run, measured

if TYPE_CHECKING:
    from sgdesk.exports.pdf.briefing_text import Section
    from sgdesk.exports.pdf.sheet import Point, Sheet


class QuestionsRow:
    """Numbered questions in two columns on a tinted panel."""

    _BAR = 1.6
    _PADDING = 5.0

    def __init__(self, section: Section, style: Style) -> None:
        inside = WIDTH - self._BAR - 2 * self._PADDING
        self._section = section
        self._style = style
        self._indent = 1.75 * style.em
        self._step = (inside + GUTTER) / 2
        self._heading = style.heading(section.heading, inside)
        blocks = style.blocks(section.items, self._step - GUTTER - self._indent)
        self._columns = balanced(blocks, style.item_gap)

    def height(self, gap: float) -> float:
        between = self._style.item_gap * gap
        text = max(stacked(column, between) for column in self._columns)
        return 2 * self._PADDING + self._heading.height + self._style.heading_gap * gap + text

    def lines(self) -> dict[str, int]:
        return {self._section.heading: sum(lines_of(column) for column in self._columns)}

    def draw(self, sheet: Sheet, top: float, gap: float, palette: Palette) -> None:
        with sheet.artifact():
            sheet.fill(LEFT, top, WIDTH, self.height(gap), WARM_TINT)
            sheet.fill(LEFT, top, self._BAR, self.height(gap), WARM)
        left, top = LEFT + self._BAR + self._PADDING, top + self._PADDING
        with sheet.element("Sect"):
            set_heading(sheet, self._heading, (left, top), palette)
            top += self._heading.height + self._style.heading_gap * gap
            number = count(1)
            with sheet.element("L", numbering="Decimal"):
                for place, column in enumerate(self._columns):
                    x, y = left + place * self._step, top
                    for block in column:
                        self._draw_item(sheet, next(number), block, (x, y), palette)
                        y += block.height + self._style.item_gap * gap

    def _draw_item(
        self, sheet: Sheet, number: int, block: Block, at: Point, palette: Palette
    ) -> None:
        left, top = at
        label = measured(self._style.fonts, [Run(f"{number}.", Weight.BOLD)])
        mark = Block(label, self._indent, block.size, block.leading)
        before, text = beside(block, self._indent)
        with sheet.element("LI"):
            with sheet.element("Lbl"):
                set_block(sheet, mark, (left + before, top), (palette.accent, palette.accent))
            with sheet.element("LBody"):
                set_block(sheet, block, (left + text, top), (TEXT, palette.accent))


class ReadingRow:
    """Where to find out more: lines with links, and a QR code of the web address."""

    _CODE = 20.0

    def __init__(self, section: Section, style: Style, address: str) -> None:
        width = WIDTH - (self._CODE + GUTTER if address else 0)
        self._style = style
        self._address = address
        self._heading = style.heading(section.heading, width)
        self._blocks = [Block(item, width, 0.95 * style.size, 1.4) for item in section.items]

    def height(self, gap: float) -> float:
        text = self._heading.height + self._style.heading_gap * gap
        text += stacked(self._blocks, self._style.item_gap / 2 * gap)
        return max(text, self._CODE if self._address else 0)

    def lines(self) -> dict[str, int]:
        return {}  # it is the same on every briefing: nothing of it is to cut

    def draw(self, sheet: Sheet, top: float, gap: float, palette: Palette) -> None:
        with sheet.element("Sect"):
            set_heading(sheet, self._heading, (LEFT, top), palette)
            y = top + self._heading.height + self._style.heading_gap * gap
            for block in self._blocks:
                with sheet.element("P"):
                    set_block(sheet, block, (LEFT, y), (TEXT, palette.accent))
                y += block.height + self._style.item_gap / 2 * gap
            if self._address:
                self._draw_code(sheet, (LEFT + WIDTH - self._CODE, top))

    def _draw_code(self, sheet: Sheet, at: Point) -> None:
        left, top = at
        rows = _cells(self._address)
        side = self._CODE / len(rows)
        with sheet.element("Figure", alt=f"QR code that opens {self._address}") as figure:
            figure.box = sheet.in_points((left, top, self._CODE, self._CODE))
            with sheet.content():
                sheet.fill_cells((left, top), side, rows, TEXT)


@lru_cache(maxsize=8)
def _cells(address: str) -> tuple[tuple[int, ...], ...]:
    """Return the squares of the code, 1 for a dark one: a preview asks again at every key."""
    return tuple(tuple(row) for row in segno.make(address, micro=False).matrix)
