"""The frame of a dialog: a body over a footer that stays, never larger than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.form_frame import press_focused_button
from sgdesk.ui.look.current import current

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QLayout


class FramedDialog(QDialog):
    """Enter presses the button that holds the keyboard.

    Subclasses call `set_frame` once, when the body is full.
    """

    DESIGNED_WIDTH = 720
    """In pixels at the designed text size."""
    DESIGNED_HEIGHT = 0
    """The same; for those that do not say otherwise in `needed_height`."""

    def set_frame(self, body: QWidget | QLayout, footer: QWidget) -> None:
        """Put `body`, which gets all the room there is, over `footer`; Tab goes through both so."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if isinstance(body, QWidget):
            outer.addWidget(body, 1)
        else:
            outer.addLayout(body, 1)
        outer.addWidget(footer)

    def needed_height(self, width: int) -> int:
        """Return the height that the dialog wants at `width`, both in pixels as they are."""
        del width
        return current().px(self.DESIGNED_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused_button(self, event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        room = self.screen().availableGeometry().size()
        width = min(current().px(self.DESIGNED_WIDTH), room.width() - 32)
        self.resize(width, min(self.needed_height(width), room.height() - 64))
        super().showEvent(event)
