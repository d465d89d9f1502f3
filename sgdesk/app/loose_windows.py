"""Messages where no window of the program stands yet, and windows that come to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from sgdesk.ui.errors import trouble_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def message_of(error: object) -> QMessageBox:
    """Return a message, not on show yet, that tells what went wrong."""
    trouble = trouble_of(error)
    window = QMessageBox(QMessageBox.Icon.Critical, "SGDesk", trouble.sentence)
    window.setInformativeText(f"Reference {trouble.reference}" if trouble.reference else "")
    window.addButton("Close", QMessageBox.ButtonRole.AcceptRole)
    return window


def bring_to_front(*windows: QWidget | None) -> None:
    """Show each window that there is, the last before all others, also where it was put away."""
    for window in windows:
        if window is not None:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.show()
            window.raise_()
            window.activateWindow()
