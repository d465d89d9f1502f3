"""What stands where on each page of a paper, worked out without a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.calendar_boxes import CalendarLayout, fill_calendars
from sgdesk.records.paper_bits import Bit, BitKind, bits_of
from sgdesk.records.paper_calendars import PaperCalendar
from sgdesk.records.paper_pages import Page, Piece, Placed, pages_of, room_left
from sgdesk.records.papers import PaperTable
from sgdesk.ui.printing.calendar_styles import calendar_style
from sgdesk.ui.printing.lettering import ASIDE, HEADING, PROSE, TEXT, Line, Ruler
from sgdesk.ui.printing.page_furniture import SIDE, furniture_of
from sgdesk.ui.printing.page_tables import Cells, TableLayout
from sgdesk.ui.printing.sheet_sizes import MM

if TYPE_CHECKING:
    from sgdesk.records.calendar_letters import Lettering
    from sgdesk.records.papers import Paper
    from sgdesk.ui.printing.lettering import Measure
    from sgdesk.ui.printing.sheet_sizes import SheetSize

ITEM_INDENT = 5 * MM
"""From the margin to the text of an item of a list."""
_STYLES = {
    BitKind.TITLE: HEADING,
    BitKind.NOTE: ASIDE,
    BitKind.PARAGRAPH: PROSE,
    BitKind.ITEM: PROSE,
}
_PADDING_OF = {BitKind.TITLE: 2 * MM, BitKind.NOTE: 1.5 * MM}
_ABOVE_PART = 6 * MM
_ABOVE_PARAGRAPH = {BitKind.PARAGRAPH: 1.8 * MM, BitKind.ITEM: 0.9 * MM}


class PlannedBit(NamedTuple):
    """A bit of the paper, or those of its lines that stand on one page.

    Only a bit higher than a whole page has several; the later ones show no standing.
    """

    number: int
    """Among the bits of the paper."""
    bit: Bit
    top: float
    height: float
    cells: Cells
    is_first: bool


class PlannedPage(NamedTuple):
    number: int
    bits: tuple[PlannedBit, ...]
    head: int | None
    """The bit that is the head of a table or calendar and stands again at the top of the page."""


class PagePlan:
    """The pages of one paper on one size of sheet. `measure` gives the width of a text."""

    def __init__(self, paper: Paper, sheet: SheetSize, measure: Measure) -> None:
        self.paper = paper
        self.sheet = sheet
        self.ruler = Ruler(measure)
        self.room = sheet.width - 2 * SIDE
        self.furniture = furniture_of(paper, sheet, self.ruler)
        self.bits = bits_of(paper)
        self.tables = {
            number: self._table(number, part)
            for number, part in enumerate(paper.parts)
            if isinstance(part, PaperTable) and part.rows
        }
        self.calendars = {
            number: CalendarLayout(part, self.room, self._letter_width, MM)
            for number, part in enumerate(paper.parts)
            if isinstance(part, PaperCalendar) and part.weeks
        }
        self.cells = [self._cells(bit) for bit in self.bits]
        self._heads = {bit.part: number for number, bit in enumerate(self.bits) if bit.is_head}
        self.pages = self._planned_pages()

    def head_height(self, number: int) -> float:
        """Return the height of bit `number`, the head of a table or of a calendar."""
        if self.bits[number].kind is BitKind.WEEKDAYS:
            return self.calendars[self.bits[number].part].head_height
        return max(map(len, self.cells[number])) * TEXT.leading + 2 * self._padding(number)

    def _padding(self, number: int) -> float:
        """Return the room above and below the text of a bit that is part of a table."""
        bit = self.bits[number]
        return 0.0 if bit.kind in _STYLES else self.tables[bit.part].padding

    def _letter_width(self, text: str, lettering: Lettering) -> float:
        return self.ruler.width(Line(text, calendar_style(lettering)))

    def _table(self, number: int, table: PaperTable) -> TableLayout:
        rows = [
            bit
            for bit in self.bits
            if bit.part == number and (bit.is_of_rows or bit.kind is BitKind.HEAD)
        ]
        return TableLayout(table, rows, self.ruler, self.room, SIDE)

    def _cells(self, bit: Bit) -> Cells:
        style = _STYLES.get(bit.kind)
        if bit.part in self.calendars and style is None:
            return tuple((Line(cell, TEXT),) for cell in bit.cells)
        if style is None:
            return self.tables[bit.part].broken(bit)
        room = self.room - (ITEM_INDENT if bit.kind is BitKind.ITEM else 0.0)
        return (self.ruler.broken(Line(bit.cells[0], style), room),)

    def _pages(self) -> tuple[Page, ...]:
        around = self.furniture
        heads = [
            self.head_height(self._heads[number]) if number in self._heads else 0.0
            for number in range(len(self.paper.parts))
        ]
        pieces = [self._piece(number) for number in range(len(self.bits))]
        return pages_of(pieces, heads, around.first_top, around.top, around.end)

    def _planned_pages(self) -> tuple[PlannedPage, ...]:
        pages = self._pages()
        if fill_calendars(self.calendars.values(), room_left(pages, self.furniture.end)):
            pages = self._pages()
        return tuple(self._planned(number, page) for number, page in enumerate(pages, start=1))

    def _piece(self, number: int) -> Piece:
        bit = self.bits[number]
        if bit.kind is BitKind.WEEKDAYS:
            return Piece(1, self.head_height(number), 0.0, self._above(number), keeps_next=True)
        if bit.kind is BitKind.WEEK:
            height = self.calendars[bit.part].weeks[bit.week].height
            return Piece(1, height, 0.0, self._above(number), bit.part)
        style = _STYLES.get(bit.kind, TEXT)
        lines = max(1, *map(len, self.cells[number]))
        padding = _PADDING_OF.get(bit.kind, 2 * self._padding(number))
        table = bit.part if bit.is_of_rows else -1
        above = self._above(number)
        return Piece(lines, style.leading, padding, above, table, keeps_next=bit.keeps_next)

    def _above(self, number: int) -> float:
        bit = self.bits[number]
        if number and self.bits[number - 1].part != bit.part:
            return _ABOVE_PART
        is_after_text = number and self.bits[number - 1].kind is bit.kind
        return _ABOVE_PARAGRAPH.get(bit.kind, 0.0) if is_after_text else 0.0

    def _planned(self, number: int, page: Page) -> PlannedPage:
        bits = tuple(self._planned_bit(placed) for placed in page.placed)
        return PlannedPage(number, bits, self._heads.get(page.table))

    def _planned_bit(self, placed: Placed) -> PlannedBit:
        cells = tuple(lines[placed.first : placed.end] for lines in self.cells[placed.number])
        return PlannedBit(
            placed.number,
            self.bits[placed.number],
            placed.top,
            placed.height,
            cells,
            is_first=placed.first == 0,
        )


def page_words(plan: PagePlan, page: PlannedPage) -> str:
    """Return what stands on a page, for those who hear it."""
    said = [
        ", ".join(" ".join(line.text for line in cell) for cell in planned.cells if cell)
        for planned in page.bits
        if not planned.bit.is_head
    ]
    head = [f"Page {page.number} of {len(plan.pages)}", plan.paper.mark]
    if page.number == 1:
        head += [plan.paper.title, plan.paper.summary]
    return ". ".join(filter(None, [*head, *said])).replace("\u00a0", " ")
