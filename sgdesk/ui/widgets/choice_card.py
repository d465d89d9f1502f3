"""A big choice with an icon, a title and a line of help: one of a few in a wizard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.look.standings import paint_shape
from sgdesk.ui.models.cells import CellLine, paint_lines


class ChoiceCard(QRadioButton):
    """A radio button: cards in one parent exclude each other, arrow keys go between them."""

    def __init__(self, title: str, second: str, icon_name: str) -> None:
        super().__init__(title)
        self._second = second
        self._icon_name = icon_name
        self.setAccessibleDescription(second)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = current()
        title = QFontMetrics(look.font(weight=Weight.SEMIBOLD)).horizontalAdvance(self.text())
        second = QFontMetrics(look.font(Size.SECOND)).horizontalAdvance(self._second)
        return QSize(max(title, second) + look.px(112), look.px(68))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, _point: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.isChecked() or self.underMouse()
        painter.setBrush(look.color("accent_tint" if self.isChecked() else "surface"))
        painter.setPen(QPen(look.color("accent" if is_lit else "line"), look.outline))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        size, left = look.px(24), look.px(56)
        box = QRect(look.px(16), (self.height() - size) // 2, size, size)
        paint_icon(painter, self._icon_name, "accent" if self.isChecked() else "muted", box)
        words = QRect(left, 0, self.width() - left - look.px(48), self.height())
        title = CellLine(self.text(), look.font(weight=Weight.SEMIBOLD), look.color("ink"))
        second = CellLine(self._second, look.font(Size.SECOND), look.color("muted"))
        paint_lines(painter, words, title, second)
        if self.isChecked():
            mark = look.px(20)
            place = QRectF(0, (self.height() - mark) / 2, mark, mark)
            place.moveRight(self.width() - look.px(16))
            paint_shape(painter, Standing.MET, place, look)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), look, radius=6)
