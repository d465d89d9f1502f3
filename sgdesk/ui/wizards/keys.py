"""Enter presses the button that has the keyboard, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QDialog

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(dialog: QDialog, event: QKeyEvent) -> bool:
    """Return whether the key was Enter; a button of `dialog` that has the keyboard is pressed.

    Qt would press the default button of the dialog, wherever the keyboard is.
    """
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    button = dialog.focusWidget()
    if isinstance(button, QAbstractButton):
        button.click()
    return True
