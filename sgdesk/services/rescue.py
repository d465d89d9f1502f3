"""A register that does not open: its backups found, looked into, and gone back to."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from sgdesk.files import make_folder, write_atomically
from sgdesk.records.backups import BackupContent, BackupRow
from sgdesk.services.backup_differences import count_cases
from sgdesk.services.backups import row_of, set_of, sets_below
from sgdesk.services.opening import refuse_unfit_place
from sgdesk.services.register import Register, open_with_key
from sgdesk.store.backup_sets import BACKUPS, KEYS, REGISTER, is_as_told, list_sets
from sgdesk.store.backups import check_set, rows_of_set
from sgdesk.store.cipher import check_file, connect_unchanging
from sgdesk.store.errors import (
    MistypedRecoveryKeyError,
    StoreError,
    WrongPassphraseError,
    told,
    told_of_set,
)
from sgdesk.store.keys import holds_key, open_with_passphrase, open_with_recovery_key
from sgdesk.store.lock import RegisterLock
from sgdesk.store.restoring import stage_restore
from sgdesk.store.stopping import never_stop

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from sgdesk.store.backup_sets import BackupSet

_LAST = "SELECT max(at) FROM audit"


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A set that a passphrase or a recovery key has opened."""

    row: BackupRow
    content: BackupContent
    key: bytes = field(repr=False)


def find_backups(folder: Path, elsewhere: Path | None = None) -> list[BackupRow]:
    """Return the sets beside the register of `folder`, then those of `elsewhere`, if not cut short.

    Each place has its newest first. `elsewhere` is the second place, or any folder with sets.
    Raises a `UserError` where a folder cannot be read.
    """
    with told(OSError):
        rows = [row_of(one) for one in list_sets(folder / BACKUPS) if is_as_told(one)]
        if elsewhere is not None and elsewhere.is_dir():
            found = sets_below(elsewhere)
            rows += [row_of(one, is_second=True) for one in found if is_as_told(one)]
    return rows


def open_backup(folder: Path, row: BackupRow, typed: str) -> OpenedBackup:
    """Return what a set holds, opened by its passphrase or recovery key; nothing is changed.

    The passphrase of the register in `folder` does too, where its key file is there and opens
    the set. Raises a `UserError` that says why it does not open. Takes up to a second.
    """
    one = set_of(row)
    key = _key_of(one, folder / KEYS, typed)
    with told_of_set(), rows_of_set(one, key, never_stop) as rows:
        cases = count_cases(rows)
        ((last,),) = rows.all(_LAST)
    fits = _fits(folder / KEYS, key)
    content = BackupContent(
        made_at=one.manifest.made_at,
        cases=cases,
        entries=one.manifest.head.seq,
        last_at=datetime.fromisoformat(last) if last else None,
        mends_key=not fits and _opens(folder / REGISTER, key),
        keeps_passphrase=fits,
    )
    return OpenedBackup(row, content, key)


def go_back(
    folder: Path,
    opened: OpenedBackup,
    *,
    now: Callable[[], datetime],
    cache: Path | None = None,
) -> Register:
    """Put the set in the register's place and open it; what lies there now is kept beside it.

    The set is checked to its last byte before. Raises a `UserError`; the files are as they were
    then, or the exchange goes on at the next opening.
    """
    one = set_of(opened.row)
    with told_of_set():
        check_set(one, opened.key, never_stop)
    with _held(folder):
        stage_restore(one, folder, never_stop, with_keys=not opened.content.keeps_passphrase)
    return open_with_key(folder, opened.key, now=now, cache=cache)


def put_key_back(
    folder: Path,
    opened: OpenedBackup,
    *,
    now: Callable[[], datetime],
    cache: Path | None = None,
) -> Register:
    """Put the key file of a set beside the register, and open that; the register is not touched.

    A key file that lies there is kept under another name. Raises a `UserError`.
    """
    content = set_of(opened.row).keys.read_bytes()
    there = folder / KEYS
    with _held(folder), told(OSError):
        if there.exists():
            digest = hashlib.sha256(there.read_bytes()).hexdigest()[:6]
            there.replace(folder / f"put-aside-{digest}.keys")
        write_atomically(there, content)
    return open_with_key(folder, opened.key, now=now, cache=cache)


def _key_of(one: BackupSet, present: Path, typed: str) -> bytes:
    with told_of_set():
        try:
            return open_with_recovery_key(one.keys, typed)
        except MistypedRecoveryKeyError:
            pass  # a passphrase, then
        try:
            return open_with_passphrase(one.keys, typed)
        except WrongPassphraseError:
            if (key := _key_by_present(one, present, typed)) is not None:
                return key
            raise


def _key_by_present(one: BackupSet, present: Path, typed: str) -> bytes | None:
    """Return the key if the key file in force opens by `typed` and holds the key of the set."""
    try:
        key = open_with_passphrase(present, typed)
    except StoreError:
        return None
    return key if holds_key(one.keys, key) else None


def _fits(keys: Path, key: bytes) -> bool:
    try:
        return holds_key(keys, key)
    except StoreError:
        return False


def _opens(register: Path, key: bytes) -> bool:
    try:
        check_file(register)
        connect_unchanging(register, key).close()
    except StoreError:
        return False
    return True


@contextmanager
def _held(folder: Path) -> Generator[None]:
    """Keep other programs from the register in the block; the folder is made where it is gone.

    Raises a `UserError` where a register would come to harm.
    """
    refuse_unfit_place(folder)
    with told(OSError):
        make_folder(folder)
    lock = RegisterLock(folder / REGISTER)
    try:
        yield
    finally:
        lock.release()
