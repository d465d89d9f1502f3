"""The coming weeks: how many deadlines fall on each day, by weight, and the bank holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.widgets.hinting import HintingWidget
from sgdesk.ui.widgets.week_boxes import (
    day_in_words,
    paint_holiday_name,
    paint_load,
    paint_number,
    paint_week_head,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from sgdesk.records.strips import WeekDay

_WEEK = 7
_WEEKEND_SHARE = 0.5
_SATURDAY = 5
_GAP, _WEEK_GAP = 4, 12
_HEAD, _NUMBER, _BOX, _FOOT = 20, 20, 52, 20


class SixWeeks(HintingWidget):
    """Days stand week by week. The arrow keys move a ring from day to day, Enter chooses it.

    Up and down lead to the same day of another week.
    """

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[WeekDay, ...] = ()
        self._today: date | None = None
        self._place = 0
        self._chosen: date | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Coming weeks")

    def set_days(self, days: Sequence[WeekDay], today: date) -> None:
        """Show whole weeks, each from Monday to Sunday; the ring stays on its day until night."""
        before = self._ringed if today == self._today else None
        ringed = before.day if before is not None else today
        self._days = tuple(days)
        self._today = today
        places = {day.day: at for at, day in enumerate(self._days)}
        self._place = places.get(ringed, places.get(today, 0))
        self._describe()
        self.update()

    def set_chosen(self, day: date | None) -> None:
        """Frame the day whose deadlines are on show elsewhere; None frames none."""
        self._chosen = day
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        weeks = max(1, len(self._days) // _WEEK)
        return QSize(look.px(190) * weeks, look.px(_HEAD + _NUMBER + _BOX + _FOOT))

    def minimumSizeHint(self) -> QSize:
        weeks = max(1, len(self._days) // _WEEK)
        return QSize(current().px(120) * weeks, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -len(self._days)}
        steps |= {Qt.Key.Key_End: len(self._days), Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._days:
            self._place = self._moved(step)
            self._say()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._place)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if place is not None:
            self._place = place
            self._choose(place)

    def hint_at(self, point: QPointF) -> str:
        place = self._place_at(point)
        return "" if place is None else day_in_words(self._days[place])

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        free = 0.0
        for place, day in enumerate(self._days):
            box = self._box(place)
            is_today = day.day == self._today
            if place % _WEEK == 0:
                paint_week_head(painter, box, day, look)
            if place % _WEEK < _SATURDAY:
                paint_number(painter, box, day, look, is_today=is_today)
            is_chosen = day.day == self._chosen
            paint_load(painter, box, day, look, is_today=is_today, is_chosen=is_chosen)
            if day.bank_holiday:
                left, right = self._week_bounds(place)
                free = paint_holiday_name(painter, box, (max(left, free), right), day, look)
            elif is_today:
                free = self._paint_today(painter, box, day, free)
            if self.hasFocus() and place == self._place:
                paint_focus_ring(painter, box.adjusted(-2, -2, 2, 2), look)

    def _paint_today(self, painter: QPainter, box: QRectF, day: WeekDay, free: float) -> float:
        """Say what is due today, right of `free`, where a holiday's name ends; return the end."""
        look = current()
        painter.setFont(look.font(Size.SMALLEST, Weight.REGULAR))
        painter.setPen(look.color("muted"))
        words = f"Today: {day.total} due" if day.total else "Today: nothing due"
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        foot = QRectF(max(box.left(), free), box.bottom() + 1, width, look.px(_FOOT))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, words)
        return foot.right() + look.px(6)

    def _box(self, place: int) -> QRectF:
        look = current()
        left, right = self._week_bounds(place)
        within = place % _WEEK
        shares = _SATURDAY + 2 * _WEEKEND_SHARE
        unit = (right - left - look.px(_GAP) * (_WEEK - 1)) / shares
        x = left + within * look.px(_GAP) + min(within, _SATURDAY) * unit
        x += max(0, within - _SATURDAY) * unit * _WEEKEND_SHARE
        width = unit if within < _SATURDAY else unit * _WEEKEND_SHARE
        return QRectF(x, look.px(_HEAD + _NUMBER), width, look.px(_BOX))

    def _week_bounds(self, place: int) -> tuple[float, float]:
        weeks = max(1, len(self._days) // _WEEK)
        gap = current().px(_WEEK_GAP)
        width = (self.width() - gap * (weeks - 1)) / weeks
        left = (place // _WEEK) * (width + gap)
        return left, left + width

    def _place_at(self, point: QPointF) -> int | None:
        for place in range(len(self._days)):
            if self._box(place).adjusted(0, -current().px(_NUMBER), 0, 0).contains(point):
                return place
        return None

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._days):
            self.day_chosen.emit(self._days[place].day)

    @property
    def _ringed(self) -> WeekDay | None:
        """The day that the keyboard is on."""
        return self._days[self._place] if self._days else None

    def _moved(self, step: int) -> int:
        """Return the place that `step` leads to; one week up or down stays in its column."""
        place, last = self._place + step, len(self._days) - 1
        if abs(step) == _WEEK and not 0 <= place <= last:
            return self._place
        return max(0, min(last, place))

    def _describe(self) -> str:
        words = day_in_words(self._ringed) if self._ringed is not None else ""
        self.setAccessibleDescription(words)
        return words

    def _say(self) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._describe()))
