"""One program at a time on one register, by a lock the system drops when the program ends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from sgdesk.store.errors import CannotOpenError, ReadOnlyError, RegisterBusyError, told

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - the other branch runs where tests run
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _open(path: Path, *, is_to_read: bool) -> int:
    try:
        return os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError:
        if not is_to_read:
            raise
    return os.open(path, os.O_RDONLY)


class RegisterLock:
    """Holds the register from its making until `release`, or until the process is gone.

    The empty file beside the register stays; what is in it, or its age, means nothing.
    """

    def __init__(self, register: Path, *, is_to_read: bool = False) -> None:
        """Take the lock, or raise RegisterBusyError at once.

        With `is_to_read`, a folder that cannot be written and has no such file is no obstacle:
        no other program could take the lock there either.
        """
        path = register.with_name(f"{register.name}.lock")
        self._descriptor: int | None = None
        try:
            with told(OSError):
                descriptor = _open(path, is_to_read=is_to_read)
        except (ReadOnlyError, CannotOpenError):
            if is_to_read:
                return
            raise
        self._descriptor = descriptor
        try:
            _take(descriptor)
        except OSError:
            self.release()
            raise RegisterBusyError from None

    def release(self) -> None:
        """Let go; harmless when called again."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
