"""Puts parts of a form side by side where there is room, and below each other where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from sgdesk.ui.look.current import current

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ROW = QBoxLayout.Direction.LeftToRight
_COLUMN = QBoxLayout.Direction.TopToBottom


class SideBySide(QWidget):
    """Lets a form reflow on narrow windows and with large text, so nothing scrolls sideways.

    Lengths are in pixels at the designed text size.
    """

    def __init__(self, *, gap: int = 16) -> None:
        super().__init__()
        self._gap = gap
        self._least = 0
        self._parts: list[QWidget] = []
        self._box = QBoxLayout(_ROW, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(current().px(gap))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def is_stacked(self) -> bool:
        return self._box.direction() == _COLUMN

    def add(self, part: QWidget, *, stretch: int = 1, least: int = 150) -> None:
        """Put `part` at the right of the others; `least` is the width that it needs."""
        self._least += least + (self._gap if self._parts else 0)
        self._parts.append(part)
        self._box.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._parts), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = _COLUMN if self.width() < current().px(self._least) else _ROW
        if direction != self._box.direction():
            self._box.setDirection(direction)
            for part in self._parts:
                self._box.setAlignment(part, _alignment(direction))
            self.updateGeometry()


def _alignment(direction: QBoxLayout.Direction) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTop if direction == _ROW else Qt.AlignmentFlag(0)
