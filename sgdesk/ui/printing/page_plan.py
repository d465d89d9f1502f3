"""What stands where on each page of a deadline report, worked out without a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.ui.printing.lettering import HEAD, TEXT, Line, Ruler
from sgdesk.ui.printing.page_furniture import SIDE, furniture_of
from sgdesk.ui.printing.paper import MM
from sgdesk.ui.printing.report_columns import COLUMNS, GAP, column_widths

if TYPE_CHECKING:
    from sgdesk.domain.standings import Standing
    from sgdesk.records.reports import DeadlineReport, ReportRow
    from sgdesk.ui.printing.lettering import Measure
    from sgdesk.ui.printing.paper import Paper

PADDING = 1.3 * MM
"""Above and below the text of a row."""
NOTHING = "There is no deadline to show."
_LEADING = TEXT.leading

Cells = tuple[tuple[Line, ...], ...]


class PlannedRow(NamedTuple):
    """A row of the table, or that part of it which stands on one page.

    Only a row higher than a whole page has parts; the later ones have no standing.
    """

    number: int
    top: float
    height: float
    cells: Cells
    standing: Standing | None


class PlannedPage(NamedTuple):
    number: int
    table_top: float
    """Top edge of the head of the table."""
    rows: tuple[PlannedRow, ...]


class Part(NamedTuple):
    """Lines `first` to `end` of row `number`; `lines` is how many it has in all."""

    number: int
    first: int
    end: int

    @property
    def height(self) -> float:
        return (self.end - self.first) * _LEADING + 2 * PADDING


class PagePlan:
    """The pages of one report on one kind of paper. `measure` gives the width of a text."""

    def __init__(self, report: DeadlineReport, paper: Paper, measure: Measure) -> None:
        self.report = report
        self.paper = paper
        self.ruler = Ruler(measure)
        self.room = paper.width - 2 * SIDE
        self.furniture = furniture_of(report, paper, self.ruler)
        self.widths = column_widths(report.rows, self.ruler, self.room)
        headings: list[tuple[Line, ...]] = [(Line(column.heading, HEAD),) for column in COLUMNS]
        self.head = self._broken(headings)
        self.head_height = max(map(len, self.head)) * _LEADING + 2 * PADDING
        self._rows = [self._cells(row) for row in report.rows]
        self.pages = self._pages()

    @property
    def is_empty(self) -> bool:
        return not self._rows

    def lefts(self) -> tuple[float, ...]:
        """Return the left edge of each column."""
        return tuple(SIDE + sum(self.widths[:number]) for number in range(len(self.widths)))

    def _cells(self, row: ReportRow) -> Cells:
        return self._broken([column.lines(row) for column in COLUMNS])

    def _broken(self, cells: list[tuple[Line, ...]]) -> Cells:
        return tuple(
            self.ruler.all_broken(lines, width - column.indent - GAP)
            for lines, width, column in zip(cells, self.widths, COLUMNS, strict=True)
        )

    def _pages(self) -> tuple[PlannedPage, ...]:
        """Put row after row on the page, and begin another where the next does not fit."""
        around = self.furniture
        pages: list[PlannedPage] = []
        rows: list[PlannedRow] = []
        table_top = around.first_table_top
        top = table_top + self.head_height
        for part in self._parts():
            if rows and top + part.height > around.end:
                pages.append(PlannedPage(len(pages) + 1, table_top, tuple(rows)))
                rows, table_top = [], around.table_top
                top = table_top + self.head_height
            rows.append(self._planned(part, top))
            top += part.height
        pages.append(PlannedPage(len(pages) + 1, table_top, tuple(rows)))
        return tuple(pages)

    def _parts(self) -> list[Part]:
        around = self.furniture
        room = around.end - around.first_table_top - self.head_height - 2 * PADDING
        most = max(1, int(room / _LEADING))
        parts = []
        for number, cells in enumerate(self._rows):
            lines = max(1, *map(len, cells))
            parts += [
                Part(number, first, min(first + most, lines)) for first in range(0, lines, most)
            ]
        return parts

    def _planned(self, part: Part, top: float) -> PlannedRow:
        cells = tuple(lines[part.first : part.end] for lines in self._rows[part.number])
        standing = None if part.first else self.report.rows[part.number].standing
        return PlannedRow(part.number, top, part.height, cells, standing)


def page_words(plan: PagePlan, page: PlannedPage) -> str:
    """Return what stands on a page, for those who hear it."""
    rows = [
        ", ".join(" ".join(line.text for line in cell) for cell in row.cells if cell)
        for row in page.rows
    ]
    head = [f"Page {page.number} of {len(plan.pages)}", plan.report.mark]
    if page.number == 1:
        head += [plan.report.title, plan.report.summary]
    return ". ".join(filter(None, [*head, *(rows or [NOTHING])])).replace("\u00a0", " ")
