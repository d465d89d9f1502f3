"""How the days of a year are drawn and said: weekends, bank holidays, closures; the legend."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.marks import paint_hatching
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.ui.look.current import Look

SATURDAY = 5


class YearMark(StrEnum):
    HOLIDAY = "holiday"
    """A bank holiday, official or added."""
    REMOVED = "removed"
    """An official bank holiday that was taken out: it counts."""
    CLOSURE = "closure"
    """The office is closed; the day counts."""


MARK_WORDS = {
    YearMark.HOLIDAY: "Bank holiday, not counted",
    YearMark.REMOVED: "Taken out, counted",
    YearMark.CLOSURE: "Office closed, counted",
}


class MarkedDay(NamedTuple):
    mark: YearMark
    name: str


def marked_day_words(day: date, marked: MarkedDay | None) -> str:
    """Return "Fri 25 Dec 2026, Christmas Day: bank holiday, not counted" and the like."""
    words = long_date(day)
    if marked is not None:
        what = MARK_WORDS[marked.mark]
        return f"{words}, {marked.name}: {what[:1].lower()}{what[1:]}"
    return f"{words}, weekend, not counted" if day.weekday() >= SATURDAY else words


def paint_year_day(
    painter: QPainter, box: QRectF, day: date, mark: YearMark | None, look: Look
) -> None:
    """Draw one day of the year: each kind by its shape, not by colour alone."""
    is_weekend = day.weekday() >= SATURDAY
    inner = box.adjusted(1, 1, -1, -1)
    if is_weekend:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("weekend"))
        painter.drawRect(box)
    if mark is not None:
        paint_mark(painter, inner, mark, look)
    is_loud = mark is not None
    painter.setFont(look.font(Size.SMALLEST, Weight.BOLD if is_loud else Weight.REGULAR))
    role = "due_today" if mark is YearMark.HOLIDAY else "muted" if is_weekend else "text"
    painter.setPen(look.color(role))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))


def paint_mark(painter: QPainter, box: QRectF, mark: YearMark, look: Look) -> None:
    """Draw what a day is: a hatched frame, a dashed frame, or a bar at its foot."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark is YearMark.HOLIDAY:
        painter.fillRect(box, look.color("due_today_pill"))
        paint_hatching(painter, box, look.color("warm"))
        middle = QRectF(0, 0, box.width() * 0.72, box.height() * 0.72)
        middle.moveCenter(box.center())
        painter.fillRect(middle, look.color("due_today_pill"))
        painter.setPen(QPen(look.color("due_today"), 1.0))
        painter.drawRect(box)
    elif mark is YearMark.REMOVED:
        painter.setPen(QPen(look.color("muted"), 1.0, Qt.PenStyle.DashLine))
        painter.drawRect(box)
    else:
        painter.setPen(QPen(look.color("accent"), look.px(2)))
        foot = box.bottom() - 1
        painter.drawLine(QPointF(box.left() + 2, foot), QPointF(box.right() - 2, foot))


class YearLegend(QWidget):
    """What the marks mean, one after the other; lines break where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        flow = FlowLayout(self, spacing=look.px(12))
        for mark, words in MARK_WORDS.items():
            part = QWidget()
            line = QHBoxLayout(part)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(look.px(6))
            line.addWidget(_Sample(mark))
            line.addWidget(make_label(words, "second"))
            flow.addWidget(part)


class _Sample(QWidget):
    def __init__(self, mark: YearMark) -> None:
        super().__init__()
        self._mark = mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = current().px(16)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_mark(painter, box, self._mark, current())
