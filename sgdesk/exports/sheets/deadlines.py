"""A workbook of deadlines: a line each, dates that are dates, and a sheet about it all."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from xlsxwriter import Workbook

from sgdesk.domain.dates import full_date
from sgdesk.exports.sheets.about import write_about
from sgdesk.exports.sheets.heights import row_height
from sgdesk.exports.sheets.set_up import PLAIN, Margins, set_up
from sgdesk.exports.sheets.styles import Styles
from sgdesk.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from xlsxwriter.worksheet import Worksheet

    from sgdesk.records.deadline_files import DeadlineBook, DeadlineLine

_HEAD, _FROZEN_COLUMNS = 0, 2
_STEP = 50
"""Rows between two words of progress."""


class _Column(NamedTuple):
    title: str
    width: float
    """In characters of the typeface."""
    value: Callable[[DeadlineLine], str | date | int | None]


_COLUMNS = (
    _Column("Reference", 15, lambda line: line.reference),
    _Column("What is due", 20, lambda line: line.what),
    _Column("Rule", 15, lambda line: line.rule),
    _Column("Weight", 10.5, lambda line: line.weight),
    _Column("Started by", 10.5, lambda line: line.trigger),
    _Column("Started on", 11.5, lambda line: line.trigger_on),
    _Column("Due by the rule", 11.5, lambda line: line.due),
    _Column("Agreed date", 11.5, lambda line: line.agreed_on),
    _Column("Why agreed, and who by", 15, lambda line: line.agreed_why),
    _Column("Counts to", 11.5, lambda line: line.counts_to),
    _Column("Standing", 14, lambda line: line.standing_words),
    _Column("Working days left (below 0: late)", 9.5, lambda line: line.days),
    _Column("Owner", 12, lambda line: line.owner),
    _Column("Source", 18, lambda line: line.source),
    _Column("Edition", 9.5, lambda line: line.edition),
    _Column("Working", 44, lambda line: line.working),
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
    set_up(sheet, _margins(book), head=_HEAD)
    write_about(about, book, styles)
    set_up(about, _margins(book), head=None)
    workbook.close()
    return stream.getvalue()


def _write_lines(sheet: Worksheet, book: DeadlineBook, styles: Styles, progress: Progress) -> None:
    sheet.set_row(_HEAD, row_height((column.title, column.width) for column in _COLUMNS))
    for at, column in enumerate(_COLUMNS):
        sheet.set_column(at, at, column.width)
        sheet.write_string(_HEAD, at, column.title, styles.head)
    for number, line in enumerate(book.lines, start=_HEAD + 1):
        if number % _STEP == 1:
            progress(number, len(book.lines), "Writing the workbook")
        values = [column.value(line) for column in _COLUMNS]
        texts = zip(values, _COLUMNS, strict=True)
        sheet.set_row(
            number,
            row_height((text, column.width) for text, column in texts if isinstance(text, str)),
        )
        for at, value in enumerate(values):
            if value is None or value == "":
                sheet.write_blank(number, at, None, styles.text)
            elif isinstance(value, str):
                style = styles.standing(line.standing) if at == _STANDING else styles.text
                sheet.write_string(number, at, value, style)
            elif isinstance(value, int):
                sheet.write_number(number, at, value, styles.number)
            else:
                sheet.write_datetime(number, at, value, styles.date)
    last = max(len(book.lines), 1)
    sheet.autofilter(_HEAD, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(_HEAD + 1, _FROZEN_COLUMNS)


def _margins(book: DeadlineBook) -> Margins:
    return Margins(
        f"{book.partnership} · {book.title}" if book.partnership else book.title,
        book.mark,
        f"As at {full_date(book.as_at)}. {book.counting}",
    )
