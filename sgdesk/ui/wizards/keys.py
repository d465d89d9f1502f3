"""Enter presses the button that has the keyboard, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def press_button(window: QWidget, event: QKeyEvent) -> bool:
    """Return whether the key was Enter; a button of `window` that has the keyboard is pressed.

    Qt would press the default button of a dialog, wherever the keyboard is, and none elsewhere.
    """
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    button = window.focusWidget()
    if isinstance(button, QAbstractButton):
        button.click()
    return True
