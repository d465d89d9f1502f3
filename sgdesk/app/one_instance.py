"""One program over one register: the first holds a lock, a second asks it to come to the front.

The second asks by an empty file in the folder of the lock, and the first answers by removing it.
Nobody but the owner of the register can write there, no address can be taken by somebody else,
and what a crash leaves behind means nothing.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from sgdesk.errors import UserError
from sgdesk.store.errors import RegisterBusyError
from sgdesk.store.lock import RegisterLock

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER = "instance"
_LOCK = "program"
_ASKING = "show-"
_LOOK_MS = 500
"""How often the first looks where the system does not tell of new files."""
ASK_MS = 50
PATIENCE = 40
"""So many looks a second start waits for an answer: two seconds."""


class OneInstance(QObject):
    """The lock of the program over the register in `folder`, held until `release` or the end."""

    asked = Signal()
    """Another start was made, and its officer wants to see this program."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder / _FOLDER
        self._lock: RegisterLock | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def take(self) -> bool:
        """Return whether this is the only program over the register; harmless when it was.

        Where the folder cannot be written nobody can tell. The register's own lock still keeps
        two from opening it.
        """
        if self._lock is None:
            try:
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                self._lock = RegisterLock(self.folder / _LOCK)
            except RegisterBusyError:
                return False
            except (UserError, OSError):
                return True
            self._listen()
        return True

    def release(self) -> None:
        """Let another program in, and answer it no more."""
        self._timer.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @Slot()
    def _look(self) -> None:
        """Answer whoever asks."""
        if self._lock is None:
            return
        is_asked = False
        for file in self.folder.glob(f"{_ASKING}*"):
            with suppress(OSError):
                file.unlink()
                is_asked = True
        if is_asked:
            self.asked.emit()

    def _listen(self) -> None:
        self._watcher = QFileSystemWatcher([str(self.folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        if not self._watcher.directories():
            self._timer.start(_LOOK_MS)
        QTimer.singleShot(0, self._look)  # somebody may have asked while this one started


class Asking(QObject):
    """A second start that asks the first to come to the front, and goes on asking."""

    answered = Signal()
    freed = Signal()
    """The first has ended meanwhile: this one has the lock now."""
    unanswered = Signal()
    """Told once, after two seconds; the others may still come."""

    def __init__(self, instance: OneInstance, parent: QObject) -> None:
        super().__init__(parent)
        self._instance = instance
        self._file = instance.folder / f"{_ASKING}{os.getpid()}"
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        _let_it_come_to_the_front()
        self._is_asked = self._ask()
        self._timer.start(ASK_MS)

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        if self._is_asked and not self._file.exists():
            self._timer.stop()
            self.answered.emit()
        elif self._instance.take():
            self._timer.stop()
            with suppress(OSError):
                self._file.unlink()
            self.freed.emit()
        elif self._looks == PATIENCE:
            self.unanswered.emit()

    def _ask(self) -> bool:
        try:
            self._file.touch(0o600)
        except OSError:  # a full disk
            return False
        return True


def _let_it_come_to_the_front() -> None:
    """Hand on the right to the front: Windows gives it to the program that was just started."""
    if sys.platform == "win32":  # pragma: no cover - the tests have no Windows
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
