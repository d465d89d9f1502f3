"""An icon alone, beside words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.look.icons import paint_icon


class IconLabel(QWidget):
    """Decoration: a screen reader is told nothing. `size` is in pixels at the designed size."""

    def __init__(self, icon_name: str, role: str = "ink", *, size: int = 16) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._role = role
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon_name: str, role: str) -> None:
        self._icon_name, self._role = icon_name, role
        self.update()

    def sizeHint(self) -> QSize:
        size = current().px(self._size)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._icon_name, self._role, self.rect())
