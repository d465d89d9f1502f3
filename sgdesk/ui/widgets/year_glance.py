"""A whole year at a glance: twelve small months with what is not as on other days."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from sgdesk.domain.dates import add_months
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.widgets.hinting import HintingWidget
from sgdesk.ui.widgets.year_marks import marked_day_words, paint_year_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from sgdesk.ui.widgets.year_marks import MarkedDay

_WEEK, _WEEKS, _MONTHS = 7, 6, 12
_CELL, _ROW, _GAP = 20, 18, 12
_HEAD, _LETTERS_ROW = 20, 16
_LETTERS = "MTWTFSS"
_NAMES = tuple(calendar.month_name)[1:]
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}
_MONTH_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class YearGlance(HintingWidget):
    """The arrow keys move a ring from day to day, Page up and down by a month; Enter opens a day.

    It is as high as its months need in the width that it gets, up to four beside each other.
    """

    day_chosen = Signal(object)
    """The day that the ring has come to."""
    day_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._year = 2000
        self._marks: Mapping[date, MarkedDay] = {}
        self._day = date(2000, 1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def day(self) -> date:
        """The day under the ring."""
        return self._day

    def show_year(self, year: int, marks: Mapping[date, MarkedDay]) -> None:
        """Show another year or other marks; the ring stays on its day of the year."""
        self._marks = dict(marks)
        if year != self._year:
            self._year = year
            self._day = add_months(self._day, _MONTHS * (year - self._day.year))
        self.setAccessibleName(f"The year {year}")
        self.setAccessibleDescription(self.day_words())
        self.update()

    def choose(self, day: date) -> None:
        """Put the ring on a day of the year on show; others are left alone."""
        if day.year == self._year and day != self._day:
            self._day = day
            self.setAccessibleDescription(self.day_words())
            self.update()

    def day_words(self) -> str:
        """Return the day under the ring and what it is."""
        return marked_day_words(self._day, self._marks.get(self._day))

    def box_of(self, day: date) -> QRectF:
        """Return where a day of the year lies."""
        look = current()
        origin = self._origin(day.month - 1)
        place = day.day - 1 + day.replace(day=1).weekday()
        left = origin.x() + look.px(_CELL) * (place % _WEEK)
        top = origin.y() + look.px(_HEAD + _LETTERS_ROW) + look.px(_ROW) * (place // _WEEK)
        return QRectF(left, top, look.px(_CELL), look.px(_ROW))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-_MONTHS // self._columns(width))
        return lines * self._month().height() + (lines - 1) * current().px(_GAP)

    def sizeHint(self) -> QSize:
        month, gap = self._month(), current().px(_GAP)
        width = 3 * month.width() + 2 * gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._month().width(), self.heightForWidth(max(self.width(), 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._day + timedelta(days=_STEPS[key]))
        elif key in _MONTH_STEPS:
            self._go(add_months(self._day, _MONTH_STEPS[key]))
        elif key == Qt.Key.Key_Home:
            self._go(date(self._year, 1, 1))
        elif key == Qt.Key.Key_End:
            self._go(date(self._year, 12, 31))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self._go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self.day_opened.emit(day)

    def hint_at(self, point: QPointF) -> str:
        day = self._day_at(point)
        return marked_day_words(day, self._marks.get(day)) if day else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(_MONTHS):
            self._paint_head(painter, month)
        day = date(self._year, 1, 1)
        while day.year == self._year:
            marked = self._marks.get(day)
            mark = marked.mark if marked else None
            paint_year_day(painter, self.box_of(day), day, mark, look)
            day += timedelta(days=1)
        ring = self.box_of(self._day)
        if self.hasFocus():
            paint_focus_ring(painter, ring, look)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("ink"), 1.5))
            painter.drawRect(ring)

    def _paint_head(self, painter: QPainter, month: int) -> None:
        look = current()
        origin = self._origin(month)
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(Size.SECOND, Weight.SEMIBOLD))
        title = QRectF(origin.x(), origin.y(), self._month().width(), look.px(_HEAD))
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, _NAMES[month])
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(Size.SMALLEST, Weight.SEMIBOLD))
        for place, letter in enumerate(_LETTERS):
            left = origin.x() + look.px(_CELL) * place
            box = QRectF(left, origin.y() + look.px(_HEAD), look.px(_CELL), look.px(_LETTERS_ROW))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)

    def _go(self, day: date) -> None:
        if day.year != self._year or day == self._day:
            return
        self.choose(day)
        if self.hasFocus():
            event = QAccessibleAnnouncementEvent(self, self.day_words())
            QAccessible.updateAccessibility(event)
        self.day_chosen.emit(day)

    def _day_at(self, point: QPointF) -> date | None:
        day = date(self._year, 1, 1)
        while day.year == self._year:
            if self.box_of(day).contains(point):
                return day
            day += timedelta(days=1)
        return None

    def _origin(self, month: int) -> QPointF:
        columns, gap, size = self._columns(self.width()), current().px(_GAP), self._month()
        room = (self.width() - columns * size.width()) / max(columns - 1, 1)
        across = min(max(room, gap), 3 * gap)
        left = (month % columns) * (size.width() + across)
        return QPointF(left, (month // columns) * (size.height() + gap))

    def _columns(self, width: int) -> int:
        gap, month = current().px(_GAP), self._month().width()
        fitting = (width + gap) // (month + gap)
        return next(one for one in (4, 3, 2, 1) if one <= max(fitting, 1))

    def _month(self) -> QSize:
        look = current()
        height = look.px(_HEAD + _LETTERS_ROW) + look.px(_ROW) * _WEEKS
        return QSize(look.px(_CELL) * _WEEK, height)
