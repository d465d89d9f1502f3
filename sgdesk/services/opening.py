"""Opening the register's files: to write where that is possible, to read only where it is not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sgdesk.config.places import home_problem
from sgdesk.errors import UserError
from sgdesk.files import make_folder
from sgdesk.services.private_folders import PrivateFolder
from sgdesk.store.backup_sets import BACKUPS, KEYS, REGISTER, copy_file, list_sets
from sgdesk.store.cipher import check_file, connect, has_log, log_of
from sgdesk.store.engine import Store
from sgdesk.store.errors import (
    CannotOpenError,
    ReadOnlyError,
    UnfitPlaceError,
    told,
)
from sgdesk.store.lock import RegisterLock
from sgdesk.store.restoring import (
    LOGS,
    finish_restore,
    is_restore_due,
    replaced_in,
    sweep_left,
)
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from sgdesk.store.cipher import Connection


def refuse_unfit_place(folder: Path) -> None:
    """Raise `UnfitPlaceError` where a register would come to harm, with the way out."""
    if problem := home_problem(folder):
        raise UnfitPlaceError(problem)


def find_trouble(folder: Path) -> UserError | None:
    """Return what bars opening the register and can be told without a passphrase, if anything.

    Not to be called while this process has the register open: looking at a file lets go of the
    locks on it.
    """
    from sgdesk.store.keys import check_key_file  # noqa: PLC0415 - ciphers load slowly

    try:
        refuse_unfit_place(folder)
        if is_restore_due(folder):
            return None
        check_file(folder / REGISTER)
        check_key_file(folder / KEYS)
    except UserError as trouble:
        return trouble
    return None


def open_store(folder: Path, key: bytes, at: datetime) -> Store:
    """Open the register in `folder`; where it cannot be written, to read only.

    An older one is backed up as of `at`, with its key file, before it is brought up to date.
    Raises a `UserError` that says what is wrong; the register is as it was then.
    """
    path = folder / REGISTER
    try:
        store = Store.open(path, key, partial(_back_up_older, folder, key, at))
    except (ReadOnlyError, CannotOpenError):
        return _open_to_read(path, key)
    sweep_left(folder)
    return store


def begin_opening(folder: Path) -> None:
    """Do what comes before a register is opened, whatever opens it. Raises a `UserError`."""
    refuse_unfit_place(folder)
    finish_restore(folder)


def remains_words(folder: Path) -> str:
    """Return what `folder` holds of a register that is gone, in a sentence; "" for nothing.

    A lone key file is nothing: a first start that was cut short leaves one.
    """
    try:
        backups = len(list_sets(folder / BACKUPS))
        has_files = has_log(folder / REGISTER) or bool(replaced_in(folder))
    except OSError:
        return ""
    if not (backups or has_files):
        return ""
    found = {0: "other files of it are", 1: "a backup of it is"}.get(
        backups, f"{backups} backups of it are"
    )
    return (
        f"Its file is gone, and {found} in its folder. Go back to a backup to have it again. If "
        "you start a new register instead, what is there is put aside and stays."
    )


def put_aside_remains(folder: Path) -> None:
    """Move what is left of a register that is gone into a folder of its own, which stays.

    Its log would be read as the new one's, and its backups thinned with the new one's. Raises a
    `UserError`.
    """
    found = [folder / name for name in (KEYS, *LOGS, BACKUPS)]
    with told(OSError):
        remains = [one for one in found if one.exists()]
        if not remains:
            return
        number = 1
        while (place := folder / f"put-aside-{number}").exists():
            number += 1
        make_folder(place)
        for one in remains:
            one.rename(place / one.name)


def _back_up_older(folder: Path, key: bytes, at: datetime, connection: Connection) -> str:
    from sgdesk.store.backups import keep_older  # noqa: PLC0415 - ciphers load slowly

    made = keep_older(connection, key, folder / KEYS, folder / BACKUPS, at)
    return f"Backup {made.number} in the folder {BACKUPS} holds it as it was, with its key file."


def _open_to_read(path: Path, key: bytes) -> Store:
    if not has_log(path):
        return Store.open_to_read(path, key)
    # Saves lie in the log that a reading program cannot fold into the file: to leave them out
    # would show an older state as if it were the present one.
    lock = RegisterLock(path, is_to_read=True)
    try:
        private = PrivateFolder()
        try:
            store = Store.open_to_read(_folded_copy(path, private.path, key), key)
        except BaseException:
            private.wipe()
            raise
    except BaseException:
        lock.release()
        raise

    def end() -> None:
        lock.release()
        private.wipe()

    store.after_close = end
    return store


def _folded_copy(path: Path, folder: Path, key: bytes) -> Path:
    """Copy register and log, encrypted as they are, and fold the copy's log into it."""
    copy = folder / path.name
    with told(OSError):
        check_file(path)
        copy_file(path, copy, never_stop)
        copy_file(log_of(path), log_of(copy), never_stop)
    connect(copy, key).close()
    return copy
