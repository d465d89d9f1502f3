"""Putting a backup set in the register's place, so that a crash in between loses neither.

What is to come in is staged beside the register and waits for the next opening. The exchange is
a row of renamings, each of which may be the last before a crash: the next opening goes on where
it stopped. The files that go out stay together in a folder of their own.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from sgdesk.files import sweep_parts, sync_folder
from sgdesk.store.backup_sets import (
    KEYS,
    REGISTER,
    copy_file,
    new_stage,
    remove_whole,
    sweep_stages,
)
from sgdesk.store.errors import RegisterMissingError, told
from sgdesk.store.lock import RegisterLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.store.backup_sets import BackupSet

_DUE, _NEW, OLD = "restoring", "new", "old"
LOGS = (f"{REGISTER}-wal", f"{REGISTER}-shm")
"""What SQLite keeps beside the register while it is open."""
_REPLACED = re.compile(r"replaced-([0-9]{1,9})")


def stage_restore(
    one: BackupSet, folder: Path, stop: Callable[[], None], *, with_keys: bool
) -> None:
    """Make the register in `folder` give way to a set when it is next opened.

    Without `with_keys` the key file stays, and with it the passphrase that is in force. The set
    is to be checked before. Raises a `StoreError` or what `stop` raises; nothing is due then.
    """
    with told(OSError):
        if is_restore_due(folder):  # prepared before, and not begun
            remove_whole(folder / _DUE)
        stage = new_stage(folder)
        try:
            for place in (stage / _NEW, stage / OLD):
                place.mkdir(mode=0o700)
            copy_file(one.register, stage / _NEW / REGISTER, stop)
            if with_keys:
                copy_file(one.keys, stage / _NEW / KEYS, stop)
            else:
                copy_file(folder / KEYS, stage / _NEW / KEYS, stop)
            sync_folder(stage / _NEW)
            sync_folder(stage)
            stage.rename(folder / _DUE)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        sync_folder(folder)


def is_restore_due(folder: Path) -> bool:
    """Return whether the register in `folder` gives way to a backup when it is next opened."""
    return (folder / _DUE).is_dir()


def replaced_in(folder: Path) -> dict[int, Path]:
    """Return the folders of what exchanges have replaced, by their numbers. Raises `OSError`."""
    return {
        int(match[1]): place
        for place in folder.iterdir()
        if (match := _REPLACED.fullmatch(place.name))
    }


def count_restores(folder: Path) -> int:
    """Return the number of the last exchange whose files were kept in `folder`, 0 for none."""
    return max(replaced_in(folder), default=0)


def finish_restore(folder: Path) -> None:
    """Carry out what `stage_restore` has prepared, or go on with it; harmless when nothing is.

    Raises `RegisterBusyError` while the register is open.
    """
    if not is_restore_due(folder):
        return
    lock = RegisterLock(folder / REGISTER)
    try:
        with told(OSError):
            _exchange(folder, folder / _DUE)
    finally:
        lock.release()


def _exchange(folder: Path, due: Path) -> None:
    new, old = due / _NEW, due / OLD
    names = (KEYS, REGISTER)
    if all((new / name).exists() for name in names):
        # Nothing has come in yet, so whatever lies in the folder is to go out.
        for name in (*LOGS, REGISTER, KEYS):
            if (folder / name).exists():
                (folder / name).rename(old / name)
        sync_folder(old)
        # Or a log that was removed before could come back beside what comes in.
        sync_folder(folder)
    for name in names:
        if (new / name).exists():
            (new / name).rename(folder / name)
    if not all((folder / name).exists() for name in names):  # pragma: no cover - a third hand
        raise RegisterMissingError
    sync_folder(new)
    sync_folder(folder)
    kept = due.rename(folder / f"replaced-{count_restores(folder) + 1}")
    sync_folder(folder)
    with suppress(OSError):  # after that, or the next opening would miss it
        (kept / _NEW).rmdir()


def sweep_left(folder: Path) -> None:
    """Remove what writes that were cut short have left in the register's folder.

    To be called by whoever holds the register: a write that goes on would lose its part.
    """
    with told(OSError):
        sweep_parts(folder)
        for left in folder.glob(f"{REGISTER}.part*"):
            left.unlink(missing_ok=True)
        sweep_stages(folder)
