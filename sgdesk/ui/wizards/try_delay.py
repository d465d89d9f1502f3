"""The growing pause after wrong passphrases: it slows a guesser and locks nobody out."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_SECONDS = (0, 1, 2, 4, 8, 16, 30)
_TICK_MS = 1000


class TryDelay(QObject):
    """One for all doors. It lives as long as the program: who can end that is not to be stopped."""

    ticked = Signal(int)
    """How many seconds are left; 0 means that the next try may come."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._failures = 0
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def seconds_left(self) -> int:
        return self._left

    def note_failure(self) -> None:
        """Begin the pause that follows one more failure."""
        self._left = _SECONDS[min(self._failures, len(_SECONDS) - 1)]
        self._failures += 1
        if self._left:
            self._timer.start()
        self.ticked.emit(self._left)

    def forget(self) -> None:
        """Begin at the beginning after the next failure: a door was opened."""
        self._failures = 0

    @Slot()
    def _on_timeout(self) -> None:
        self._left -= 1
        if not self._left:
            self._timer.stop()
        self.ticked.emit(self._left)
