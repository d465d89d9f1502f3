"""Painters of the boxes, letters and dates of a strip of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sgdesk.domain.dates import day_and_month
from sgdesk.records.strips import StripKind
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.look.marks import paint_hatching

if TYPE_CHECKING:
    from sgdesk.records.strips import StripDay
    from sgdesk.ui.look.current import Look

_LETTERS = "MTWTFSS"
_ENDS = (StripKind.TRIGGER, StripKind.DUE)


@dataclass(frozen=True, slots=True)
class PlacedDay:
    """A day with the box it is drawn in, in pixels."""

    strip_day: StripDay
    box: QRectF


def paint_box(painter: QPainter, placed: PlacedDay, look: Look) -> None:
    """Draw the box of one day, with its number if it counts."""
    kind, box = placed.strip_day.kind, placed.box.adjusted(0.5, 0.5, -0.5, -0.5)
    fill, outline = _COLORS[kind]
    painter.setPen(QPen(look.color(outline), 1.5 if kind is StripKind.BANK_HOLIDAY else 1.0))
    painter.setBrush(look.color(fill))
    radius = 2.0 if kind is StripKind.WEEKEND else 4.0
    painter.drawRoundedRect(box, radius, radius)
    if kind in (StripKind.WEEKEND, StripKind.BANK_HOLIDAY):
        paint_hatching(painter, box.adjusted(1, 1, -1, -1), look.color(_hatch(kind)))
    if kind is StripKind.BANK_HOLIDAY:
        _paint_cross(painter, box, look)
    if placed.strip_day.number is not None:
        painter.setFont(look.font(Size.CARD_TITLE, Weight.BOLD, is_tabular=True))
        painter.setPen(look.color(_number_role(kind)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(placed.strip_day.number))


def paint_letter(painter: QPainter, placed: PlacedDay, look: Look) -> None:
    """Draw the letter of the weekday over the box."""
    box = placed.box
    painter.setFont(look.font(Size.SMALLEST, Weight.SEMIBOLD))
    painter.setPen(look.color("muted"))
    above = QRectF(box.left(), box.top() - look.px(20), box.width(), look.px(16))
    letter = _LETTERS[placed.strip_day.day.weekday()]
    painter.drawText(above, Qt.AlignmentFlag.AlignCenter, letter)


def paint_date(painter: QPainter, placed: PlacedDay, look: Look, *, has_month: bool) -> None:
    """Draw the day of the month under the box, with the month where a month or the count begins."""
    day, box = placed.strip_day.day, placed.box
    is_end = placed.strip_day.kind in _ENDS
    text = str(day.day)
    if is_end or has_month or day.day == 1:
        text = day_and_month(day).split(" ", 1)[1]
    painter.setFont(look.font(Size.SMALLEST, Weight.SEMIBOLD if is_end else Weight.REGULAR))
    painter.setPen(look.color("ink" if is_end else "text"))
    width = painter.fontMetrics().horizontalAdvance(text) + 2
    left = max(0.0, box.center().x() - width / 2)  # one wider than the first box is not cut off
    below = QRectF(left, box.bottom() + look.px(3), width, look.px(18))
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)


def _paint_cross(painter: QPainter, box: QRectF, look: Look) -> None:
    size = look.px(16)
    square = QRectF(0, 0, size + 4, size + 4)
    square.moveCenter(box.center())
    painter.fillRect(square, look.color("due_today_pill"))
    mark = square.adjusted(2, 2, -2, -2).toRect()
    paint_icon(painter, "x", "due_today", mark)


def _hatch(kind: StripKind) -> str:
    return "handle" if kind is StripKind.WEEKEND else "due_today"


def _number_role(kind: StripKind) -> str:
    return {StripKind.TRIGGER: "surface", StripKind.DUE: "on_accent"}.get(kind, "ink")


_COLORS = {
    StripKind.TRIGGER: ("ink", "ink"),
    StripKind.COUNTED: ("tint", "line"),
    StripKind.CLOSURE: ("tint", "edge"),
    StripKind.WEEKEND: ("weekend", "line"),
    StripKind.BANK_HOLIDAY: ("due_today_pill", "due_today"),
    StripKind.DUE: ("accent_fill", "accent_fill"),
}
