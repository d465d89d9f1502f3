"""Paints a timeline of a width: rows of milestones, spans in lanes over them, today."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.widgets.timeline_layout import Bar, bars_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from sgdesk.records.strips import Milestone, TimelineSpan
    from sgdesk.ui.look.current import Look

_WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_BELOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_HEAD = 24
_LINE_AT = 40
_WORDS_AT = 56
_LANE = 26
"""Height of the words of a span with its bar below them."""
_BAR, _BAR_GAP = 6, 3
_ROW_GAP = 10


class TimelinePainting:
    """One look at a timeline: made anew for each width, text size and palette."""

    def __init__(
        self,
        milestones: Sequence[Milestone],
        spans: Sequence[TimelineSpan],
        width: int,
        look: Look,
        *,
        is_compact: bool,
    ) -> None:
        self._milestones = milestones
        self._width = width
        self._look = look
        self._is_compact = is_compact
        self._small = look.font(Size.SMALLEST)
        self._rows = rows_of(len(milestones), width, self.least_cell)
        self._bars = [
            bars_of(spans, self._rows, row, self._span_width, look.px(8))
            for row in range(self._rows.number)
        ]

    @cached_property
    def least_cell(self) -> int:
        """The width of the longest word, so that none is cut."""
        widths = (
            QFontMetrics(font).horizontalAdvance(word)
            for milestone in self._milestones
            for text, font, _ in self._lines(milestone)
            for word in text.split()
        )
        return max(widths, default=0) + self._look.px(8)

    @property
    def height(self) -> int:
        """The height of all rows."""
        heights = [self._row_height(row) for row in range(self._rows.number)]
        return sum(heights) + self._look.px(_ROW_GAP) * (len(heights) - 1)

    def milestone_at(self, place: QPointF) -> int | None:
        """Return the number of the milestone at a place, from mark to words; None between rows."""
        top = 0.0
        for row in range(self._rows.number):
            height = self._row_height(row)
            if top <= place.y() < top + height:
                members = self._rows.members(row)
                number = members.start + int(place.x() // self._rows.step)
                return number if number in members else None
            top += height + self._look.px(_ROW_GAP)
        return None

    def paint(self, painter: QPainter, today_after: float | None) -> None:
        """Paint everything from the upper left corner; today stands at place `today_after`."""
        top = 0
        for row in range(self._rows.number):
            for bar in self._bars[row]:
                self._paint_bar(painter, bar, top)
            head = top + self._lanes_height(row)
            line_at = head + self._look.px(_LINE_AT)
            is_here = today_after is not None and self._rows.row_of(today_after) == row
            today = self._rows.x(today_after, row) if today_after is not None and is_here else None
            self._paint_line(painter, row, line_at, today)
            if today is not None:
                self._paint_today(painter, today, head, line_at)
            for number in self._rows.members(row):
                x = self._rows.x(number, row)
                self._paint_mark(painter, self._milestones[number], x, line_at)
                self._paint_words(painter, self._milestones[number], x, line_at)
            top += self._row_height(row) + self._look.px(_ROW_GAP)

    def _paint_line(self, painter: QPainter, row: int, line_at: int, today: float | None) -> None:
        """Paint the way from milestone to milestone, and from and to the rows around."""
        rows, gap = self._rows, self._look.px(10)
        members = rows.members(row)
        for number in range(max(1, members.start), min(members.stop + 1, rows.count)):
            start = max(0.0, rows.x(number - 1, row) + gap)
            end = min(float(self._width), rows.x(number, row) - gap)
            self._set_pen(painter, number)
            painter.drawLine(QPointF(start, line_at), QPointF(end, line_at))
            if members.start < number < members.stop:
                ends = _beside(start, end, today)
                self._paint_gap(painter, self._milestones[number].gap, ends, line_at)

    def _set_pen(self, painter: QPainter, number: int) -> None:
        """Set the pen for the way to a milestone: solid where it is gone."""
        is_past = self._milestones[number - 1].is_done and self._milestones[number].is_done
        pen = QPen(self._look.color("accent" if is_past else "edge"), 2 if is_past else 1.6)
        if not is_past:
            pen.setDashPattern([5, 3])
        painter.setPen(pen)

    def _paint_gap(
        self, painter: QPainter, words: str, ends: tuple[float, float], line_at: int
    ) -> None:
        """Say over the line how much time lies between two milestones, if there is room."""
        metrics = QFontMetrics(self._small)
        room = ends[1] - ends[0]
        if self._is_compact or metrics.horizontalAdvance(words) > room:
            return
        painter.setFont(self._small)
        painter.setPen(self._look.color("muted"))
        box = QRectF(ends[0], line_at - metrics.height() - 1, room, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        look = self._look
        y = top + bar.lane * look.px(_LANE)
        height = look.px(_BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("paused"))
        box = QRectF(bar.left, y + look.px(_LANE - _BAR - _BAR_GAP), bar.right - bar.left, height)
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setFont(self._small)
        painter.setPen(look.color("paused"))
        room = bar.words_right - bar.words_left
        words = QFontMetrics(self._small).elidedText(
            bar.words, Qt.TextElideMode.ElideRight, int(room)
        )
        place = QRectF(bar.words_left, y, room, look.px(_LANE - _BAR - _BAR_GAP))
        painter.drawText(place, int(_BELOW), words)

    def _paint_today(self, painter: QPainter, x: float, top: int, line_at: int) -> None:
        look = self._look
        x = max(0.0, min(float(self._width), x))
        painter.setPen(QPen(look.color("warm"), 2))
        painter.drawLine(
            QPointF(x, top + look.px(_HEAD)),
            QPointF(x, line_at + look.px(_WORDS_AT - _LINE_AT - 3)),
        )
        font = look.font(Size.SMALLEST, Weight.SEMIBOLD)
        width = QFontMetrics(font).horizontalAdvance("Today") + 4
        left = max(0.0, min(self._width - width, x - width / 2))
        painter.setFont(font)
        painter.setPen(look.color("due_today"))
        box = QRectF(left, top, width, look.px(_HEAD - 2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "Today")

    def _paint_mark(self, painter: QPainter, milestone: Milestone, x: float, line_at: int) -> None:
        size = self._look.px(18)
        box = QRectF(0, 0, size, size)
        box.moveCenter(QPointF(x, line_at))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("surface"))
        painter.drawEllipse(box.adjusted(-1, -1, 1, 1))
        paint_shape(painter, milestone.standing, box, self._look)

    def _paint_words(self, painter: QPainter, milestone: Milestone, x: float, line_at: int) -> None:
        step = self._rows.step
        top = line_at + self._look.px(_WORDS_AT - _LINE_AT)
        for text, font, role in self._lines(milestone):
            box = QRect(round(x - step / 2) + 2, top, round(step) - 4, 10_000)
            painter.setFont(font)
            painter.setPen(self._look.color(role))
            painter.drawText(box, int(_WRAPPED), text)
            top += _text_height(text, font, self._room)

    def _lines(self, milestone: Milestone) -> list[tuple[str, QFont, str]]:
        look = self._look
        size = Size.SMALLEST if self._is_compact else Size.SECOND
        lines = [
            (milestone.label, look.font(size, Weight.SEMIBOLD), "ink"),
            (milestone.day_text, look.font(size, is_tabular=True), "text"),
        ]
        if milestone.note and not self._is_compact:
            lines.append((milestone.note, self._small, "muted"))
        return lines

    @property
    def _room(self) -> float:
        """The width for the words of a milestone."""
        return self._rows.step - self._look.px(4)

    def _lanes_height(self, row: int) -> int:
        lanes = max((bar.lane + 1 for bar in self._bars[row]), default=0)
        return lanes * self._look.px(_LANE)

    def _row_height(self, row: int) -> int:
        heights = (
            sum(_text_height(text, font, self._room) for text, font, _ in self._lines(one))
            for one in self._milestones[
                self._rows.members(row).start : self._rows.members(row).stop
            ]
        )
        look = self._look
        around = look.px(_WORDS_AT) + look.px(2)
        return around + self._lanes_height(row) + max(heights, default=0)

    def _span_width(self, words: str) -> float:
        return float(QFontMetrics(self._small).horizontalAdvance(words)) + 2


def _beside(start: float, end: float, today: float | None) -> tuple[float, float]:
    """Return the wider part of a stretch that today divides, or all of it."""
    if today is None or not start < today < end:
        return start, end
    return (start, today) if today - start > end - today else (today, end)


def _text_height(text: str, font: QFont, width: float) -> int:
    box = QRect(0, 0, max(1, int(width)), 10_000)
    return QFontMetrics(font).boundingRect(box, int(_WRAPPED), text).height()
