"""A briefing laid out on its page: fixed zones, rows of the body, and the room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.exports.briefing_words import (
    BACKGROUND,
    FIND_OUT_MORE,
    GOOD_PRACTICE,
    IMPROVEMENTS,
    KEY_LEARNING,
    QUESTIONS,
)
from sgdesk.exports.pdf.briefing_foot import Footer
from sgdesk.exports.pdf.briefing_head import Band, FactStrip, MarkBar
from sgdesk.exports.pdf.briefing_lists import BackgroundRow, ListsRow
from sgdesk.exports.pdf.briefing_panel import QuestionsRow, ReadingRow
from sgdesk.exports.pdf.briefing_style import Row, Style
from sgdesk.exports.pdf.briefing_text import Body, body_of, facts_of, scannable
from sgdesk.progress import Progress, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from sgdesk.exports.pdf.colours import Palette
    from sgdesk.exports.pdf.fonts import FontSet
    from sgdesk.exports.pdf.sheet import Sheet
    from sgdesk.records.briefing import Briefing

STEPS = 4
"""From measuring the text to the tags."""
LARGEST = 12.0
SMALLEST = 10.0
_STEPS_IN_A_POINT = 10
_TIGHTEST = 0.8
_LOOSEST = 2.4
_HALVINGS = 9
_LEARNING = (KEY_LEARNING, GOOD_PRACTICE, IMPROVEMENTS)
_UNDER_BODY = 0.8


class Spacing(NamedTuple):
    """Size of the text in points, and the factor on all gaps."""

    size: float
    gap: float


TIGHTEST = Spacing(SMALLEST, _TIGHTEST)


_TRYING = (1, STEPS, "Fitting it to one page")
"""What `progress` is told before each trial."""


class Page:
    """One briefing, measured once, to be laid out at any size.

    Each trial of a size is told to `progress` first, which may raise to stop: a preview gives up
    a page that is out of date already.
    """

    def __init__(
        self,
        briefing: Briefing,
        fonts: FontSet,
        logo: Image | None,
        progress: Progress = silent,
    ) -> None:
        self.briefing = briefing
        self._progress = progress
        self._logo = logo
        self._fonts = fonts
        self._address = scannable(briefing.web_address)
        self._mark = MarkBar(briefing.mark, fonts)
        self._band = Band(briefing, logo, fonts)
        self._strip = FactStrip(facts_of(briefing), fonts)
        self._footer = Footer(briefing, fonts)
        self._top = self._mark.height + self._band.height + self._strip.height
        self.body = body_of(briefing, fonts)

    def with_text(self, briefing: Briefing) -> Page:
        """Return the page of another text in the same fonts and with the same logo."""
        return Page(briefing, self._fonts, self._logo, self._progress)

    def fitted(self, body: Body) -> Spacing | None:
        """Return the largest text, and then the widest gaps, that fit; None if nothing does."""
        for step in range(round((LARGEST - SMALLEST) * _STEPS_IN_A_POINT) + 1):
            self._progress(*_TRYING)
            size = round(LARGEST - step / _STEPS_IN_A_POINT, 1)
            layout = _Layout(list(self._rows(body, size)), Style(size, self._fonts))
            if layout.height(_TIGHTEST) <= self._room:
                return Spacing(size, self._widest_gap(layout))
        return None

    def fits(self, body: Body) -> bool:
        """Return whether `body` fits at the smallest size and the tightest gaps."""
        self._progress(*_TRYING)
        layout = _Layout(list(self._rows(body, SMALLEST)), Style(SMALLEST, self._fonts))
        return layout.height(_TIGHTEST) <= self._room

    def lines(self) -> dict[str, int]:
        """Return how many lines each section has at the smallest size, by heading."""
        rows = self._rows(self.body, SMALLEST)
        return {heading: count for row in rows for heading, count in row.lines().items()}

    def draw(self, sheet: Sheet, spacing: Spacing, palette: Palette) -> None:
        """Draw the whole page."""
        self._mark.draw(sheet, palette)
        self._band.draw(sheet, self._mark.height, palette)
        self._strip.draw(sheet, self._mark.height + self._band.height, palette)
        style = Style(spacing.size, self._fonts)
        top = self._top
        for row in self._rows(self.body, spacing.size):
            top += style.section_gap * spacing.gap
            row.draw(sheet, top, spacing.gap, palette)
            top += row.height(spacing.gap)
        self._footer.draw(sheet, palette)

    @property
    def _room(self) -> float:
        """Height for the body in mm."""
        return self._footer.top - self._top

    def _rows(self, body: Body, size: float) -> Iterator[Row]:
        style = Style(size, self._fonts)
        if BACKGROUND in body:
            yield BackgroundRow(body[BACKGROUND], style)
        if learning := [body[heading] for heading in _LEARNING if heading in body]:
            yield ListsRow(learning, style)
        if QUESTIONS in body:
            yield QuestionsRow(body[QUESTIONS], style)
        if FIND_OUT_MORE in body:
            yield ReadingRow(body[FIND_OUT_MORE], style, self._address)

    def _widest_gap(self, layout: _Layout) -> float:
        low, high = _TIGHTEST, _LOOSEST
        if layout.height(high) <= self._room:
            return high
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if layout.height(middle) <= self._room:
                low = middle
            else:
                high = middle
        return low


class _Layout(NamedTuple):
    rows: list[Row]
    style: Style

    def height(self, gap: float) -> float:
        """Return the height of the body with the gaps over each row and under the last."""
        gaps = (len(self.rows) + _UNDER_BODY) * self.style.section_gap * gap
        return gaps + sum(row.height(gap) for row in self.rows)
