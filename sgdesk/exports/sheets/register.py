"""The register as an Excel workbook: reviews, what they taught, and what the workbook is."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from sgdesk.domain.dates import full_date
from sgdesk.exports.brand_colours import INK, readable
from sgdesk.exports.sheets.about import write_facts
from sgdesk.exports.sheets.register_columns import LEARNING_COLUMNS, REVIEW_COLUMNS
from sgdesk.exports.sheets.set_up import PLAIN, Margins, set_up
from sgdesk.exports.sheets.styles import Styles
from sgdesk.exports.sheets.tables import HEAD, Column, LineT, write_head, write_line
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from sgdesk.records.register_books import RegisterBook

_ARROW = 2
"""Characters: the arrow of the filter stands beside a title."""
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
    reviews.freeze_panes(HEAD + 1, 1)
    set_up(reviews, margins, head=HEAD, is_wide=True)
    learning = workbook.add_worksheet("Learning")
    _write_lines(learning, LEARNING_COLUMNS, book.learning, styles)
    learning.freeze_panes(HEAD + 1, 0)
    set_up(learning, margins, head=HEAD)
    about = workbook.add_worksheet("About")
    _write_about(about, book, styles)
    set_up(about, margins, head=None)
    workbook.close()
    return stream.getvalue()


def _write_lines(
    sheet: Worksheet, columns: Sequence[Column[LineT]], lines: Sequence[LineT], styles: Styles
) -> None:
    write_head(sheet, columns, styles, air=_ARROW)
    for number, line in enumerate(lines, start=HEAD + 1):
        cells = [(column.value(line), column.width) for column in columns]
        write_line(sheet, number, cells, styles)
    sheet.autofilter(HEAD, 0, max(len(lines), 1), len(columns) - 1)


def _write_about(sheet: Worksheet, book: RegisterBook, styles: Styles) -> None:
    facts = (
        ("Partnership", clean_line(book.partnership)),
        ("Handling mark", clean_line(book.mark)),
        ("Who it is for", "The partners. It is not for publication."),
        ("Reviews", str(len(book.reviews))),
        ("Left out", _LEFT_OUT),
    )
    for at, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(at, at, width)
    write_facts(sheet, (book.title, book.as_of), facts, styles, _ABOUT_WIDTHS[1])
