"""Paints the weeks of a calendar on a page of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sgdesk.records.calendar_letters import Tone
from sgdesk.records.hatching import hatching
from sgdesk.records.paper_bits import BitKind
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.printing.calendar_styles import calendar_style
from sgdesk.ui.printing.lettering import Line
from sgdesk.ui.printing.page_furniture import SIDE
from sgdesk.ui.printing.sheet_sizes import MM

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.records.calendar_boxes import CalendarLayout, DayBox, PlacedText, WeekBoxes
    from sgdesk.ui.look.current import Look
    from sgdesk.ui.printing.page_plan import PlannedBit

    PaintLines = Callable[[QPainter, tuple[Line, ...], float, float], None]
    """Paints lines from a left and an upper edge."""

_THIN, _MONTH, _STRONG = 0.2 * MM, 0.7 * MM, 0.9 * MM
_HATCH = 0.18 * MM
_AROUND_TEXT = 0.5 * MM


class CalendarPainter:
    """Paints with the colours of `look`; letters are painted by `paint_lines`."""

    def __init__(self, look: Look, paint_lines: PaintLines) -> None:
        self._look = look
        self._paint_lines = paint_lines

    def paint(self, painter: QPainter, layout: CalendarLayout, planned: PlannedBit) -> None:
        """Paint the head of the calendar, or the week that stands in its place on the page."""
        if planned.bit.kind is BitKind.WEEKDAYS:
            self._paint_head(painter, layout, planned)
        else:
            self._paint_week(painter, layout.weeks[planned.bit.week], planned.top)

    def _paint_head(self, painter: QPainter, layout: CalendarLayout, planned: PlannedBit) -> None:
        width = layout.lefts[-1] + layout.widths[-1]
        ground = QRectF(SIDE, planned.top, width, planned.height)
        painter.fillRect(ground, self._look.color("ink"))
        for text in layout.head:
            self._paint_text(painter, text, planned.top)

    def _paint_week(self, painter: QPainter, week: WeekBoxes, top: float) -> None:
        """Grounds first, then lines, strong ones last: no box cuts into its neighbour."""
        boxes = [(box, QRectF(SIDE + box.left, top, box.width, week.height)) for box in week.boxes]
        for box, area in boxes:
            self._paint_ground(painter, box, area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("edge"), _THIN))
        for _, area in boxes:
            painter.drawRect(area)
        for box, area in boxes:
            self._paint_outline(painter, box, area)
        for box, _ in boxes:
            self._paint_texts(painter, box, top)

    def _paint_ground(self, painter: QPainter, box: DayBox, area: QRectF) -> None:
        if box.day is None:
            painter.fillRect(area, self._look.color("tint"))
        elif box.is_hatched:
            painter.setPen(QPen(self._look.color("edge"), _HATCH))
            place = (area.left(), area.top(), area.width(), area.height())
            painter.drawLines([QLineF(*line) for line in hatching(place, MM)])

    def _paint_outline(self, painter: QPainter, box: DayBox, area: QRectF) -> None:
        ink, half = self._look.color("ink"), _MONTH / 2
        if box.begins_month:
            painter.fillRect(QRectF(area.left() - half, area.top(), _MONTH, area.height()), ink)
        if box.is_in_first_week:
            painter.fillRect(QRectF(area.left(), area.top() - half, area.width(), _MONTH), ink)
        if box.is_strong:
            half = _STRONG / 2
            pen = QPen(ink, _STRONG)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(area.adjusted(half, half, -half, -half))

    def _paint_texts(self, painter: QPainter, box: DayBox, top: float) -> None:
        for text in box.texts:
            if text.lettering.tone is Tone.WHITE:
                painter.fillRect(_ground(text, top), self._look.color("ink"))
            elif box.is_hatched:
                painter.fillRect(_ground(text, top), self._look.color("surface"))
            self._paint_text(painter, text, top)
        for mark in box.marks:
            place = QRectF(SIDE + mark.left, top + mark.top, mark.side, mark.side)
            paint_shape(painter, mark.standing, place, self._look)

    def _paint_text(self, painter: QPainter, text: PlacedText, top: float) -> None:
        line = Line(text.text, calendar_style(text.lettering))
        self._paint_lines(painter, (line,), SIDE + text.left, top + text.top)


def _ground(text: PlacedText, top: float) -> QRectF:
    """Return the ground of a text, a little wider than its letters."""
    height = text.lettering.leading * MM
    place = QRectF(SIDE + text.left, top + text.top, text.width, height)
    return place.adjusted(-_AROUND_TEXT, 0, _AROUND_TEXT, 0)
