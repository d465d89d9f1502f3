"""What looks like a search line at the top of a page, and opens search and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent


class PaletteField(SearchField):
    """Never holds text itself: what is typed into it goes on to the palette."""

    palette_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Search or run a command", "Ctrl+K")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        is_opening = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if is_opening or (typed.isprintable() and typed and not event.modifiers()):
            self.palette_asked.emit("" if is_opening else typed)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.palette_asked.emit("")
