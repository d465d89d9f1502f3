"""The loud banner over every page while practising: striped at both ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.eliding_label import ElidingLabel
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label

_STRIPES, _HEIGHT = 56, 48
_STRIPE = 10
_SENTENCE = "Invented cases. Nothing here is real, and nothing you do here touches your records."
_SHORT_SENTENCE = "Invented cases."


class PracticeBanner(QWidget):
    """Says that the cases are invented, and offers the two ways out of practice."""

    leave_asked = Signal()
    start_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Practice mode")
        self.leave_button = make_button("Leave practice", kind="on-warm")
        self.start_button = make_button("Start for real…", kind="on-warm-strong")
        self.leave_button.clicked.connect(self.leave_asked)
        self.start_button.clicked.connect(self.start_asked)
        self.sentence_label = ElidingLabel(_SENTENCE, "on_warm", shorter=_SHORT_SENTENCE)
        self._line = layout = QHBoxLayout(self)
        layout.setSpacing(look.px(12))
        self._make_room()
        layout.addWidget(IconLabel("flask-conical", "on_warm", size=24))
        layout.addWidget(make_label("PRACTICE MODE", "on-warm-title"))
        layout.addWidget(self.sentence_label, 1)
        layout.addWidget(self.leave_button)
        layout.addWidget(self.start_button)

    def sizeHint(self) -> QSize:
        """Return a height that no window can go below: the ways out stay whole."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), current().px(_HEIGHT)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def _make_room(self) -> None:
        look = current()
        side = look.px(_STRIPES + 16)
        self._line.setContentsMargins(side, look.px(6), side, look.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look.color("warm"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("on_warm"))
        width, height = look.px(_STRIPES), self.height()
        for left in (0, self.width() - width):
            self._paint_stripes(painter, QRectF(left, 0, width, height), look.px(_STRIPE))

    def _paint_stripes(self, painter: QPainter, area: QRectF, step: int) -> None:
        painter.save()
        painter.setClipRect(area)
        x = area.left() - area.height()
        while x < area.right():
            top, bottom = area.top(), area.bottom()
            lean = area.height()
            corners = [(x + lean, top), (x + lean + step, top), (x + step, bottom), (x, bottom)]
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
            x += 2 * step
        painter.restore()
