"""How a sheet of a workbook is set up for paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""Options of a workbook: texts stay texts, and none is written to a file on the way."""
_A3, _A4, _ALL_LINES = 8, 9, 2
_LONGEST_HEAD, _LONGEST_FOOT = 110, 220


class Margins(NamedTuple):
    """What stands above and below each printed page."""

    title: str
    mark: str
    foot: str


def set_up(sheet: Worksheet, margins: Margins, *, head: int | None, is_wide: bool = False) -> None:
    """Set the sheet up for A4 paper on its side, A3 if it `is_wide`.

    The row `head`, if any, repeats on every page.
    """
    sheet.set_landscape()
    sheet.set_paper(_A3 if is_wide else _A4)
    sheet.set_margins(left=0.3, right=0.3, top=0.75, bottom=0.75)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(_ALL_LINES)
    if head is not None:
        sheet.repeat_rows(head)
    sheet.set_header(f"&L{_in_margin(margins.title)}&R&B{_in_margin(margins.mark)}")
    sheet.set_footer(f"&L&8{_in_margin(margins.foot, _LONGEST_FOOT)}&R&8Page &P of &N")


def _in_margin(text: str, longest: int = _LONGEST_HEAD) -> str:
    """Return `text` for a header: cut to the length that a sheet takes, its "&" written twice.

    "&G" stands for a picture, and the library takes it for one even so: a space keeps it apart.
    """
    text = _PICTURE.sub("& ", text)
    while len(shown := text.replace("&", "&&")) > longest:
        text = f"{text[:-2].rstrip()}…"
    return shown


_PICTURE = re.compile(r"&(?=G|\[Picture\])")
