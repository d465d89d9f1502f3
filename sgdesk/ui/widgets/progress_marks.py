"""Where a count of days stands: words over one segment for each day."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size
from sgdesk.ui.look.marks import paint_segments
from sgdesk.ui.models.cells import segment_role


class DayProgress(QLabel):
    """Shows "Day 9 of 15"; beyond the last day every segment is filled."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: tuple[int, int] | None = None
        self._standing = Standing.ON_TRACK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_day(
        self, day: int, total: int, standing: Standing = Standing.ON_TRACK, words: str = ""
    ) -> None:
        """Show `day` of `total` in the colour of `standing`; `words` replaces "Day 9 of 15"."""
        self._progress = (day, total)
        self._standing = standing
        self.setText(words or f"Day {day} of {total}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current()
        metrics = QFontMetrics(look.font(Size.SECOND))
        width = max(metrics.horizontalAdvance(self.text()) + 2, look.px(84))
        return QSize(width, metrics.height() + look.px(8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        font = look.font(Size.SECOND, is_tabular=True)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.drawText(0, QFontMetrics(font).ascent(), self.text())
        if self._progress is not None:
            top = QFontMetrics(font).height() + look.px(2)
            strip = QRectF(0, top, look.px(84), look.px(4))
            paint_segments(painter, strip, self._progress, segment_role(self._standing), look)
