"""What is higher than its room, to scroll up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollFrame(QScrollArea):
    """Shows its ground through, and is no stop of the Tab key: what it holds is.

    It brings its own viewport. Asked for the one that Qt makes, PySide loads every class of
    widget there is to find out which it has before it: 10 ms at the start.
    """

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if content is not None:
            self.setWidget(content)
