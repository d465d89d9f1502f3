"""The calendar under a date field: bank holidays named, the due day ringed, a legend below."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QGridLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sgdesk.domain.dates import day_and_month
from sgdesk.ui.look.current import Look, current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import icon
from sgdesk.ui.look.marks import paint_hatching
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Mapping

_SATURDAY = 5


@dataclass(frozen=True)
class CalendarMarks:
    """What the calendar marks. `due_words` names the ringed day, such as "Day 15"."""

    bank_holidays: Mapping[date, str] = field(default_factory=dict)
    due: date | None = None
    due_words: str = "Due"


class CalendarPopup(QFrame):
    """Opens under a field; `day_chosen` is emitted once and the calendar closes."""

    day_chosen = Signal(object)

    def __init__(self, marks: CalendarMarks, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.calendar = MarkedCalendar(marks)
        self._legend = QGridLayout()
        look = current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(10))
        layout.addWidget(self.calendar)
        layout.addWidget(make_rule())
        layout.addLayout(self._legend)
        self._fill_legend(marks)
        self.calendar.clicked.connect(self._on_day_activated)
        self.calendar.activated.connect(self._on_day_activated)
        self.calendar.currentPageChanged.connect(self._on_shown_changed)
        self.calendar.selectionChanged.connect(self._on_shown_changed)

    def open_below(self, anchor: QWidget, day: date) -> None:
        """Show the calendar under `anchor`, at the month of `day`."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = anchor.mapToGlobal(anchor.rect().bottomLeft())
        screen = anchor.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        top = corner.y() + 2
        if top + self.height() > screen.bottom():
            top = max(screen.top(), corner.y() - anchor.height() - self.height())
        self.move(left, top)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _on_day_activated(self, day: QDate) -> None:
        self.close()
        self.day_chosen.emit(to_date(day))

    @Slot()
    def _on_shown_changed(self) -> None:
        self._fill_legend(self.calendar.marks)

    def _fill_legend(self, marks: CalendarMarks) -> None:
        clear(self._legend)
        chosen = to_date(self.calendar.selectedDate())
        lines = [("chosen", f"Chosen: {day_and_month(chosen)}")]
        if marks.due is not None:
            lines.insert(0, ("due", f"{marks.due_words}: {day_and_month(marks.due)}"))
        if names := self._holidays_shown(marks):
            lines.append(("holiday", f"Bank holiday: {names}"))
        for row, (kind, words) in enumerate(lines):
            self._legend.addWidget(_Swatch(kind), row, 0)
            self._legend.addWidget(make_label(words, "second", wraps=True), row, 1)
        self._legend.setColumnStretch(1, 1)

    def _holidays_shown(self, marks: CalendarMarks) -> str:
        year, month = self.calendar.yearShown(), self.calendar.monthShown()
        return "; ".join(
            f"{day_and_month(day)} {name}"
            for day, name in sorted(marks.bank_holidays.items())
            if (day.year, day.month) == (year, month)
        )


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
    _paint_box(painter, box, _kind(day, marks, is_chosen=is_chosen), look)
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


def _paint_box(painter: QPainter, box: QRectF, kind: str, look: Look) -> None:
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


class _Swatch(QWidget):
    """A sample of one kind of day, for the legend."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = current().px(18)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._kind == "holiday":
            painter.fillRect(box, look.color("due_today_pill"))
            paint_hatching(painter, box, look.color("warm"))
        else:
            _paint_box(painter, box, self._kind, look)
