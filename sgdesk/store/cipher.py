"""Encrypted connections to the register, each proved before it is used."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

from sqlcipher3 import dbapi2

from sgdesk.store.errors import (
    CannotOpenError,
    CutShortError,
    EmptyRegisterError,
    NotEncryptedError,
    RegisterMissingError,
    WrongKeyError,
    told,
)

if TYPE_CHECKING:
    from pathlib import Path

Connection: TypeAlias = dbapi2.Connection

KEY_BYTES = 32
APPLICATION_ID = 0x5347446B
"""Marks the file as a register: the letters SGDk."""

_PLAIN_HEADER = b"SQLite format 3\0"
_PAGE_BYTES = 4096
_NOT_A_DATABASE = 26
_BUSY_MS = 5000
_SETTINGS = {
    "foreign_keys": 1,
    "synchronous": 2,
    "busy_timeout": _BUSY_MS,
    "trusted_schema": 0,
    "recursive_triggers": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "cell_size_check": 1,
    "cache_size": -16384,
}
"""Full synchronous writes keep an acknowledged save through a power cut; recursive triggers
let the audit's triggers see REPLACE; temporary tables stay in memory; 16 MiB of cache hold
a register of 2,000 cases."""


def make_empty(path: Path) -> None:
    """Make an empty file, readable by its owner alone; `-wal` and `-shm` take over its mode.

    A file that an interrupted attempt left at `path` goes.
    """
    with told(OSError):
        path.unlink(missing_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def check_file(path: Path) -> None:
    """Raise what is wrong with the file before SQLite sees it.

    SQLite would make a missing file, take a short one for an empty database, and open one
    that is not encrypted. A file that ends between two pages, or of which other bytes are wrong,
    is not told from a whole one here. Call it before any connection of this process to the file
    is open: closing a file drops this process's locks on it.
    """
    try:
        with path.open("rb") as stream:
            header = stream.read(len(_PLAIN_HEADER))
            size = stream.seek(0, os.SEEK_END)
    except FileNotFoundError:
        raise RegisterMissingError from None
    except OSError as failure:
        raise CannotOpenError from failure
    if not size:
        raise EmptyRegisterError
    if header == _PLAIN_HEADER:
        raise NotEncryptedError
    if size < _PAGE_BYTES or (size % _PAGE_BYTES and not has_log(path)):
        raise CutShortError


def has_log(path: Path) -> bool:
    """Return whether saves lie beside the file that are not folded into it yet.

    After a crash while they were being folded in, the file may end within a page; the log holds
    that page whole.
    """
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def log_of(path: Path) -> Path:
    """Return where the log of the register at `path` lies, if there is one."""
    return path.with_name(f"{path.name}-wal")


def connect(path: Path, key: bytes, *, foreign_keys: bool = True) -> Connection:
    """Return a connection that has read the encrypted file and runs with every setting.

    Transactions are the caller's: it begins and commits each by statement. Raise
    WrongKeyError if the key does not open the file, or another StoreError.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    with told(dbapi2.Error):
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _unlock(connection, key)
            _apply(connection, _SETTINGS | {"foreign_keys": int(foreign_keys)})
        except BaseException:
            connection.close()
            raise
    return connection


def prove_writable(connection: Connection) -> None:
    """Raise ReadOnlyError, or what else bars it, unless the register can be written.

    SQLite opens a write-protected file without a word and refuses the first write. Nothing is
    written here.
    """
    with told(dbapi2.Error):
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(f"PRAGMA user_version = {version}")
        finally:
            connection.execute("ROLLBACK")


def connect_unchanging(path: Path, key: bytes) -> Connection:
    """Return a connection that reads a file which nobody writes, and makes none beside it.

    Raise WrongKeyError if the key does not open the file, or another StoreError.
    """
    with told(dbapi2.Error):
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _unlock(connection, key)
            for name in ("trusted_schema = 0", "temp_store = 2", "cell_size_check = 1"):
                connection.execute(f"PRAGMA {name}")
        except BaseException:
            connection.close()
            raise
    return connection


def _unlock(connection: Connection, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    try:
        # The key is tried at the first read of a page, not before.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as failure:
        if failure.sqlite_errorcode == _NOT_A_DATABASE:
            raise WrongKeyError from None
        raise
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise RuntimeError("this build of SQLite does not encrypt")


def _apply(connection: Connection, settings: dict[str, int]) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    held = {"journal_mode": mode}
    for name, value in settings.items():
        connection.execute(f"PRAGMA {name} = {value}")
        (held[name],) = connection.execute(f"PRAGMA {name}").fetchone()
    if held != {"journal_mode": "wal"} | settings:
        raise RuntimeError(f"SQLite did not take its settings: {held}")
