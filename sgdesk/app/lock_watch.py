"""Everything that locks an open register without being asked, in one place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from sgdesk.app.idle_watch import IdleWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.app.system_signals import BusSignals
    from sgdesk.app.windows_signals import WindowsSignals
    from sgdesk.ui.shell.lock_notice import LockNotice

_CALM_MS = 2_000
"""So long after the window the system is asked to tell: the first page comes first."""


class LockWatch(QObject):
    """Watches idleness, both clocks and what the system tells, until it has said once to lock."""

    lock_due = Signal()

    def __init__(self, lock_after_s: Callable[[], float], window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._notice: LockNotice | None = None
        self._system: BusSignals | WindowsSignals | None = None
        self._is_over = False
        self._idle = IdleWatch(lock_after_s, self)
        self._idle.lock_due.connect(self._on_lock_due)
        self._idle.soon_changed.connect(self._on_soon_changed)
        QTimer.singleShot(_CALM_MS, self, self._listen_to_system)

    def stop(self) -> None:
        """Watch no more."""
        self._is_over = True
        self._idle.stop()
        if self._system is not None:
            self._system.release()
            self._system = None

    @Slot()
    def _on_lock_due(self) -> None:
        if not self._is_over:
            self.stop()
            self.lock_due.emit()

    @Slot(bool)
    def _on_soon_changed(self, is_soon: bool) -> None:  # noqa: FBT001 - as the signal hands it over
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None
        if is_soon:
            from sgdesk.ui.shell.lock_notice import LockNotice  # noqa: PLC0415 - when needed

            self._notice = LockNotice(QApplication.activeModalWidget() or self._window)

    @Slot()
    def _listen_to_system(self) -> None:
        if self._is_over:
            return
        self._system = _system_signals(self)
        if self._system is not None:
            self._system.lock_asked.connect(self._on_lock_due)


def _system_signals(parent: QObject) -> BusSignals | WindowsSignals | None:
    """Return what tells of this system's screen lock and sleep; None where nothing does."""
    if sys.platform == "win32":  # pragma: no cover - the tests have no Windows
        from sgdesk.app.windows_signals import WindowsSignals  # noqa: PLC0415

        return WindowsSignals(parent)
    from sgdesk.app.system_signals import bus_signals  # noqa: PLC0415 - after the first page

    return bus_signals(parent)
