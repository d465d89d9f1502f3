"""The shapes of standings: angular means act, round means calm, and words always beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.fonts import Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from sgdesk.ui.look.current import Look

PILLS = {Standing.OVERDUE: "overdue_pill", Standing.DUE_TODAY: "due_today_pill"}
"""Only what needs a person today stands on a tinted ground."""

_SHAPE = 16.0
_STROKE = 1.8


def paint_shape(
    painter: QPainter, standing: Standing, rect: QRectF, look: Look, *, is_quiet: bool = False
) -> None:
    """Draw the mark of a standing into a square; filled shapes show the surface through.

    With `is_quiet` it is muted, for a head under which nothing stands.
    """
    color = look.color("muted") if is_quiet else look.standing_color(standing)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _SHAPE, rect.height() / _SHAPE)
    _SHAPES[standing](painter, color, look.color(_ground(standing)))
    painter.restore()


def paint_standing(
    painter: QPainter, standing: Standing, words: str, rect: QRect, look: Look
) -> None:
    """Draw shape and words at the left of `rect`, centred in its height, on a pill if it acts.

    Words that do not fit are elided; a view should give the column `standing_size`.
    """
    shape, gap, inset = look.px(16), look.px(6), look.px(6)
    font = look.font(weight=Weight.SEMIBOLD)
    metrics = QFontMetrics(font)
    size = standing_size(words, look)
    pill = QRect(rect.left(), 0, min(size.width(), rect.width()), size.height())
    pill.moveTop(rect.top() + (rect.height() - pill.height()) // 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if standing in PILLS and not look.palette.is_high_contrast:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(PILLS[standing]))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    mark = QRectF(pill.left() + inset, pill.top() + (pill.height() - shape) / 2, shape, shape)
    paint_shape(painter, standing, mark, look)
    left = pill.left() + inset + shape + gap
    text = QRect(left, pill.top(), pill.right() - left - inset + 1, pill.height())
    painter.setFont(font)
    painter.setPen(look.standing_color(standing))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def standing_size(words: str, look: Look) -> QSize:
    """Return the room that shape, words and pill need."""
    metrics = QFontMetrics(look.font(weight=Weight.SEMIBOLD))
    width = look.px(6) + look.px(16) + look.px(6) + metrics.horizontalAdvance(words) + look.px(6)
    return QSize(width + 2, max(look.px(24), metrics.height()))


def _ground(standing: Standing) -> str:
    return PILLS.get(standing, "surface")


def _line(color: QColor, width: float = _STROKE) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _tick(painter: QPainter, color: QColor) -> None:
    painter.setPen(_line(color, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(4.9, 8.3), QPointF(7.1, 10.5), QPointF(11.2, 5.9)]))


def _dot(painter: QPainter, color: QColor, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(8, 8), radius, radius)


def _ring(painter: QPainter, color: QColor, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
    pen = _line(color)
    if style == Qt.PenStyle.DashLine:
        pen.setDashPattern([1.5, 2.0])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(8, 8), 6.6, 6.6)


def _diamond(radius: float) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(8, 8 - radius),
            QPointF(8 + radius, 8),
            QPointF(8, 8 + radius),
            QPointF(8 - radius, 8),
        ]
    )


def _met(painter: QPainter, color: QColor, ground: QColor) -> None:
    _dot(painter, color, 7.5)
    _tick(painter, ground)


def _met_late(painter: QPainter, color: QColor, _ground_color: QColor) -> None:
    _ring(painter, color)
    _tick(painter, color)


def _overdue(painter: QPainter, color: QColor, ground: QColor) -> None:
    cut = 4.4
    corners = [(cut, 0.5), (16 - cut, 0.5), (15.5, cut), (15.5, 16 - cut)]
    corners += [(16 - x, 16 - y) for x, y in corners]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    painter.setPen(_line(ground, 2.0))
    painter.drawLine(QLineF(8, 4.3, 8, 8.6))
    painter.drawPoint(QPointF(8, 11.6))


def _due_today(painter: QPainter, color: QColor, ground: QColor) -> None:
    painter.setPen(_line(color, 1.0))
    painter.setBrush(color)
    painter.drawPolygon(_diamond(7.5))
    _dot(painter, ground, 2.3)


def _due_soon(painter: QPainter, color: QColor, _ground_color: QColor) -> None:
    painter.setPen(_line(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_diamond(7.0))
    _dot(painter, color, 2.0)


def _on_track(painter: QPainter, color: QColor, _ground_color: QColor) -> None:
    _ring(painter, color)
    _dot(painter, color, 2.9)


def _waiting(painter: QPainter, color: QColor, _ground_color: QColor) -> None:
    _ring(painter, color, Qt.PenStyle.DashLine)


def _not_applicable(painter: QPainter, color: QColor, _ground_color: QColor) -> None:
    painter.setPen(_line(color, 2.0))
    painter.drawLine(QLineF(3, 8, 13, 8))


def _paused(painter: QPainter, color: QColor, _ground_color: QColor) -> None:
    painter.setPen(_line(color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(1.2, 1.2, 13.6, 13.6), 3, 3)
    painter.drawLine(QLineF(6.2, 5.6, 6.2, 10.4))
    painter.drawLine(QLineF(9.8, 5.6, 9.8, 10.4))


_SHAPES: dict[Standing, Callable[[QPainter, QColor, QColor], None]] = {
    Standing.MET: _met,
    Standing.MET_LATE: _met_late,
    Standing.OVERDUE: _overdue,
    Standing.DUE_TODAY: _due_today,
    Standing.DUE_SOON: _due_soon,
    Standing.ON_TRACK: _on_track,
    Standing.WAITING: _waiting,
    Standing.NOT_APPLICABLE: _not_applicable,
    Standing.PAUSED: _paused,
}
