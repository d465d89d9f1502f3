"""What stands where on the pages of a paper in a PDF, worked out before anything is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.calendar_drawing import measure_of
from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.paper_furniture import Furniture
from sgdesk.exports.pdf.paper_table import LINE_HEIGHT, Cell, TableLayout
from sgdesk.exports.pdf.wrapping import Block, Run, measured
from sgdesk.records.calendar_boxes import CalendarLayout, fill_calendars
from sgdesk.records.paper_bits import Bit, BitKind, bits_of
from sgdesk.records.paper_calendars import PaperCalendar
from sgdesk.records.paper_pages import Page, Piece, pages_of, room_left
from sgdesk.records.papers import PaperTable

if TYPE_CHECKING:
    from sgdesk.records.papers import Paper

ITEM_INDENT = 5.0
"""From the margin to the text of an item of a list, in mm."""
_PORTRAIT_WIDTH, _LANDSCAPE_WIDTH = 182.0, 269.0
_SHORT_SIDE, _LONG_SIDE = 210.0, 297.0
_TEXTS = {
    BitKind.TITLE: (12.5, 1.25, Weight.BOLD),
    BitKind.NOTE: (9.5, 1.35, Weight.REGULAR),
    BitKind.PARAGRAPH: (10.0, 1.38, Weight.REGULAR),
    BitKind.ITEM: (10.0, 1.38, Weight.REGULAR),
}
"""Size in points, leading and weight of what stands outside tables."""
_OF_CALENDAR = (BitKind.WEEKDAYS, BitKind.WEEK)
_PADDING_OF = {BitKind.TITLE: 2.0, BitKind.NOTE: 1.5}
_ABOVE_PART = 6.0
_ABOVE_ALIKE = {BitKind.PARAGRAPH: 1.8, BitKind.ITEM: 0.9}


class PaperLayout:
    """The bits of a paper, broken to its width, and the pages that they stand on. In mm."""

    def __init__(self, paper: Paper, fonts: FontSet) -> None:
        self.width = _LANDSCAPE_WIDTH if paper.is_landscape else _PORTRAIT_WIDTH
        height = _SHORT_SIDE if paper.is_landscape else _LONG_SIDE
        self.furniture = Furniture(paper, fonts, self.width, height)
        self.bits = bits_of(paper)
        self._fonts = fonts
        self._parts = len(paper.parts)
        self.tables = {
            number: self._table(number, part)
            for number, part in enumerate(paper.parts)
            if isinstance(part, PaperTable) and part.rows
        }
        measure = measure_of(fonts)
        self.calendars = {
            number: CalendarLayout(part, self.width, measure)
            for number, part in enumerate(paper.parts)
            if isinstance(part, PaperCalendar) and part.weeks
        }
        self.cells = [self._cells(bit) for bit in self.bits]
        self.heads = {bit.part: at for at, bit in enumerate(self.bits) if bit.is_head}
        self.pages = self._pages()
        self.free = room_left(self.pages, self.furniture.body_end)
        """Height of its one page that it does not need; 0 where it has several."""
        if fill_calendars(self.calendars.values(), self.free):
            self.pages = self._pages()

    def _pages(self) -> tuple[Page, ...]:
        heights = [
            self._piece(self.heads[part]).height if part in self.heads else 0.0
            for part in range(self._parts)
        ]
        pieces = [self._piece(at) for at in range(len(self.bits))]
        around = self.furniture
        return pages_of(pieces, heights, around.first_top, around.body_top, around.body_end)

    def is_quiet_below(self, bit: Bit, at: int) -> bool:
        """Return whether the lines of a cell after its first say less than the first."""
        is_row = bit.kind is BitKind.ROW
        return is_row and self.tables[bit.part].columns[at].is_quiet_below

    def _table(self, number: int, table: PaperTable) -> TableLayout:
        bits = [
            bit
            for bit in self.bits
            if bit.part == number and (bit.is_of_rows or bit.kind is BitKind.HEAD)
        ]
        return TableLayout(table, bits, self._fonts, self.width)

    def _cells(self, bit: Bit) -> tuple[Cell, ...]:
        if bit.kind in _OF_CALENDAR:
            return ()
        if bit.kind not in _TEXTS:
            return self.tables[bit.part].cells(bit)
        size, leading, weight = _TEXTS[bit.kind]
        paragraph = measured(self._fonts, [Run(bit.cells[0], weight)], keeps_dates=True)
        width = self.width - (ITEM_INDENT if bit.kind is BitKind.ITEM else 0.0)
        return (Cell((Block(paragraph, width, size, leading),)),)

    def _piece(self, at: int) -> Piece:
        bit, cells = self.bits[at], self.cells[at]
        if bit.kind is BitKind.WEEKDAYS:
            height = self.calendars[bit.part].head_height
            return Piece(1, height, above=self._above(at), keeps_next=True)
        if bit.kind is BitKind.WEEK:
            height = self.calendars[bit.part].weeks[bit.week].height
            return Piece(1, height, above=self._above(at), table=bit.part)
        is_text = bit.kind in _TEXTS
        return Piece(
            lines=max(1, *(cell.lines for cell in cells)),
            leading=cells[0].blocks[0].line_height if is_text else LINE_HEIGHT,
            padding=_PADDING_OF.get(
                bit.kind, 0.0 if is_text else 2 * self.tables[bit.part].padding
            ),
            above=self._above(at),
            table=bit.part if bit.is_of_rows else -1,
            keeps_next=bit.keeps_next,
        )

    def _above(self, at: int) -> float:
        if at == 0:
            return 0.0
        bit, before = self.bits[at], self.bits[at - 1]
        if before.part != bit.part:
            return _ABOVE_PART
        return _ABOVE_ALIKE.get(bit.kind, 0.0) if before.kind is bit.kind else 0.0
