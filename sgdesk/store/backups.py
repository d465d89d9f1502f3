"""Making and checking backup sets; the register itself is read through SQLite alone."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sgdesk.store.audit_chain import read_head
from sgdesk.store.backup_sets import (
    KEYS,
    REGISTER,
    BackupSet,
    Manifest,
    copy_file,
    file_facts,
    is_as_told,
    list_sets,
    new_stage,
    publish,
    thin,
)
from sgdesk.store.checks import integrity_problems
from sgdesk.store.cipher import check_file, connect, connect_unchanging
from sgdesk.store.copies import copy_register
from sgdesk.store.engine import Rows
from sgdesk.store.errors import DamagedBackupError, DamagedKeyFileError, WrongKeyError, told
from sgdesk.store.keys import holds_key
from sgdesk.store.schema import needs_upgrade, version_of
from sgdesk.store.stopping import never_stop, stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import datetime
    from pathlib import Path

    from sgdesk.store.cipher import Connection
    from sgdesk.store.engine import Store

_one_at_a_time = threading.Lock()


def make_set(
    store: Store,
    keys: Path,
    folder: Path,
    at: datetime,
    stop: Callable[[], None],
    *,
    thins: bool = True,
) -> BackupSet:
    """Make the newest set of `folder` from an open register and its key file, and thin the others.

    `stop` is called often and may raise. Raises a `StoreError` or what `stop` raises; the sets
    that were there before are as they were then.
    """
    first = store.audit_head().seq
    connection = connect(store.path, store.key)
    try:
        made = _make(_Source(connection, store.key, keys), folder, at, stop, first)
    finally:
        connection.close()
    if thins:
        with _one_at_a_time, told(OSError):
            thin(folder)
    return made


def keep_older(
    connection: Connection, key: bytes, keys: Path, folder: Path, at: datetime
) -> BackupSet:
    """Return a set of the register as it is before steps run over it; make it where it is missing.

    `connection` is to that register, of whatever version, and `keys` its key file. Raises a
    `StoreError`; nothing was changed then.
    """
    source = _Source(connection, key, keys)
    newest = newest_set(folder)
    if newest is not None and _is_of(newest.manifest, source):
        with suppress(DamagedBackupError, WrongKeyError):
            check_set(newest, key, never_stop)
            return newest
    return _make(source, folder, at, never_stop)


def copy_set(one: BackupSet, folder: Path, stop: Callable[[], None]) -> BackupSet:
    """Put a copy of a set into another folder as its newest, read it back, and thin that folder.

    Raises `DamagedBackupError` if the set is not what its manifest says, a `StoreError`,
    `OSError`, or what `stop` raises; the sets of `folder` are as they were then.
    """
    with _one_at_a_time, told(OSError):
        stage = new_stage(folder)
        try:
            for name in (REGISTER, KEYS):
                copy_file(one.folder / name, stage / name, stop)
            _check_files(stage, one.manifest, stop)
            made = publish(stage, one.manifest)
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise
        thin(folder)
    return made


def newest_set(folder: Path) -> BackupSet | None:
    """Return the newest set in `folder` whose files have the sizes that they should have."""
    with told(OSError):
        return next((one for one in list_sets(folder) if is_as_told(one)), None)


def check_set(one: BackupSet, key: bytes, stop: Callable[[], None]) -> None:
    """Raise `DamagedBackupError` unless every byte, page and audit entry is as it was.

    Raises `WrongKeyError` if the set belongs to another key.
    """
    with told(OSError):
        _check_files(one.folder, one.manifest, stop)
    with open_set(one, key, stop) as connection:
        _check_content(connection, key, one.manifest)


@contextmanager
def open_set(one: BackupSet, key: bytes, stop: Callable[[], None]) -> Generator[Connection]:
    """Give a connection that only reads a set; nothing beside it is made or changed."""
    check_file(one.register)
    connection = connect_unchanging(one.register, key)
    try:
        with stoppable(connection, stop), told(dbapi2.Error):
            yield connection
    finally:
        connection.close()


@contextmanager
def rows_of_set(one: BackupSet, key: bytes, stop: Callable[[], None]) -> Generator[Rows]:
    """Give the quick way to read what is in a set."""
    with open_set(one, key, stop) as connection:
        yield Rows(connection)


@dataclass(frozen=True)
class _Source:
    """What a set is made of."""

    connection: Connection
    key: bytes = field(repr=False)
    keys: Path


def _make(
    source: _Source, folder: Path, at: datetime, stop: Callable[[], None], first: int = 0
) -> BackupSet:
    """Make the newest set of `folder`; its audit trail has `first` entries at the least."""
    with _one_at_a_time, told(OSError, dbapi2.Error):
        stage = new_stage(folder)
        try:
            return publish(stage, _fill(source, stage, at, stop, first))
        except BaseException:
            shutil.rmtree(stage, ignore_errors=True)
            raise


def _fill(
    source: _Source, stage: Path, at: datetime, stop: Callable[[], None], first: int
) -> Manifest:
    connection, key = source.connection, source.key
    version = version_of(connection)
    with stoppable(connection, stop):
        copy_register(connection, key, stage / REGISTER, stop)
    copy_file(source.keys, stage / KEYS, stop)
    if not holds_key(stage / KEYS, key):
        raise DamagedKeyFileError
    copy = connect_unchanging(stage / REGISTER, key)
    try:
        needs_upgrade(copy)
        head, is_same_version = read_head(copy), version_of(copy) == version
    finally:
        copy.close()
    if not is_same_version or head.seq < first:
        raise DamagedBackupError
    facts = (file_facts(stage / name, stop) for name in (REGISTER, KEYS))
    return Manifest(at, version, head, *facts)


def _is_of(manifest: Manifest, source: _Source) -> bool:
    """Return whether the set with that manifest holds what a new one of `source` would."""
    with told(OSError):
        keys = file_facts(source.keys, never_stop)
    there = version_of(source.connection), read_head(source.connection), keys
    return there == (manifest.version, manifest.head, manifest.keys)


def _check_content(connection: Connection, key: bytes, manifest: Manifest) -> None:
    is_as_told = (read_head(connection), version_of(connection)) == (
        manifest.head,
        manifest.version,
    )
    needs_upgrade(connection)
    if not is_as_told or integrity_problems(connection, key):
        raise DamagedBackupError


def _check_files(folder: Path, manifest: Manifest, stop: Callable[[], None]) -> None:
    pairs = ((REGISTER, manifest.register), (KEYS, manifest.keys))
    if not is_as_told(BackupSet(folder, 0, manifest)) or any(
        file_facts(folder / name, stop) != facts for name, facts in pairs
    ):
        raise DamagedBackupError
