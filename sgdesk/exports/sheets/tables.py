"""A table on a sheet: its head, and its lines with each cell as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from sgdesk.exports.sheets.heights import row_height

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from sgdesk.exports.sheets.styles import Styles

LineT = TypeVar("LineT")

HEAD = 0
"""The row of the head of every table."""

_LONGEST = 32_000
"""A cell takes 32,767 characters."""


class Column(NamedTuple, Generic[LineT]):
    title: str
    width: float
    """In characters of the typeface."""
    value: Callable[[LineT], str | int | date | None]


def write_head(
    sheet: Worksheet, columns: Sequence[Column[LineT]], styles: Styles, *, air: int = 0
) -> None:
    """Write the titles of `columns`, with `air` characters beside each for the filter's arrow."""
    sheet.set_row(HEAD, row_height((column.title, column.width - air) for column in columns))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(HEAD, at, column.title, styles.head)


def write_line(
    sheet: Worksheet,
    row: int,
    cells: Sequence[tuple[str | int | date | None, float]],
    styles: Styles,
    looks: Mapping[int, Format] | None = None,
) -> None:
    """Write values with the widths of their columns; `looks` are of the texts of some columns."""
    sheet.set_row(row, row_height((text, wide) for text, wide in cells if isinstance(text, str)))
    for at, (value, _wide) in enumerate(cells):
        if value is None or value == "":
            sheet.write_blank(row, at, None, styles.text)
        elif isinstance(value, str):
            sheet.write_string(row, at, value[:_LONGEST], (looks or {}).get(at, styles.text))
        elif isinstance(value, int):
            sheet.write_number(row, at, value, styles.number)
        else:
            sheet.write_datetime(row, at, value, styles.date)
