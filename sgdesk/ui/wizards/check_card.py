"""A big check box with an icon, a title and a line of help: any number of them at once."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from sgdesk.ui.look.current import current
from sgdesk.ui.look.fonts import Size, Weight
from sgdesk.ui.look.icons import paint_icon
from sgdesk.ui.look.marks import paint_focus_ring
from sgdesk.ui.models.cells import CellLine, paint_lines
from sgdesk.ui.wizards.choice_table import paint_box


class CheckCard(QCheckBox):
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
        is_on = self.isChecked()
        painter.setBrush(look.color("accent_tint" if is_on else "surface"))
        painter.setPen(QPen(look.color("accent" if is_on or self.underMouse() else "line"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        size, mark = look.px(24), look.px(18)
        middle = self.height() // 2
        icon_box = QRect(look.px(16), middle - size // 2, size, size)
        paint_icon(painter, self._icon_name, "accent" if is_on else "muted", icon_box)
        box = QRect(self.width() - look.px(16) - mark, middle - mark // 2, mark, mark)
        words = QRect(look.px(56), 0, box.left() - look.px(64), self.height())
        title = CellLine(self.text(), look.font(weight=Weight.SEMIBOLD), look.color("ink"))
        second = CellLine(self._second, look.font(Size.SECOND), look.color("muted"))
        paint_lines(painter, words, title, second)
        paint_box(painter, box, look, is_on=is_on)
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), look, radius=6)
