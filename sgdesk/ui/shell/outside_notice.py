"""Words for an officer who is looking at another program: the taskbar, and the system tray."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from sgdesk.ui.look.icons import icon

_TITLE = "SGDesk"


class OutsideNotice(QObject):
    """Says nothing while the program is in front. A desktop without a tray only has the taskbar."""

    clicked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def tell(self, words: str) -> None:
        """Let the taskbar entry ask for attention, and put `words` into the tray's message."""
        if QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            tray = self._made_tray()
            tray.show()
            tray.showMessage(_TITLE, words, QSystemTrayIcon.MessageIcon.Information)

    def take_back(self) -> None:
        """Let the tray go; nothing is left to tell."""
        if self._tray is not None:
            self._tray.hide()

    @Slot()
    def _on_clicked(self) -> None:
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        self.clicked.emit()

    def _made_tray(self) -> QSystemTrayIcon:
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("calendar-clock"), self)
            self._tray.setToolTip(_TITLE)
            self._tray.messageClicked.connect(self._on_clicked)
            self._tray.activated.connect(self._on_clicked)
        return self._tray
