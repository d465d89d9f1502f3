"""Draws what stands on the pages of a paper, each under its tag; standings as shape and word."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.pdf.briefing_style import LEFT
from sgdesk.exports.pdf.calendar_drawing import CalendarDrawing
from sgdesk.exports.pdf.colours import MUTED, RULE, TEXT, WHITE
from sgdesk.exports.pdf.paper_layout import ITEM_INDENT
from sgdesk.exports.pdf.paper_table import CELL_GAP, LINE_HEIGHT, MARK_ROOM, Cell
from sgdesk.exports.pdf.setting import set_square, show_block
from sgdesk.exports.pdf.standing_marks import MARK_SIDE, PILLS, STANDING_COLOURS, draw_mark
from sgdesk.records.paper_bits import BitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.domain.standings import Standing
    from sgdesk.exports.pdf.colours import Colour, Palette
    from sgdesk.exports.pdf.paper_layout import PaperLayout
    from sgdesk.exports.pdf.sheet import Sheet
    from sgdesk.exports.pdf.tagging import Element
    from sgdesk.records.paper_bits import Bit
    from sgdesk.records.paper_pages import Placed

_INSET = CELL_GAP / 2
_PILL_EDGE = 1.0
_PILL_AIR = 0.5


class _Corner(NamedTuple):
    """Where a cell begins, in mm; its lines are centred in `centred`, if that is not 0."""

    left: float
    top: float
    centred: float = 0.0


class BitDrawing:
    """The bits of one paper on one sheet, drawn in order."""

    def __init__(self, sheet: Sheet, layout: PaperLayout, palette: Palette) -> None:
        self._sheet = sheet
        self._layout = layout
        self._palette = palette
        self._calendars = CalendarDrawing(sheet, palette)
        self._begun: list[Element] = []
        """What holds the texts of the bit drawn last, which may go on on the next page."""

    def draw(self, placed: Placed) -> None:
        """Draw a bit, or those of its lines that stand on this page."""
        bit = self._layout.bits[placed.number]
        if placed.first == 0:
            self._begun = []
        if bit.kind is BitKind.WEEKDAYS:
            self._calendars.draw_head(self._layout.calendars[bit.part], placed.top)
        elif bit.kind is BitKind.WEEK:
            week = self._layout.calendars[bit.part].weeks[bit.week]
            self._calendars.draw_week(week, placed.top)
        elif bit.kind is BitKind.HEAD:
            self._draw_head(bit, placed)
        elif bit.is_of_rows:
            self._draw_row(bit, placed)
        else:
            self._draw_text(bit, placed)

    def repeat_head(self, number: int, top: float) -> None:
        """Draw the head of a table again, where it is not read aloud once more."""
        bit, cells = self._layout.bits[number], self._layout.cells[number]
        if bit.kind is BitKind.WEEKDAYS:
            self._calendars.repeat_head(self._layout.calendars[bit.part], top)
            return
        padding = self._layout.tables[bit.part].padding
        height = max(cell.lines for cell in cells) * LINE_HEIGHT + 2 * padding
        self._fill(top, height, self._palette.ink)
        with self._sheet.artifact("Pagination"):
            for at, cell in enumerate(cells):
                self._show(cell, range(cell.lines), self._corner(bit, at, top), (WHITE, WHITE))

    def _draw_text(self, bit: Bit, placed: Placed) -> None:
        (cell,) = self._layout.cells[placed.number]
        if not cell.has_text:
            return
        colour = {BitKind.TITLE: self._palette.ink, BitKind.NOTE: MUTED}.get(bit.kind, TEXT)
        if bit.kind is not BitKind.ITEM:
            with self._tag(0, "H2" if bit.kind is BitKind.TITLE else "P"):
                self._show_part(cell, placed, _Corner(LEFT, placed.top), colour)
            return
        corner = _Corner(LEFT + ITEM_INDENT, placed.top)
        if placed.first:
            with self._tag(0, "LBody"):
                self._show_part(cell, placed, corner, colour)
            return
        set_square(self._sheet, cell.blocks[0], (LEFT + _INSET, placed.top), self._palette.accent)
        with self._sheet.element("LI"), self._tag(0, "LBody"):
            self._show_part(cell, placed, corner, colour)

    def _draw_head(self, bit: Bit, placed: Placed) -> None:
        self._fill(placed.top, placed.height, self._palette.ink)
        with self._sheet.element("TR"):
            for at, cell in enumerate(self._layout.cells[placed.number]):
                with self._sheet.element("TH", scope="Column"):
                    self._show_part(cell, placed, self._corner(bit, at, placed.top), WHITE)

    def _draw_row(self, bit: Bit, placed: Placed) -> None:
        """Draw a row, or a heading over rows, with a line under it."""
        if bit.kind is BitKind.GROUP:
            self._fill(placed.top, placed.height, self._palette.tint)
        if placed.first:
            self._draw_cells(bit, placed)
        else:
            with self._sheet.element("TR"):
                self._draw_cells(bit, placed)
        if not (bit.kind is BitKind.ROW and bit.keeps_next):
            self._fill(placed.top + placed.height, 0.15, RULE)

    def _draw_cells(self, bit: Bit, placed: Placed) -> None:
        cells = self._layout.cells[placed.number]
        across = len(self._layout.tables[bit.part].columns) if bit.goes_across else 1
        is_below = bit.kind is BitKind.BELOW
        for at, cell in enumerate(cells):
            role, scope = ("TD", "") if at or is_below else ("TH", "Row")
            colour = MUTED if is_below else TEXT if at else self._palette.ink
            with self._tag(at, role, scope=scope, columns=across):
                if bit.standing is not None and at == len(cells) - 1:
                    colour = STANDING_COLOURS[bit.standing]
                    self._draw_standing(bit, bit.standing, cell, placed)
                below = MUTED if self._layout.is_quiet_below(bit, at) else colour
                corner = self._corner(bit, at, placed.top)
                self._show_part(cell, placed, corner, colour, below)

    def _draw_standing(self, bit: Bit, standing: Standing, cell: Cell, placed: Placed) -> None:
        """Draw the shape before the words, both on a pill where someone has to act."""
        if placed.first:
            return
        words, top, _ = self._corner(
            bit, len(self._layout.tables[bit.part].columns) - 1, placed.top
        )
        left = words - MARK_ROOM
        with self._sheet.artifact():
            if standing in PILLS:
                width = MARK_ROOM + cell.widest + 1.6 + _PILL_EDGE
                height = min(cell.lines, placed.end) * LINE_HEIGHT + 2 * _PILL_AIR
                box = (left - _PILL_EDGE, top - _PILL_AIR, width, height)
                self._sheet.fill_rounded(box, min(2.3, height / 2), PILLS[standing])
            draw_mark(self._sheet, standing, (left + MARK_SIDE / 2, top + LINE_HEIGHT / 2))

    def _corner(self, bit: Bit, at: int, top: float) -> _Corner:
        """Return where the text of a cell begins in a row that begins at `top`."""
        table = self._layout.tables[bit.part]
        left = LEFT + sum(table.widths[:at]) + _INSET + table.indent(bit, at)
        is_centred = not bit.goes_across and table.columns[at].is_centred
        centred = table.widths[at] - CELL_GAP if is_centred else 0.0
        return _Corner(left, top + table.padding, centred)

    @contextmanager
    def _tag(self, at: int, role: str, *, scope: str = "", columns: int = 1) -> Iterator[None]:
        """Open tag number `at` of a bit, or open it again on a later page."""
        if at < len(self._begun):
            with self._sheet.tags.reopened(self._begun[at]):
                yield
            return
        with self._sheet.element(role, scope=scope, columns=columns) as element:
            self._begun.append(element)
            yield

    def _show_part(
        self,
        cell: Cell,
        placed: Placed,
        corner: _Corner,
        colour: Colour,
        below: Colour | None = None,
    ) -> None:
        """Draw those lines of a cell that stand on this page, as content of the open tag.

        `below` is the colour of what stands below the first line break of the cell.
        """
        lines = range(placed.first, min(placed.end, cell.lines))
        if lines and cell.has_text:
            with self._sheet.text_content():
                self._show(cell, lines, corner, (colour, below or colour))

    def _show(
        self, cell: Cell, lines: range, corner: _Corner, colours: tuple[Colour, Colour]
    ) -> None:
        for start, block in cell.placed():
            colour = colours[bool(start)]
            if not corner.centred and start in lines and start + block.lines <= lines.stop:
                top = corner.top + (start - lines.start) * block.line_height
                show_block(self._sheet, block, (corner.left, top), colour)
                continue
            for number in range(block.lines):
                if start + number not in lines:
                    continue
                left = corner.left
                if corner.centred:
                    left += (corner.centred - block.line_width(number)) / 2
                top = corner.top + (start + number - lines.start) * block.line_height
                show_block(self._sheet, block, (left, top), colour, range(number, number + 1))

    def _fill(self, top: float, height: float, colour: Colour) -> None:
        with self._sheet.artifact():
            self._sheet.fill(LEFT, top, self._layout.width, height, colour)
