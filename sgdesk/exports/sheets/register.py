"""The register as an Excel workbook: reviews, what they taught, and what the workbook is."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from sgdesk.domain.dates import full_date
from sgdesk.exports.brand_colours import INK, readable
from sgdesk.exports.sheets.heights import row_height
from sgdesk.exports.sheets.register_columns import (
    LEARNING_COLUMNS,
    REVIEW_COLUMNS,
    Column,
    LineT,
)
from sgdesk.exports.sheets.set_up import PLAIN, Margins, set_up
from sgdesk.exports.sheets.styles import Styles
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from sgdesk.records.register_books import RegisterBook

_HEAD = 0
_LONGEST = 32_000
"""A cell takes 32,767 characters."""
_ABOUT_WIDTHS = (18, 90)
_LEFT_OUT = (
    "No child, no person, no owner, no day of an incident and no note. The learning is that of "
    "published reviews."
)


def register_sheets(book: RegisterBook) -> bytes:
    """Return the workbook as XLSX. Texts stay texts, whatever they begin with."""
    stream = BytesIO()
    workbook = Workbook(stream, PLAIN)
    mark, owner = clean_line(book.mark), clean_line(book.partnership)
    workbook.set_properties(
        {
            "title": book.title,
            "company": owner,
            "category": mark,
            "created": datetime.combine(book.as_of, time()),
        }
    )
    styles = Styles(workbook, readable(book.ink, INK))
    title = f"{owner} · {book.title}" if owner else book.title
    margins = Margins(title, mark, f"As at {full_date(book.as_of)}")
    reviews = workbook.add_worksheet("Reviews")
    _write_lines(reviews, REVIEW_COLUMNS, book.reviews, styles)
    reviews.freeze_panes(_HEAD + 1, 1)
    set_up(reviews, margins, head=_HEAD, is_wide=True)
    learning = workbook.add_worksheet("Learning")
    _write_lines(learning, LEARNING_COLUMNS, book.learning, styles)
    learning.freeze_panes(_HEAD + 1, 0)
    set_up(learning, margins, head=_HEAD)
    about = workbook.add_worksheet("About")
    _write_about(about, book, styles)
    set_up(about, margins, head=None)
    workbook.close()
    return stream.getvalue()


def _write_lines(
    sheet: Worksheet, columns: Sequence[Column[LineT]], lines: Sequence[LineT], styles: Styles
) -> None:
    sheet.set_row(_HEAD, row_height((column.title, column.width - 2) for column in columns))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(_HEAD, at, column.title, styles.head)
    for number, line in enumerate(lines, start=_HEAD + 1):
        values = [column.value(line) for column in columns]
        texts = zip(values, columns, strict=True)
        sheet.set_row(
            number,
            row_height((text, column.width) for text, column in texts if isinstance(text, str)),
        )
        for at, value in enumerate(values):
            if not value:
                sheet.write_blank(number, at, None, styles.text)
            elif isinstance(value, str):
                sheet.write_string(number, at, value[:_LONGEST], styles.text)
            else:
                sheet.write_datetime(number, at, value, styles.date)
    sheet.autofilter(_HEAD, 0, max(len(lines), 1), len(columns) - 1)


def _write_about(sheet: Worksheet, book: RegisterBook, styles: Styles) -> None:
    for at, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, book.title, styles.title)
    sheet.write_string(2, 0, "As at", styles.strong)
    sheet.write_datetime(2, 1, book.as_of, styles.date)
    facts = (
        ("Partnership", clean_line(book.partnership)),
        ("Handling mark", clean_line(book.mark)),
        ("Who it is for", "The partners. It is not for publication."),
        ("Reviews", str(len(book.reviews))),
        ("Left out", _LEFT_OUT),
    )
    for row, (name, words) in enumerate(facts, start=3):
        sheet.write_string(row, 0, name, styles.strong)
        sheet.write_string(row, 1, words, styles.text)
        sheet.set_row(row, row_height([(words, _ABOUT_WIDTHS[1])]))
