"""The foot of a briefing: the partnership, what it says about anonymity, the page number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.briefing_style import LEFT, WIDTH
from sgdesk.exports.pdf.colours import MUTED, RULE, Palette
from sgdesk.exports.pdf.fonts import FontSet, Weight, printable
from sgdesk.exports.pdf.setting import set_block, show_block
from sgdesk.exports.pdf.wrapping import Block, Run, measured

if TYPE_CHECKING:
    from sgdesk.exports.pdf.sheet import Sheet
    from sgdesk.records.briefing import Briefing


class Footer:
    """A rule, the statement under it, and the handling mark with the page number."""

    _BOTTOM = 290.0
    _SIZE = 8.5
    _LEADING = 1.3
    _PADDING = 1.4
    _WIDEST_MARK = 60.0

    def __init__(self, briefing: Briefing, fonts: FontSet) -> None:
        page = Run("Page 1 of 1")
        self._right = self._block(fonts, [page])
        if mark := printable(briefing.mark):
            marked = self._block(fonts, [Run(mark, Weight.BOLD), Run("·"), page])
            if marked.natural_width <= self._WIDEST_MARK:
                self._right = marked
        partnership = briefing.brand.partnership
        words = [Run(f"{partnership}." if partnership else ""), Run(briefing.statement)]
        width = WIDTH - self._right.natural_width - 8
        self._statement = Block(measured(fonts, words), width, self._SIZE, self._LEADING)
        lines = max(self._statement.height, self._right.height)
        self.top = self._BOTTOM - lines - self._PADDING

    def _block(self, fonts: FontSet, runs: list[Run]) -> Block:
        return Block(measured(fonts, runs), WIDTH, self._SIZE, self._LEADING)

    def draw(self, sheet: Sheet, palette: Palette) -> None:
        y = self.top + self._PADDING
        with sheet.artifact():
            sheet.fill(LEFT, self.top, WIDTH, 0.25, RULE)
        if self._statement.paragraph.words:
            with sheet.element("P"):
                set_block(sheet, self._statement, (LEFT, y), (MUTED, MUTED))
        left = LEFT + WIDTH - self._right.natural_width
        with sheet.artifact("Pagination"):
            show_block(sheet, self._right, (left, y), palette.ink)
