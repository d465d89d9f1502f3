"""What stands on every page of a paper: partnership and mark above, date and counting below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.exports.pdf.briefing_style import LEFT
from sgdesk.exports.pdf.colours import MUTED, RULE, TEXT
from sgdesk.exports.pdf.fonts import FontSet, Weight, printable
from sgdesk.exports.pdf.setting import set_block, show_block
from sgdesk.exports.pdf.wrapping import Block, Run, measured

if TYPE_CHECKING:
    from sgdesk.exports.pdf.colours import Palette
    from sgdesk.exports.pdf.sheet import Sheet
    from sgdesk.records.papers import Paper

_SMALL = 9.0
_LEADING = 1.3
_WIDEST_MARK = 60.0


def title_of(paper: Paper) -> str:
    """Return the paper's title, or words that stand for it where it has none."""
    return printable(paper.title) or paper.file_words.capitalize()


class Furniture:
    """Header and footer of every page, and the title over the body. Lengths are in mm."""

    _TOP = 9.0
    _BOTTOM = 9.0
    _PADDING = 1.6

    def __init__(self, paper: Paper, fonts: FontSet, width: float, page_height: float) -> None:
        self._fonts = fonts
        self._width = width
        self._mark_text = printable(paper.mark)
        as_at = f"As at {full_date(paper.as_at)}. {paper.counting}"
        self._partnership = self._small(paper.partnership, Weight.REGULAR, width * 0.6)
        self._mark = self._small(paper.mark, Weight.BOLD, width * 0.4 - 6)
        self._as_at = self._small(as_at, Weight.REGULAR, width)
        room = width - self._page_number(888, 888).natural_width - 6
        self._as_at_foot = self._small(as_at, Weight.REGULAR, room)
        title = measured(fonts, [Run(title_of(paper), Weight.BOLD)])
        self._title = Block(title, width, 19.5, 1.2)
        self._summary = Block(measured(fonts, [Run(paper.summary)]), width, 11, 1.35)
        header = max(self._partnership.height, self._mark.height)
        self._rule = self._TOP + header + self._PADDING
        self._foot = page_height - self._BOTTOM - self._as_at_foot.height
        self.body_top = self._rule + 5.0
        self.body_end = self._foot - self._PADDING - 3.0
        heads = (self._title, self._summary, self._as_at)
        self.first_top = self.body_top - 1.0 + sum(block.height for block in heads) + 3.5

    def draw_first(self, sheet: Sheet, palette: Palette) -> None:
        """Draw header and title of the first page, where they are read aloud."""
        right = LEFT + self._width - self._mark.natural_width
        y = self.body_top - 1.0
        for role, block, at, colour in (
            ("P", self._mark, (max(right, LEFT + self._width * 0.6 + 6), self._TOP), palette.ink),
            ("P", self._partnership, (LEFT, self._TOP), MUTED),
            ("H1", self._title, (LEFT, y), palette.ink),
            ("P", self._summary, (LEFT, y + self._title.height), TEXT),
            ("P", self._as_at, (LEFT, y + self._title.height + self._summary.height), MUTED),
        ):
            if block.paragraph.words:
                with sheet.element(role):
                    set_block(sheet, block, at, (colour, colour))
        self._draw_rule(sheet, self._rule)

    def draw_later(self, sheet: Sheet, palette: Palette) -> None:
        """Draw the header of any other page, where it is not read aloud again."""
        right = LEFT + self._width - self._mark.natural_width
        left = max(right, LEFT + self._width * 0.6 + 6)
        with sheet.artifact("Pagination"):
            show_block(sheet, self._mark, (left, self._TOP), palette.ink)
            show_block(sheet, self._partnership, (LEFT, self._TOP), MUTED)
        self._draw_rule(sheet, self._rule)

    def draw_footer(self, sheet: Sheet, palette: Palette, pages: int) -> None:
        """Draw date, counting, mark and page number."""
        right = self._page_number(sheet.page, pages)
        self._draw_rule(sheet, self._foot - self._PADDING)
        with sheet.artifact("Pagination"):
            show_block(sheet, self._as_at_foot, (LEFT, self._foot), MUTED)
            left = LEFT + self._width - right.natural_width
            show_block(sheet, right, (left, self._foot), palette.ink)

    def _page_number(self, page: int, pages: int) -> Block:
        """Return the number of the page, after the mark where that is short."""
        number = Run(f"Page {page} of {pages}")
        runs = (
            [Run(self._mark_text, Weight.BOLD), Run("·"), number] if self._mark_text else [number]
        )
        right = Block(measured(self._fonts, runs), self._width, _SMALL, _LEADING)
        if right.natural_width > _WIDEST_MARK:
            right = Block(measured(self._fonts, [number]), self._width, _SMALL, _LEADING)
        return right

    def _small(self, text: str, weight: Weight, width: float) -> Block:
        return Block(measured(self._fonts, [Run(text, weight)]), width, _SMALL, _LEADING)

    def _draw_rule(self, sheet: Sheet, y: float) -> None:
        with sheet.artifact():
            sheet.fill(LEFT, y, self._width, 0.25, RULE)
