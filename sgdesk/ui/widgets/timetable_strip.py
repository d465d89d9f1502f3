"""The 15 working days at a glance: a head of days, and under it a line for each milestone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from sgdesk.domain.dates import day_and_month
from sgdesk.records.strips import StripKind
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.widgets.day_boxes import PlacedDay, paint_box, paint_date, paint_letter
from sgdesk.ui.widgets.day_strip import day_in_words
from sgdesk.ui.widgets.hinting import HintingWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.records.strips import StripDay
    from sgdesk.ui.look.current import Look

_LETTER, _BOX, _DATE, _LINE = 20, 40, 22, 26
_FOOT, _GAP, _MARK = 4, 4, 5
_LEAST, _MOST, _SHARE = 22, 64, 0.5
"""The narrowest and the widest box of a day; a day off has half the width of one that counts."""
_LEAST_NUMBER = 26
_OFF = frozenset({StripKind.WEEKEND})


class TimetableMark(NamedTuple):
    """A milestone on its day. `words` hold no date."""

    day: date
    words: str
    is_own: bool = False
    """Drawn hollow: the partnership added it."""

    @property
    def sentence(self) -> str:
        """Return "Thu 26 Nov: Rapid Review meeting", as it is drawn and said."""
        return f"{day_and_month(self.day)}: {self.words}"


class TimetableStrip(HintingWidget):
    """As wide as it may be; where days would be too narrow, the weekends are left out."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[StripDay, ...] = ()
        self._marks: tuple[TimetableMark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The 15 working days")

    def show_timetable(self, days: Sequence[StripDay], marks: Sequence[TimetableMark]) -> None:
        """Show `days`, which follow each other, and the `marks` that fall on them."""
        self._days = tuple(days)
        known = {day.day for day in days}
        self._marks = tuple(mark for mark in marks if mark.day in known)
        self.setAccessibleDescription(". ".join(mark.sentence for mark in self._marks))
        self.updateGeometry()
        self.update()

    def placed(self, width: int) -> list[PlacedDay]:
        """Return the days as they lie in a widget of `width` pixels."""
        look = current()
        shares = {day: _SHARE if day.kind in _OFF else 1.0 for day in self._days}
        days: Sequence[StripDay] = self._days
        gap = look.px(_GAP)
        unit = _unit(width, gap, [shares[day] for day in days])
        if unit < look.px(_LEAST):
            days = [day for day in days if day.kind not in _OFF]
            unit = _unit(width, gap, [1.0] * len(days))
        unit = min(unit, look.px(_MOST))
        found, left = [], 0.0
        for day in days:
            wide = unit * shares[day]
            found.append(PlacedDay(day, QRectF(left, look.px(_LETTER), wide, look.px(_BOX))))
            left += wide + gap
        return found

    def sizeHint(self) -> QSize:
        look = current()
        head = _LETTER + _BOX + _DATE + _FOOT
        return QSize(look.px(16 * _LEAST), look.px(head + _LINE * len(self._marks)))

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(10 * _LEAST), self.sizeHint().height())

    def hint_at(self, point: QPointF) -> str:
        at = next((one for one in self.placed(self.width()) if one.box.contains(point)), None)
        return day_in_words(at.strip_day) if at else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = self.placed(self.width())
        has_room = all(one.box.width() >= look.px(_LEAST_NUMBER) for one in placed if _counts(one))
        for number, one in enumerate(placed):
            if one.strip_day.kind in _OFF:
                paint_box(painter, PlacedDay(one.strip_day, _low(one.box, look)), look)
                continue
            paint_letter(painter, one, look)
            paint_box(painter, one, look)
            if has_room:
                paint_date(painter, one, look, has_month=number == 0)
        boxes = {one.strip_day.day: one.box for one in placed}
        for number, mark in enumerate(self._marks):
            if mark.day in boxes:
                self._paint_mark(painter, mark, boxes[mark.day], number)

    def _paint_mark(self, painter: QPainter, mark: TimetableMark, box: QRectF, number: int) -> None:
        look = current()
        top = look.px(_LETTER + _BOX + _DATE + _FOOT + _LINE * number)
        middle = QPointF(box.center().x(), top + look.px(_LINE) / 2)
        painter.setPen(QPen(look.color("line"), 1.0))
        painter.drawLine(QPointF(middle.x(), top), middle)
        _paint_diamond(painter, middle, look, is_own=mark.is_own)
        font = look.font(Size.SECOND, Weight.SEMIBOLD if mark.is_own else Weight.REGULAR)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        aside = look.px(_MARK + 7)
        wide = QFontMetricsF(font).horizontalAdvance(mark.sentence) + 2
        left = middle.x() + aside
        if left + wide > self.width():
            left = max(0.0, middle.x() - aside - wide)
        room = QRectF(left, top, wide, look.px(_LINE))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, mark.sentence)


def _unit(width: int, gap: int, shares: Sequence[float]) -> float:
    """Return the width of a whole box where those of `shares` fill `width`."""
    return (width - gap * max(len(shares) - 1, 0)) / (sum(shares) or 1.0)


def _counts(placed: PlacedDay) -> bool:
    return placed.strip_day.kind not in _OFF


def _low(box: QRectF, look: Look) -> QRectF:
    inset = look.px(6)
    return box.adjusted(0, inset, 0, -inset)


def _paint_diamond(painter: QPainter, middle: QPointF, look: Look, *, is_own: bool) -> None:
    reach = look.px(_MARK)
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    painter.setPen(QPen(look.color("accent"), 2.0))
    painter.setBrush(look.color("surface" if is_own else "accent"))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
