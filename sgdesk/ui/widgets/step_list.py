"""The steps of a wizard in an ink panel: done, at hand, to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.models.cells import CellLine, paint_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from sgdesk.ui.look.current import Look

_STEP = 64
_TOP = 24
_DISC = 24
_LEFT = 24


class StepList(QWidget):
    """Shows only; the wizard's buttons move. Keep a reference: QWizard does not."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._details = [""] * len(self._steps)
        self._place = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_step(0)

    @property
    def step(self) -> int:
        return self._place

    def set_step(self, place: int) -> None:
        """Mark the step at `place`, counted from 0, as at hand and those before it as done."""
        self._place = place
        self._say()

    def set_detail(self, place: int, detail: str) -> None:
        """Show a line under a step, such as "1 chosen"."""
        self._details[place] = detail
        self._say()

    def sizeHint(self) -> QSize:
        look = current()
        return QSize(look.px(208), look.px(_TOP + _STEP * len(self._steps)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("navigation"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        for place in range(len(self._steps)):
            self._paint_step(painter, place, look)

    def _pitch(self, look: Look) -> int:
        room = (self.height() - look.px(_TOP)) // max(1, len(self._steps))
        return max(look.px(36), min(look.px(_STEP), room))

    def _paint_step(self, painter: QPainter, place: int, look: Look) -> None:
        pitch, size = self._pitch(look), look.px(_DISC)
        top = look.px(_TOP) + place * pitch
        disc = QRectF(look.px(_LEFT), top, size, size)
        self._paint_disc(painter, disc, place, look)
        if place + 1 < len(self._steps) and pitch > size + look.px(8):
            painter.setPen(QPen(look.color("navigation_muted"), 2))
            x = disc.center().x()
            end = QPointF(x, top + pitch - look.px(4))
            painter.drawLine(QPointF(x, disc.bottom() + look.px(4)), end)
        is_now = place == self._place
        left = round(disc.right()) + look.px(12)
        words = QRect(left, top - look.px(8), self.width() - left - look.px(8), look.px(40))
        font = look.font(weight=Weight.BOLD if is_now else Weight.REGULAR)
        title = CellLine(self._steps[place], font, look.color("on_navigation"))
        muted = look.color("navigation_muted")
        paint_lines(painter, words, title, CellLine(self._details[place], _small(look), muted))

    def _paint_disc(self, painter: QPainter, disc: QRectF, place: int, look: Look) -> None:
        is_done, is_now = place < self._place, place == self._place
        fill = "on_navigation" if is_done else "warm" if is_now else "navigation"
        painter.setBrush(look.color(fill))
        painter.setPen(QPen(look.color("warm" if is_now else "on_navigation"), 1.6))
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        if is_done:
            painter.setPen(QPen(look.color("navigation"), 2.2))
            unit = disc.width() / 24
            points = [(7.5, 12.5), (10.8, 15.8), (16.8, 8.8)]
            corner = disc.topLeft()
            painter.drawPolyline(
                QPolygonF([corner + QPointF(x * unit, y * unit) for x, y in points])
            )
            return
        painter.setPen(look.color("on_warm" if is_now else "on_navigation"))
        painter.setFont(look.font(Size.SMALLEST, Weight.BOLD))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))

    def _say(self) -> None:
        if self._steps:
            name = self._steps[min(self._place, len(self._steps) - 1)]
            self.setAccessibleName(f"Step {self._place + 1} of {len(self._steps)}: {name}")
        self.update()


def _small(look: Look) -> QFont:
    return look.font(Size.SECOND)
