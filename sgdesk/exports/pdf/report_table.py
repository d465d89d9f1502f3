"""The table of a deadline report: its columns, its rows, and the rows of each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.pdf.columns import shared_out
from sgdesk.exports.pdf.fonts import FontSet, Weight
from sgdesk.exports.pdf.standing_marks import MARK_SIDE
from sgdesk.exports.pdf.wrapping import PT, Block, Paragraph, Run, measured

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.domain.standings import Standing
    from sgdesk.records.reports import DeadlineReport, ReportRow

SIZE = 9.5
LEADING = 1.25
PADDING = 1.5
"""Above and below the text of a row, in mm."""
LINE_HEIGHT = SIZE * PT * LEADING
CELL_GAP = 3.2
PORTRAIT_WIDTH = 182.0
LANDSCAPE_WIDTH = 269.0
_LEAST_WIDTH = 22.0
_SLACK = 0.01
"""Keeps a cell that is exactly as wide as its text from breaking for a rounding error."""
MARK_ROOM = MARK_SIDE + 3.4


class Column(NamedTuple):
    heading: str
    text: Callable[[ReportRow], str]
    weight: Weight = Weight.REGULAR
    extra: float = 0.0
    """Room in mm that the cell needs before its text."""
    is_whole: bool = False
    """Whether its text stays on one line as long as the other columns leave room."""


COLUMNS = (
    Column("Case", lambda row: row.reference, Weight.SEMIBOLD, is_whole=True),
    Column("What is due", lambda row: row.what),
    Column("Started", lambda row: row.started),
    Column("Due by the rule", lambda row: row.due, is_whole=True),
    Column("Agreed date", lambda row: row.agreed, is_whole=True),
    Column("Weight", lambda row: row.weight),
    Column("Owner", lambda row: row.owner),
    Column("Standing", lambda row: row.standing_words, Weight.BOLD, MARK_ROOM, is_whole=True),
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The cells of one row, broken to the widths of their columns."""

    blocks: tuple[Block, ...]
    standing: Standing

    @property
    def lines(self) -> int:
        return max(block.lines for block in self.blocks)


class Part(NamedTuple):
    """Those lines of a row that stand on one page: all of them unless the row fills a page."""

    row: int
    first: int
    end: int

    @property
    def height(self) -> float:
        """Height in mm with the padding."""
        return (self.end - self.first) * LINE_HEIGHT + 2 * PADDING


class Table:
    """A report's rows in columns as wide as their text; columns without any text are left out."""

    def __init__(self, report: DeadlineReport, fonts: FontSet) -> None:
        self._fonts = fonts
        self._measured: dict[tuple[str, Weight], Paragraph] = {}
        self.columns = tuple(
            column for column in COLUMNS if any(column.text(row).strip() for row in report.rows)
        )
        heads = [self._paragraph(column.heading, Weight.SEMIBOLD) for column in self.columns]
        rows = [
            [self._paragraph(column.text(row), column.weight) for column in self.columns]
            for row in report.rows
        ]
        natural = [
            max(paragraph.width for paragraph in cells) * SIZE * PT + column.extra + CELL_GAP
            for column, cells in zip(self.columns, zip(heads, *rows, strict=True), strict=True)
        ]
        self.is_landscape = sum(natural) > PORTRAIT_WIDTH
        self.width = LANDSCAPE_WIDTH if self.is_landscape else PORTRAIT_WIDTH
        self.widths = self._stretched(self._shared(natural))
        self.head = self._blocks(heads)
        self.rows = [
            TableRow(self._blocks(cells), row.standing)
            for cells, row in zip(rows, report.rows, strict=True)
        ]

    def pages(self, first_room: float, room: float) -> list[list[Part]]:
        """Return the parts of rows that stand on each page.

        A row is never split, unless it is higher than a whole page. `first_room` and `room`
        are the heights in mm for rows on the first page and on the others.
        """
        most_lines = int((room - 2 * PADDING) / LINE_HEIGHT)
        pages: list[list[Part]] = [[]]
        left = first_room
        for number, row in enumerate(self.rows):
            for first in range(0, row.lines, most_lines):
                part = Part(number, first, min(first + most_lines, row.lines))
                if part.height > left:
                    pages.append([])
                    left = room
                pages[-1].append(part)
                left -= part.height
        return pages

    @property
    def head_height(self) -> float:
        """Height of the head in mm."""
        lines = max((block.lines for block in self.head), default=0)
        return lines * LINE_HEIGHT + 2 * PADDING

    def _paragraph(self, text: str, weight: Weight) -> Paragraph:
        key = (text, weight)
        if key not in self._measured:
            self._measured[key] = measured(self._fonts, [Run(text, weight)])
        return self._measured[key]

    def _shared(self, natural: list[float]) -> list[float]:
        """Return widths that fit the page, the whole columns giving way last."""
        whole = sum(w for w, column in zip(natural, self.columns, strict=True) if column.is_whole)
        flexible = [
            w for w, column in zip(natural, self.columns, strict=True) if not column.is_whole
        ]
        room = self.width - whole
        if room < len(flexible) * _LEAST_WIDTH:
            return shared_out(natural, self.width)
        shares = iter(shared_out(flexible, room))
        return [
            w if column.is_whole else next(shares)
            for w, column in zip(natural, self.columns, strict=True)
        ]

    def _stretched(self, widths: list[float]) -> list[float]:
        """Return `widths` made wider alike, so that they fill the page."""
        spare = (self.width - sum(widths)) / max(len(widths), 1)
        return [width + spare for width in widths]

    def _blocks(self, cells: list[Paragraph]) -> tuple[Block, ...]:
        return tuple(
            Block(cell, width - column.extra - CELL_GAP + _SLACK, SIZE, LEADING)
            for cell, column, width in zip(cells, self.columns, self.widths, strict=True)
        )
