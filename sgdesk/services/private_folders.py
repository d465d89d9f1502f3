"""Private folders for what has to lie in the clear for a while, and their wiping.

Wiping overwrites each file and then unlinks it. On a solid-state disk the old bytes may live on
until the disk reuses them, and another program may have made copies of its own: against either
only an encrypted disk helps.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from sgdesk.errors import UserError
from sgdesk.store.lock import RegisterLock

_PREFIX = "sgdesk-opened-"
_LOCK = "folder"
_LOCK_FILE = f"{_LOCK}.lock"
_ZEROS = bytes(64 * 1024)


class PrivateFolder:
    """A new folder that its owner alone can read (0700 where the system knows modes).

    It is locked while the program runs, so that another one leaves it alone.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        self._lock = RegisterLock(self.path / _LOCK)

    def wipe(self) -> None:
        """Wipe every file in it and remove it."""
        wipe_files(self.path)
        self._lock.release()
        _remove(self.path)


def sweep_left_folders() -> int:
    """Wipe what programs that were cut short have left; return how many folders went.

    Folders of other users, and of programs that still run, are left alone.
    """
    swept = 0
    for folder in sorted(Path(tempfile.gettempdir()).glob(f"{_PREFIX}*")):
        if not _is_own(folder):
            continue
        try:
            lock = RegisterLock(folder / _LOCK)
        except UserError:  # held by a program that runs
            continue
        wipe_files(folder)
        lock.release()
        _remove(folder)
        swept += not folder.exists()
    return swept


def wipe_files(folder: Path) -> None:
    """Overwrite and unlink every file below `folder`, whatever another program put there.

    Links are unlinked and not followed. A file that another program holds open stays where the
    system keeps it from going; the next start tries again.
    """
    for place, _folders, names in os.walk(folder, topdown=False):
        for name in names:
            path = Path(place, name)
            if path.name != _LOCK_FILE:
                with suppress(OSError):
                    _wipe(path)


def _wipe(path: Path) -> None:
    if not path.is_symlink():
        path.chmod(0o600)
        with path.open("r+b", buffering=0) as stream:
            left = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            while left > 0:
                left -= stream.write(_ZEROS[:left])
            os.fsync(stream.fileno())
    path.unlink()


def _remove(folder: Path) -> None:
    """Remove a wiped folder; one that still holds a file that could not be wiped stays."""
    if not any(path.is_file() for path in folder.rglob("*") if path.name != _LOCK_FILE):
        shutil.rmtree(folder, ignore_errors=True)


def _is_own(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return os.name != "posix" or folder.stat().st_uid == os.getuid()
