"""What scrolls inside a scroll area: as high as its lines need at the width it is given."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrollContent(QWidget):
    """Asks for no height of its own: Qt would take that of its lines when they are narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain")

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
