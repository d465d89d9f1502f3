"""Draws the table of a deadline report: head, rows, standings as shape and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.briefing_style import LEFT
from sgdesk.exports.pdf.colours import RULE, TEXT, WHITE
from sgdesk.exports.pdf.report_table import (
    CELL_GAP,
    LINE_HEIGHT,
    MARK_ROOM,
    PADDING,
    Part,
    Table,
    TableRow,
)
from sgdesk.exports.pdf.setting import set_block, show_block
from sgdesk.exports.pdf.standing_marks import MARK_SIDE, PILLS, STANDING_COLOURS, draw_mark

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing
    from sgdesk.exports.pdf.colours import Colour, Palette
    from sgdesk.exports.pdf.sheet import Point, Sheet
    from sgdesk.exports.pdf.tagging import Element
    from sgdesk.exports.pdf.wrapping import Block

_INSET = CELL_GAP / 2
_PILL_EDGE = 1.0


class TableDrawing:
    """One table on one sheet, drawn from the top of its first page to its last row."""

    def __init__(self, sheet: Sheet, table: Table, palette: Palette) -> None:
        self._sheet = sheet
        self._table = table
        self._palette = palette
        self._cells: list[Element] = []
        """Of the row drawn last, which may go on on the next page."""

    def draw_head(self, top: float) -> None:
        """Draw the head as tagged cells."""
        self._draw_head_ground(top)
        with self._sheet.element("THead"), self._sheet.element("TR"):
            for x, block in self._placed(self._table.head):
                with self._sheet.element("TH", scope="Column"):
                    set_block(self._sheet, block, (x + _INSET, top + PADDING), (WHITE, WHITE))

    def repeat_head(self, top: float) -> None:
        """Draw the head again on a later page, where it is not read aloud once more."""
        self._draw_head_ground(top)
        with self._sheet.artifact("Pagination"):
            for x, block in self._placed(self._table.head):
                show_block(self._sheet, block, (x + _INSET, top + PADDING), WHITE)

    def draw_part(self, part: Part, top: float) -> None:
        """Draw a row, or that part of it which stands on this page, with a line under it."""
        row = self._table.rows[part.row]
        if part.first == 0:
            self._draw_row(row, part, top)
        else:
            for (x, block), cell in zip(self._placed(row.blocks), self._cells, strict=True):
                with self._sheet.tags.reopened(cell):
                    self._draw_lines(block, part, (x + _INSET, top + PADDING), TEXT)
        with self._sheet.artifact():
            self._sheet.fill(LEFT, top + part.height, self._table.width, 0.15, RULE)

    def _draw_row(self, row: TableRow, part: Part, top: float) -> None:
        self._cells = []
        with self._sheet.element("TR"):
            for number, (x, block) in enumerate(self._placed(row.blocks)):
                role, scope = ("TD", "") if number else ("TH", "Row")
                colour = TEXT if number else self._palette.ink
                with self._sheet.element(role, scope=scope) as cell:
                    self._cells.append(cell)
                    at = (x + _INSET, top + PADDING)
                    if self._table.columns[number].extra and block.paragraph.words:
                        at, colour = self._draw_standing(row.standing, block, at)
                    self._draw_lines(block, part, at, colour)

    def _draw_standing(self, standing: Standing, block: Block, at: Point) -> tuple[Point, Colour]:
        """Draw the shape, on a pill where someone has to act; return where its word starts."""
        left, top = at
        with self._sheet.artifact():
            if standing in PILLS:
                lines = [span.x + span.width for span in block.spans()]
                width = MARK_ROOM + max(lines) + 1.6
                height = block.lines * LINE_HEIGHT + 1.0
                box = (left - _PILL_EDGE, top - 0.5, width, height)
                self._sheet.fill_rounded(box, min(2.3, height / 2), PILLS[standing])
            draw_mark(self._sheet, standing, (left + MARK_SIDE / 2, top + LINE_HEIGHT / 2))
        return (left + MARK_ROOM - _PILL_EDGE - 0.8, top), STANDING_COLOURS[standing]

    def _draw_lines(self, block: Block, part: Part, at: Point, colour: Colour) -> None:
        lines = range(part.first, min(part.end, block.lines))
        if lines:
            with self._sheet.content():
                show_block(self._sheet, block, at, colour, lines)

    def _draw_head_ground(self, top: float) -> None:
        with self._sheet.artifact():
            self._sheet.fill(
                LEFT, top, self._table.width, self._table.head_height, self._palette.ink
            )

    def _placed(self, blocks: tuple[Block, ...]) -> list[tuple[float, Block]]:
        """Return the left edge of each column with its cell."""
        x = LEFT
        placed = []
        for width, block in zip(self._table.widths, blocks, strict=True):
            placed.append((x, block))
            x += width
        return placed
