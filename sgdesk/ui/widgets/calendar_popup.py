"""The calendar that opens under a date field, with a legend of what it marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.domain.dates import day_and_month
from sgdesk.ui.look.current import current
from sgdesk.ui.look.marks import paint_hatching
from sgdesk.ui.widgets.calendar_days import CalendarMarks, MarkedCalendar, paint_box, to_date
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from datetime import date

__all__ = ["CalendarMarks", "CalendarPopup"]


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
            paint_box(painter, box, self._kind, look)
