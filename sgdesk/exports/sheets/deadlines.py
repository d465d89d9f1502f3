"""A workbook of deadlines: a line each, dates that are dates, and a sheet about it all."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from sgdesk.domain.dates import full_date
from sgdesk.exports.sheets.about import write_about
from sgdesk.exports.sheets.set_up import PLAIN, Margins, set_up
from sgdesk.exports.sheets.styles import Styles
from sgdesk.exports.sheets.tables import HEAD, Column, write_head, write_line
from sgdesk.progress import Progress, silent

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from sgdesk.records.deadline_files import DeadlineBook, DeadlineLine

_FROZEN_COLUMNS = 2
_STEP = 50
"""Rows between two words of progress."""


_COLUMNS: tuple[Column[DeadlineLine], ...] = (
    Column("Reference", 15, lambda line: line.reference),
    Column("What is due", 20, lambda line: line.what),
    Column("Rule", 15, lambda line: line.rule),
    Column("Weight", 10.5, lambda line: line.weight),
    Column("Started by", 10.5, lambda line: line.trigger),
    Column("Started on", 11.5, lambda line: line.trigger_on),
    Column("Due by the rule", 11.5, lambda line: line.due),
    Column("Agreed date", 11.5, lambda line: line.agreed_on),
    Column("Why agreed, and who by", 15, lambda line: line.agreed_why),
    Column("Counts to", 11.5, lambda line: line.counts_to),
    Column("Standing", 14, lambda line: line.standing_words),
    Column("Working days left (below 0: late)", 9.5, lambda line: line.days),
    Column("Owner", 12, lambda line: line.owner),
    Column("Source", 18, lambda line: line.source),
    Column("Edition", 9.5, lambda line: line.edition),
    Column("Working", 44, lambda line: line.working),
)
_STANDING = 10


def deadline_sheets(book: DeadlineBook, progress: Progress = silent) -> bytes:
    """Return the workbook as XLSX, the same bytes every time.

    Texts stay texts, whatever they begin with. Passes on what `progress` raises.
    """
    stream = BytesIO()
    workbook = Workbook(stream, PLAIN)
    workbook.set_properties(
        {
            "title": book.title,
            "company": book.partnership,
            "category": book.mark,
            "comments": f"As at {full_date(book.as_at)}. {book.counting}",
            "created": book.made_at.replace(tzinfo=None),
        }
    )
    styles = Styles(workbook, book.ink)
    sheet = workbook.add_worksheet("Deadlines")
    about = workbook.add_worksheet("About")
    _write_lines(sheet, book, styles, progress)
    set_up(sheet, _margins(book), head=HEAD)
    write_about(about, book, styles)
    set_up(about, _margins(book), head=None)
    workbook.close()
    return stream.getvalue()


def _write_lines(sheet: Worksheet, book: DeadlineBook, styles: Styles, progress: Progress) -> None:
    write_head(sheet, _COLUMNS, styles)
    for number, line in enumerate(book.lines, start=HEAD + 1):
        if number % _STEP == 1:
            progress(number, len(book.lines), "Writing the workbook")
        cells = [(column.value(line), column.width) for column in _COLUMNS]
        write_line(sheet, number, cells, styles, {_STANDING: styles.standing(line.standing)})
    last = max(len(book.lines), 1)
    sheet.autofilter(HEAD, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(HEAD + 1, _FROZEN_COLUMNS)


def _margins(book: DeadlineBook) -> Margins:
    return Margins(
        f"{book.partnership} · {book.title}" if book.partnership else book.title,
        book.mark,
        f"As at {full_date(book.as_at)}. {book.counting}",
    )
