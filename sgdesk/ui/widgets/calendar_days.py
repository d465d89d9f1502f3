"""The calendar's days: weekends tinted, bank holidays hatched, the due day ringed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import icon
from sgdesk.ui.look.marks import paint_hatching

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sgdesk.ui.look.current import Look

_SATURDAY = 5


@dataclass(frozen=True)
class CalendarMarks:
    """What the calendar marks. `due_words` names the ringed day, such as "Day 15"."""

    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    due: date | None = None
    due_words: str = "Due"


class MarkedCalendar(QCalendarWidget):
    """Paints each day by what it is; weeks begin on Monday."""

    def __init__(self, marks: CalendarMarks) -> None:
        super().__init__()
        self.marks = marks
        look = current()
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setMinimumSize(look.px(344), look.px(288))
        self.setAccessibleName("Calendar")
        self._dress(look)

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate | date) -> None:
        paint_day(painter, rect, to_date(day), self)

    def _dress(self, look: Look) -> None:
        head = QTextCharFormat()
        head.setFont(look.font(Size.SECOND, Weight.SEMIBOLD))
        head.setForeground(look.color("muted"))
        head.setBackground(look.color("surface"))
        self.setHeaderTextFormat(head)
        for number in range(1, 8):
            self.setWeekdayTextFormat(Qt.DayOfWeek(number), head)
        for name, picture, words in (
            ("qt_calendar_prevmonth", "chevron-left", "Month before"),
            ("qt_calendar_nextmonth", "chevron-right", "Month after"),
        ):
            button = self.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(picture))
                button.setIconSize(QSize(look.px(16), look.px(16)))
                button.setAccessibleName(words)


def paint_day(painter: QPainter, rect: QRect, day: date, calendar: MarkedCalendar) -> None:
    """Draw one day: weekends tinted, bank holidays hatched, the due day ringed."""
    look, marks = current(), calendar.marks
    box = QRectF(rect).adjusted(2, 2, -2, -2)
    is_chosen = to_date(calendar.selectedDate()) == day
    is_holiday = day in marks.bank_holidays
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, look.color("surface"))
    paint_box(painter, box, _kind(day, marks, is_chosen=is_chosen), look)
    is_loud = is_chosen or is_holiday or day == marks.due
    painter.setFont(look.font(weight=Weight.SEMIBOLD if is_loud else Weight.REGULAR))
    painter.setPen(look.color(_text_role(day, calendar, is_chosen=is_chosen)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day))
    painter.restore()


def to_date(day: QDate | date) -> date:
    """Return Qt's date as Python's."""
    return date(day.year(), day.month(), day.day()) if isinstance(day, QDate) else day


def _kind(day: date, marks: CalendarMarks, *, is_chosen: bool) -> str:
    if is_chosen:
        return "chosen"
    if day in marks.bank_holidays:
        return "holiday"
    if day == marks.due:
        return "due"
    return "weekend" if day.weekday() >= _SATURDAY else ""


def _text_role(day: date, calendar: MarkedCalendar, *, is_chosen: bool) -> str:
    if is_chosen:
        return "surface"
    if day in calendar.marks.bank_holidays:
        return "due_today"
    if day == calendar.marks.due:
        return "accent"
    is_outside = day.month != calendar.monthShown()
    return "muted" if is_outside or day.weekday() >= _SATURDAY else "text"


def paint_box(painter: QPainter, box: QRectF, kind: str, look: Look) -> None:
    """Draw the ground of a day: "chosen", "weekend", "holiday", "due", or nothing for another."""
    painter.setPen(Qt.PenStyle.NoPen)
    match kind:
        case "chosen":
            painter.setBrush(look.color("ink"))
            painter.drawRoundedRect(box, 4, 4)
        case "weekend":
            painter.setBrush(look.color("weekend"))
            painter.drawRoundedRect(box, 4, 4)
        case "holiday":
            painter.setBrush(look.color("due_today_pill"))
            painter.drawRect(box)
            paint_hatching(painter, box, look.color("warm"))
            middle = box.center()
            width, height = look.px(22), look.px(18)
            painter.setBrush(look.color("due_today_pill"))
            painter.drawRect(QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height))
        case "due":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
