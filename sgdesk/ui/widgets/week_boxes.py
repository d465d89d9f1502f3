"""Painters of the days of the coming weeks, the legend of their marks, and both in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sgdesk.domain.dates import day_and_month
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.marks import paint_hatching
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.strips import WeekDay
    from sgdesk.ui.look.current import Look

_MOST_MARKS = 4
_SATURDAY = 5
_WEIGHTS = (
    ("duty", "Duty or statutory guidance"),
    ("expectation", "Panel expectation"),
    ("local", "Local milestone or action"),
    ("holiday", "Bank holiday"),
)


def paint_week_head(painter: QPainter, box: QRectF, day: WeekDay, look: Look) -> None:
    """Draw the first day of a week above its days."""
    painter.setFont(look.font(Size.SMALLEST, Weight.SEMIBOLD))
    painter.setPen(look.color("ink"))
    head = QRectF(box.left(), 0, look.px(120), look.px(18))
    painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, _day_month(day))


def paint_number(
    painter: QPainter, box: QRectF, day: WeekDay, look: Look, *, is_today: bool
) -> None:
    """Draw the day of the month; today's stands on the warm colour."""
    area = QRectF(box.left() - 4, box.top() - look.px(20), box.width() + 8, look.px(18))
    painter.setFont(look.font(Size.SMALLEST, Weight.BOLD if is_today else Weight.REGULAR))
    if is_today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("warm"))
        pill = area.adjusted(4, 0, -4, 0)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    role = "on_warm" if is_today else "muted" if day.bank_holiday else "text"
    painter.setPen(look.color(role))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(day.day.day))


def paint_load(
    painter: QPainter, box: QRectF, day: WeekDay, look: Look, *, is_today: bool, is_chosen: bool
) -> None:
    """Draw the box of a day: how many deadlines, and a mark for each, the gravest lowest.

    Of more than four the number alone tells.
    """
    is_weekend = day.day.weekday() >= _SATURDAY
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("weekend" if is_weekend else "tint"))
    painter.drawRoundedRect(box, 3, 3)
    if day.bank_holiday:
        _paint_holiday(painter, box, look)
    if is_today or is_chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("accent" if is_chosen else "warm"), 3 if is_chosen else 2))
        painter.drawRoundedRect(box, 3, 3)
    marks = ["duty"] * day.duties + ["expectation"] * day.expectations + ["local"] * day.local
    height, gap = look.px(6), look.px(3)
    inset = min(look.px(4), box.width() * 0.15)
    for place, weight in enumerate(marks[:_MOST_MARKS]):
        bottom = box.bottom() - look.px(3) - place * (height + gap)
        mark = QRectF(box.left() + inset, bottom - height, box.width() - 2 * inset, height)
        paint_weight(painter, mark, weight, look)
    if marks:
        _paint_count(painter, box, len(marks), look)


def paint_weight(painter: QPainter, mark: QRectF, weight: str, look: Look) -> None:
    """Draw one mark: a full bar for a duty, two halves for the Panel, an outline for local.

    The shapes tell them apart where colours do not, as on grey paper.
    """
    inner = mark.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(look.color("ink" if weight == "duty" else "accent"), 1.4))
    painter.setBrush(look.color({"duty": "ink", "expectation": "accent"}.get(weight, "surface")))
    if weight != "expectation":
        painter.drawRoundedRect(inner, 1.5, 1.5)
        return
    half = inner.width() / 2 - max(1.5, inner.width() * 0.1)
    painter.drawRoundedRect(QRectF(inner.left(), inner.top(), half, inner.height()), 1.5, 1.5)
    painter.drawRoundedRect(
        QRectF(inner.right() - half, inner.top(), half, inner.height()), 1.5, 1.5
    )


def paint_holiday_name(
    painter: QPainter, box: QRectF, bounds: tuple[float, float], day: WeekDay, look: Look
) -> float:
    """Draw a bank holiday's name under its box, within `bounds`, and return where it ends.

    Where the room is short the name is cut; the day's tooltip has it whole.
    """
    font = look.font(Size.SMALLEST)
    metrics = QFontMetricsF(font)
    room = bounds[1] - bounds[0]
    short = day.bank_holiday.partition(" (")[0]  # without "(substitute day)"
    name = metrics.elidedText(short, Qt.TextElideMode.ElideRight, room)
    width = metrics.horizontalAdvance(name) + 2
    left = box.center().x() - width / 2
    left = max(bounds[0], min(left, bounds[1] - width))
    painter.setFont(font)
    painter.setPen(look.color("muted"))
    area = QRectF(left, box.bottom() + 1, width, look.px(20))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, name)
    return left + width + look.px(6)


def day_in_words(day: WeekDay) -> str:
    """Return "Tue 8 Dec: 2 duties, 1 Panel expectation" and the like."""
    counts = (
        (day.duties, "duty", "duties"),
        (day.expectations, "Panel expectation", "Panel expectations"),
        (day.local, "local date", "local dates"),
    )
    parts = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    if day.bank_holiday:
        parts.insert(0, f"bank holiday, {day.bank_holiday}")
    return f"{day_and_month(day.day)}: {', '.join(parts) or 'nothing due'}"


def weeks_in_words(days: Sequence[WeekDay]) -> str:
    """Return the strip as one sentence, for where it is folded: total, busiest, bank holidays."""
    total = sum(day.total for day in days)
    if not total:
        return "Nothing due in the coming weeks"
    most = max(day.total for day in days)
    busiest = [day_and_month(day.day) for day in days if day.total == most]
    named = " and ".join(busiest[:2]) + (" and others" if len(busiest) > 2 else "")  # noqa: PLR2004
    parts = [f"{total} deadline" if total == 1 else f"{total} deadlines"]
    parts.append(f"busiest {named}, {most}{' each' if len(busiest) > 1 else ''}")
    if holidays := ", ".join(_day_month(day) for day in days if day.bank_holiday):
        parts.append(f"bank holidays {holidays}")
    return " · ".join(parts)


class WeightLegend(QWidget):
    """What the marks of the coming weeks mean; put it in the head of their card."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(6))
        for weight, words in _WEIGHTS:
            layout.addWidget(_Sample(weight))
            layout.addWidget(make_label(words, "smallest"))
            layout.addSpacing(look.px(10))


class _Sample(QWidget):
    def __init__(self, weight: str) -> None:
        super().__init__()
        self._weight = weight
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(18), look.px(12 if self._weight == "holiday" else 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._weight == "holiday":
            _paint_holiday(painter, box.adjusted(1, 1, -1, -1), look)
        else:
            paint_weight(painter, box, self._weight, look)


def _paint_holiday(painter: QPainter, box: QRectF, look: Look) -> None:
    paint_hatching(painter, box, look.color("handle"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("edge"), 1))
    painter.drawRoundedRect(box, 3, 3)


def _paint_count(painter: QPainter, box: QRectF, total: int, look: Look) -> None:
    top = QRectF(box.left(), box.top() + 1, box.width(), look.px(14))
    painter.setFont(look.font(Size.SMALLEST, Weight.SEMIBOLD))
    painter.setPen(look.color("ink"))
    painter.drawText(top, Qt.AlignmentFlag.AlignCenter, str(total))


def _day_month(day: WeekDay) -> str:
    return day_and_month(day.day).split(" ", 1)[1]
