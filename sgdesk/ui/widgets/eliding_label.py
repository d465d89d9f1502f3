"""A line of words that gives way where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from sgdesk.ui.look.current import current

_LEAST = 48


class ElidingLabel(QLabel):
    """Shows its words whole, else `shorter`, else cut off; its tooltip and its name stay whole."""

    def __init__(self, text: str = "", color: str = "muted", *, shorter: str = "") -> None:
        super().__init__(text)
        self._color = color
        self._shorter = shorter
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(current().px(_LEAST), super().minimumSizeHint().height())

    def shown(self) -> str:
        """Return the words as the room now allows."""
        metrics, width = QFontMetrics(self.font()), self.width()
        whole = [self.text(), self._shorter] if self._shorter else [self.text()]
        fitting = (words for words in whole if metrics.horizontalAdvance(words) <= width)
        elided = metrics.elidedText(whole[-1], Qt.TextElideMode.ElideRight, width)
        return next(fitting, elided)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.shown()
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(current().color(self._color))
        painter.drawText(self.rect(), self.alignment(), shown)
