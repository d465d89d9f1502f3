"""Draws the weeks of a calendar in a PDF: a table whose cells are days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.briefing_style import LEFT
from sgdesk.exports.pdf.colours import MUTED, TEXT, WHITE, Colour
from sgdesk.exports.pdf.fonts import Phrase, Weight, printable
from sgdesk.exports.pdf.setting import CAPITALS, show_line
from sgdesk.exports.pdf.standing_marks import draw_mark
from sgdesk.exports.pdf.wrapping import PT
from sgdesk.records.calendar_letters import Tone
from sgdesk.records.hatching import hatching

if TYPE_CHECKING:
    from sgdesk.exports.pdf.colours import Palette
    from sgdesk.exports.pdf.fonts import FontSet
    from sgdesk.exports.pdf.sheet import Sheet
    from sgdesk.records.calendar_boxes import (
        CalendarLayout,
        DayBox,
        Measure,
        PlacedText,
        WeekBoxes,
    )
    from sgdesk.records.calendar_letters import Lettering

_EDGE = Colour(0x72, 0x89, 0x9A)
_THIN, _MONTH, _STRONG = 0.2, 0.7, 0.9
_HATCH = 0.18
_AROUND_TEXT = 0.5


def measure_of(fonts: FontSet) -> Measure:
    """Return what measures the texts of a calendar, in mm."""

    def width(text: str, lettering: Lettering) -> float:
        return fonts.width(printable(text), _weight(lettering)) * lettering.points * PT

    return width


class CalendarDrawing:
    """The calendars of one paper on one sheet."""

    def __init__(self, sheet: Sheet, palette: Palette) -> None:
        self._sheet = sheet
        self._palette = palette

    def draw_head(self, layout: CalendarLayout, top: float) -> None:
        """Draw the head with a header cell for each column."""
        self._fill_head(layout, top)
        with self._sheet.element("TR"):
            for text in layout.head:
                with self._sheet.element("TH", scope="Column"), self._sheet.text_content():
                    self._show(text, top, text.text)

    def repeat_head(self, layout: CalendarLayout, top: float) -> None:
        """Draw the head again, where it is not read aloud once more."""
        self._fill_head(layout, top)
        with self._sheet.artifact("Pagination"):
            for text in layout.head:
                self._show(text, top, text.text)

    def draw_week(self, week: WeekBoxes, top: float) -> None:
        """Draw a row: grounds first, then lines, so that no box cuts into its neighbour."""
        with self._sheet.artifact():
            for box in week.boxes:
                self._draw_ground(box, top, week.height)
            for box in week.boxes:
                place = (LEFT + box.left, top, box.width, week.height)
                self._outline(place, _EDGE, _THIN)
            for box in week.boxes:
                self._draw_outline(box, top, week.height)
                self._draw_marks(box, top)
        with self._sheet.element("TR"):
            for box in week.boxes:
                self._draw_cell(box, top)

    def _fill_head(self, layout: CalendarLayout, top: float) -> None:
        width = layout.lefts[-1] + layout.widths[-1]
        with self._sheet.artifact():
            self._sheet.fill(LEFT, top, width, layout.head_height, self._palette.ink)

    def _draw_ground(self, box: DayBox, top: float, height: float) -> None:
        left = LEFT + box.left
        if box.day is None:
            self._sheet.fill(left, top, box.width, height, self._palette.tint)
        elif box.is_hatched:
            for start_x, start_y, end_x, end_y in hatching((left, top, box.width, height), 1.0):
                ends = ((start_x, start_y), (end_x, end_y))
                self._sheet.stroke(ends, _EDGE, thickness=_HATCH)
        for text in box.texts:
            ground = (
                left + text.left - box.left - _AROUND_TEXT,
                top + text.top,
                text.width + 2 * _AROUND_TEXT,
                text.lettering.leading,
            )
            if text.lettering.tone is Tone.WHITE:
                self._sheet.fill(*ground, self._palette.ink)
            elif box.is_hatched:
                self._sheet.fill(*ground, WHITE)

    def _draw_outline(self, box: DayBox, top: float, height: float) -> None:
        left = LEFT + box.left
        if box.begins_month:
            self._sheet.fill(left - _MONTH / 2, top, _MONTH, height, self._palette.ink)
        if box.is_in_first_week:
            self._sheet.fill(left, top - _MONTH / 2, box.width, _MONTH, self._palette.ink)
        if box.is_strong:
            half = _STRONG / 2
            inner = (left + half, top + half, box.width - _STRONG, height - _STRONG)
            self._outline(inner, self._palette.ink, _STRONG)

    def _draw_marks(self, box: DayBox, top: float) -> None:
        for mark in box.marks:
            half = mark.side / 2
            centre = (LEFT + mark.left + half, top + mark.top + half)
            draw_mark(self._sheet, mark.standing, centre)

    def _outline(
        self, place: tuple[float, float, float, float], colour: Colour, thickness: float
    ) -> None:
        left, top, width, height = place
        corners = (
            (left, top),
            (left + width, top),
            (left + width, top + height),
            (left, top + height),
        )
        self._sheet.stroke(corners, colour, thickness=thickness, closed=True)

    def _draw_cell(self, box: DayBox, top: float) -> None:
        role, scope = ("TD", "") if box.day else ("TH", "Row")
        with self._sheet.element(role, scope=scope), self._sheet.text_content():
            # A space after each line, so that lines are not glued together when read aloud.
            for text in box.texts[:-1]:
                self._show(text, top, f"{text.text} ")
            self._show(box.texts[-1], top, box.texts[-1].text)

    def _show(self, text: PlacedText, top: float, words: str) -> None:
        lettering = text.lettering
        middle = top + text.top + lettering.leading / 2
        baseline = middle + CAPITALS / 2 * lettering.points * PT
        tones = {
            Tone.INK: self._palette.ink,
            Tone.TEXT: TEXT,
            Tone.MUTED: MUTED,
            Tone.WHITE: WHITE,
        }
        end = " " if words.endswith(" ") else ""
        shown = f"{printable(words)}{end}"
        point = (LEFT + text.left, baseline)
        tone = tones[lettering.tone]
        show_line(self._sheet, point, Phrase(shown, _weight(lettering)), lettering.points, tone)


def _weight(lettering: Lettering) -> Weight:
    return Weight.BOLD if lettering.is_bold else Weight.REGULAR
