"""The looks of the cells of a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

DATE_FORMAT = "dd mmm yyyy"
_SIZE = 10
_EDGE = "#C6D3DC"
_STANDING_COLOURS = {
    Standing.OVERDUE: "#9C1F1F",
    Standing.DUE_TODAY: "#7A4B00",
    Standing.DUE_SOON: "#7A4B00",
}
"""Dark on white, and bold: the words say it too."""


class Styles:
    """The formats of one workbook; `ink` is the partnership's colour, dark enough for white."""

    def __init__(self, workbook: Workbook, ink: str) -> None:
        self._workbook = workbook
        cell = {"text_wrap": True, "bottom": 1, "bottom_color": _EDGE}
        self.head = self._made(
            {"bold": True, "font_color": "#FFFFFF", "bg_color": ink, "text_wrap": True}
        )
        self.text = self._made(cell)
        self.strong = self._made({**cell, "bold": True})
        self.date = self._made({**cell, "num_format": DATE_FORMAT})
        self.number = self._made({**cell, "num_format": "0"})
        self.title = self._made({"indent": 0, "bold": True, "font_size": 16, "font_color": ink})
        self._standings = {
            standing: self._made({**cell, "bold": True, "font_color": colour})
            for standing, colour in _STANDING_COLOURS.items()
        }

    def standing(self, standing: Standing) -> Format:
        """Return the look of the words of a standing."""
        return self._standings.get(standing, self.text)

    def _made(self, look: dict[str, object]) -> Format:
        every = {"font_name": "Calibri", "font_size": _SIZE, "align": "left", "valign": "top"}
        return self._workbook.add_format({**every, "indent": 1, **look})
