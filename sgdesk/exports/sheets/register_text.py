"""The register as a table of text that any program reads: one line for each review."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from sgdesk.exports.sheets.register_columns import REVIEW_COLUMNS
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.register_books import RegisterBook

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a program that opens the file may take for the beginning of a formula."""
_MARK = "Handling mark"


def register_csv(book: RegisterBook) -> bytes:
    """Return the reviews as CSV in UTF-8 with a byte order mark, days as in 2026-11-23.

    A text that could be taken for a formula gets an apostrophe in front. The last column says
    the handling mark on every line.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([*(column.title for column in REVIEW_COLUMNS), _MARK])
    mark = clean_line(book.mark)
    for line in book.reviews:
        values = (column.value(line) for column in REVIEW_COLUMNS)
        writer.writerow([*map(_cell, values), _cell(mark)])
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: str | int | date | None) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
