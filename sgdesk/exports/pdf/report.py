"""The deadline report as an accessible PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.briefing_style import LEFT
from sgdesk.exports.pdf.colours import TEXT, palette_of
from sgdesk.exports.pdf.fonts import FontSet, printable
from sgdesk.exports.pdf.metadata import Facts
from sgdesk.exports.pdf.report_drawing import TableDrawing
from sgdesk.exports.pdf.report_furniture import Furniture, title_of
from sgdesk.exports.pdf.report_table import Part, Table
from sgdesk.exports.pdf.setting import set_block
from sgdesk.exports.pdf.sheet import Sheet
from sgdesk.exports.pdf.wrapping import Block, Run, measured
from sgdesk.progress import Progress, silent
from sgdesk.records.briefing import Brand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.records.reports import DeadlineReport

_SHORT_SIDE = 210.0
_LONG_SIDE = 297.0
_EMPTY = "There is no deadline to show."


def deadline_report_pdf(report: DeadlineReport, progress: Progress = silent) -> bytes:
    """Return the report on A4 pages, PDF/UA-1 and PDF/A-2a; the same bytes every time.

    It lies on its side where its columns need that. Passes on what `progress` raises.
    """
    return _Typesetting(report).pdf(progress)


class _Typesetting:
    """One report on its way to paper."""

    def __init__(self, report: DeadlineReport) -> None:
        self._fonts = FontSet()
        self._table = Table(report, self._fonts)
        height = _SHORT_SIDE if self._table.is_landscape else _LONG_SIDE
        self._furniture = Furniture(report, self._fonts, self._table.width, height)
        self._palette = palette_of(Brand(report.partnership))
        self._sheet = Sheet(
            _facts(report),
            self._fonts,
            map(printable, _texts(report)),
            landscape=self._table.is_landscape,
        )
        self._drawing = TableDrawing(self._sheet, self._table, self._palette)

    def pdf(self, progress: Progress) -> bytes:
        head = self._table.head_height
        end = self._furniture.body_end
        pages = self._table.pages(
            end - self._furniture.table_top - head, end - self._furniture.body_top - head
        )
        self._sheet.add_page()
        self._furniture.draw_first(self._sheet, self._palette)
        if self._table.rows:
            with self._sheet.element("Table"):
                self._drawing.draw_head(self._furniture.table_top)
                with self._sheet.element("TBody"):
                    self._draw_pages(pages, progress)
        else:
            self._draw_empty()
            self._furniture.draw_footer(self._sheet, self._palette, 1)
        progress(len(pages), len(pages) + 1, "Adding tags for screen readers")
        return self._sheet.finished()

    def _draw_pages(self, pages: list[list[Part]], progress: Progress) -> None:
        top = self._furniture.table_top
        for number, parts in enumerate(pages):
            progress(number, len(pages) + 1, f"Page {number + 1} of {len(pages)}")
            if number:
                self._sheet.add_page()
                self._furniture.draw_later(self._sheet, self._palette)
                top = self._furniture.body_top
                self._drawing.repeat_head(top)
            y = top + self._table.head_height
            for part in parts:
                self._drawing.draw_part(part, y)
                y += part.height
            self._furniture.draw_footer(self._sheet, self._palette, len(pages))

    def _draw_empty(self) -> None:
        sentence = Block(measured(self._fonts, [Run(_EMPTY)]), self._table.width, 11, 1.35)
        with self._sheet.element("P"):
            set_block(self._sheet, sentence, (LEFT, self._furniture.table_top), (TEXT, TEXT))


def _facts(report: DeadlineReport) -> Facts:
    return Facts(
        title=title_of(report),
        author=printable(report.partnership),
        subject=printable(report.summary),
        as_of=report.as_at,
    )


def _texts(report: DeadlineReport) -> Iterator[str]:
    yield from (report.title, report.partnership, report.counting, report.summary, report.mark)
    for row in report.rows:
        yield from (row.reference, row.what, row.started, row.due, row.agreed)
        yield from (row.weight, row.owner, row.standing_words)
