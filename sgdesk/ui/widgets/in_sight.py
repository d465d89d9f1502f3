"""Scrolling to what the officer has to see now."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the area around `widget` to it, once what came or went above it is laid out.

    Nothing happens where nothing scrolls.
    """
    frame = widget.parentWidget()
    while frame is not None and not isinstance(frame, QScrollArea):
        frame = frame.parentWidget()
    if frame is not None:
        QTimer.singleShot(0, widget, partial(frame.ensureWidgetVisible, widget))
