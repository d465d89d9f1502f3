"""A paper as an accessible PDF."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from sgdesk.exports.pdf.colours import palette_of
from sgdesk.exports.pdf.fonts import FontSet, printable
from sgdesk.exports.pdf.metadata import Facts
from sgdesk.exports.pdf.paper_drawing import BitDrawing
from sgdesk.exports.pdf.paper_furniture import title_of
from sgdesk.exports.pdf.paper_layout import PaperLayout
from sgdesk.exports.pdf.sheet import Sheet
from sgdesk.progress import Progress, silent
from sgdesk.records.briefing import Brand
from sgdesk.records.paper_bits import BitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sgdesk.records.paper_pages import Placed
    from sgdesk.records.papers import Paper

    PlacedOn = tuple[int, Placed]
    """The number of a page, from 1, and what stands on it."""

_LIST, _TABLE = "L", "Table"
_CONTAINERS = {
    BitKind.ITEM: _LIST,
    BitKind.HEAD: _TABLE,
    BitKind.ROW: _TABLE,
    BitKind.GROUP: _TABLE,
    BitKind.WEEKDAYS: _TABLE,
    BitKind.WEEK: _TABLE,
    BitKind.BELOW: _TABLE,
}


def paper_pdf(paper: Paper, progress: Progress = silent) -> bytes:
    """Return the paper on A4 pages, PDF/UA-1 and PDF/A-2a; the same bytes every time.

    Passes on what `progress` raises.
    """
    return _Typesetting(paper, progress).pdf()


class _Typesetting:
    """One paper on its way to pages."""

    def __init__(self, paper: Paper, progress: Progress) -> None:
        fonts = FontSet()
        self._progress = progress
        self._layout = PaperLayout(paper, fonts)
        self._palette = palette_of(Brand(paper.partnership))
        texts = map(printable, _texts(paper, self._layout))
        self._sheet = Sheet(_facts(paper), fonts, texts, landscape=paper.is_landscape)
        self._drawing = BitDrawing(self._sheet, self._layout, self._palette)

    def pdf(self) -> bytes:
        count = len(self._layout.pages)
        placed = (
            (number, one)
            for number, page in enumerate(self._layout.pages, start=1)
            for one in page.placed
        )
        self._turn_to(1)
        for container, group in groupby(placed, key=self._container):
            self._draw_group(container[1], group)
        self._turn_to(count)
        self._layout.furniture.draw_footer(self._sheet, self._palette, count)
        self._progress(count, count + 1, "Adding tags for screen readers")
        return self._sheet.finished()

    def _container(self, placed: PlacedOn) -> tuple[int, str]:
        """Return the part, and the tag that goes around those of its bits that follow."""
        bit = self._layout.bits[placed[1].number]
        return bit.part, _CONTAINERS.get(bit.kind, "")

    def _draw_group(self, container: str, group: Iterable[PlacedOn]) -> None:
        if container == _TABLE:
            with self._sheet.element(_TABLE):
                self._draw_table(iter(group))
        elif container == _LIST:
            with self._sheet.element(_LIST, numbering="None"):
                self._draw(group)
        else:
            self._draw(group)

    def _draw_table(self, group: Iterator[PlacedOn]) -> None:
        number, first = next(group)
        self._turn_to(number)
        if self._layout.bits[first.number].is_head:
            with self._sheet.element("THead"):
                self._drawing.draw(first)
            rows = group
        else:
            rows = chain([(number, first)], group)
        with self._sheet.element("TBody"):
            self._draw(rows)

    def _draw(self, group: Iterable[PlacedOn]) -> None:
        for number, placed in group:
            self._turn_to(number)
            self._drawing.draw(placed)

    def _turn_to(self, number: int) -> None:
        """Finish the page at hand and begin others, until page `number` is at hand."""
        pages, around = self._layout.pages, self._layout.furniture
        while self._sheet.page < number:
            done = self._sheet.page
            self._progress(done, len(pages) + 1, f"Page {done + 1} of {len(pages)}")
            if done:
                around.draw_footer(self._sheet, self._palette, len(pages))
            self._sheet.add_page()
            if not done:
                around.draw_first(self._sheet, self._palette)
                continue
            around.draw_later(self._sheet, self._palette)
            head = self._layout.heads.get(pages[done].table)
            if head is not None:
                self._drawing.repeat_head(head, around.body_top)


def _facts(paper: Paper) -> Facts:
    return Facts(
        title=title_of(paper),
        author=printable(paper.partnership),
        subject=printable(paper.summary),
        as_of=paper.as_at,
    )


def _texts(paper: Paper, layout: PaperLayout) -> Iterator[str]:
    yield from (paper.title, paper.partnership, paper.counting, paper.summary, paper.mark)
    yield paper.file_words.capitalize()
    for bit in layout.bits:
        yield from bit.cells
    for calendar in layout.calendars.values():
        yield from calendar.texts()
