"""What Windows tells: that the session is locked or left, that the computer goes to sleep.

Not run by the tests, which have no Windows.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QWidget

_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 0x0004
_WM_WTSSESSION_CHANGE = 0x02B1
_LEFT = frozenset({0x2, 0x4, 0x7})
"""The screen was handed over, a remote session left, or the session locked."""
_NOTIFY_FOR_THIS_SESSION = 0


class WindowsSignals(QObject):  # pragma: no cover - the tests have no Windows
    """Listens until it is released."""

    lock_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ear = _Ear(self)

    def release(self) -> None:
        """Listen no more."""
        self._ear.deleteLater()


class _Ear(QWidget):  # pragma: no cover - as above
    """A window that is never shown: Windows tells such things to windows alone."""

    def __init__(self, teller: WindowsSignals) -> None:
        super().__init__()
        self._teller = teller
        window = int(self.winId())
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415
            from ctypes import wintypes  # noqa: PLC0415

            register = ctypes.windll.wtsapi32.WTSRegisterSessionNotification
            register.argtypes = [wintypes.HWND, wintypes.DWORD]
            register(window, _NOTIFY_FOR_THIS_SESSION)

    def nativeEvent(  # noqa: N802 - Qt's name
        self, _kind: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> object:
        if sys.platform == "win32":
            from ctypes import wintypes  # noqa: PLC0415

            told = wintypes.MSG.from_address(int(message))
            is_sleep = told.message == _WM_POWERBROADCAST and told.wParam == _PBT_APMSUSPEND
            is_left = told.message == _WM_WTSSESSION_CHANGE and told.wParam in _LEFT
            if is_sleep or is_left:
                self._teller.lock_asked.emit()
        return False, 0
