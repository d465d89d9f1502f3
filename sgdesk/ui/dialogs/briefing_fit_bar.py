"""Where the size of the briefing's text lies between the least that is set and the best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.ui.dialogs.briefing_words import BEST_PT, LEAST_PT, is_small
from sgdesk.ui.look.current import Look, current
from sgdesk.ui.look.fonts import Size
from sgdesk.ui.look.marks import paint_hatching

if TYPE_CHECKING:
    from sgdesk.records.fitting import Fit

_FIRST, _LAST = 9.25, 12.5
"""The sizes at both ends of the bar, in points."""
_TOO_LONG = 9.6
"""Where the knob stands while the text fits at no size."""
_LABELS = ((LEAST_PT, f"{LEAST_PT:g} pt least"), (BEST_PT, f"{BEST_PT:g} pt best"))


def _role_of(fit: Fit | None) -> str:
    if fit is None or not fit.fits:
        return "edge"
    return "due_today" if is_small(fit) else "met"


class FitBar(QWidget):
    """Says nothing that the headline above it does not say in words."""

    def __init__(self) -> None:
        super().__init__()
        self._fit: Fit | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_fit(self, fit: Fit | None) -> None:
        """Show another fit; without one the bar has no knob."""
        self._fit = fit
        self.update()

    def sizeHint(self) -> QSize:
        look = current()
        text = QFontMetrics(look.font(Size.SMALLEST)).height()
        return QSize(look.px(240), look.px(20) + text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, look)
        self._paint_knob(painter, look)
        painter.setPen(look.color("muted"))
        painter.setFont(look.font(Size.SMALLEST))
        metrics = painter.fontMetrics()
        for points, words in _LABELS:
            width = metrics.horizontalAdvance(words)
            left = max(0, min(self._x(points) - width / 2, self.width() - width))
            painter.drawText(QPointF(left, self.height() - metrics.descent()), words)

    def _paint_track(self, painter: QPainter, look: Look) -> None:
        top, height = look.px(7), look.px(8)
        track = QRectF(0, top, self.width(), height)
        painter.fillRect(track, look.color("line"))
        least, best = self._x(LEAST_PT), self._x(BEST_PT)
        painter.fillRect(QRectF(0, top, least, height), look.color("surface"))
        paint_hatching(painter, QRectF(0, top, least, height), look.color("edge"))
        role = _role_of(self._fit)
        painter.fillRect(QRectF(least, top, best - least, height), look.color(role))

    def _paint_knob(self, painter: QPainter, look: Look) -> None:
        if self._fit is None:
            return
        points = self._fit.size_pt if self._fit.fits else _TOO_LONG
        painter.setPen(QPen(look.color("ink" if self._fit.fits else "overdue"), look.px(3)))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(self._x(points), look.px(11)), look.px(6), look.px(6))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _x(self, points: float) -> float:
        share = (min(max(points, _FIRST), _LAST) - _FIRST) / (_LAST - _FIRST)
        return share * self.width()
