"""How much of a page its window shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QWidget


def room_of(page: QWidget) -> QSize:
    """Return the size of the view that scrolls `page`, or the page's own where none does."""
    viewport = page.parentWidget()
    frame = viewport.parentWidget() if viewport is not None else None
    is_framed = isinstance(frame, QScrollArea) and frame.widget() is page
    return viewport.size() if viewport is not None and is_framed else page.size()
