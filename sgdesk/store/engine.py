"""The register, open: every read and every save goes through `Store`."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from sgdesk.store.audit_chain import AuditHead, chain_key, read_head
from sgdesk.store.checks import fold_log, integrity_problems
from sgdesk.store.cipher import check_file, connect
from sgdesk.store.copies import copy_register, make_register, run_steps
from sgdesk.store.errors import RegisterExistsError, told
from sgdesk.store.lock import RegisterLock
from sgdesk.store.schema import needs_upgrade, version_of

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sgdesk.store.cipher import Connection
    from sgdesk.store.sessions import Sessions


class Rows:
    """One unchanging view of the register, to read lists from."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return every row that `sql`, a SELECT, finds."""
        found: list[tuple[Any, ...]] = self._connection.execute(sql, parameters).fetchall()
        return found


def rows_of(session: Session) -> Rows:
    """Return the quick way to read what `session` has flushed and not yet committed."""
    connection: Any = session.connection().connection.driver_connection
    return Rows(connection)


class Store:
    """An open register. It is this program's alone until `close`.

    `rows` is the quick way to read and does without SQLAlchemy, whose import takes longer
    than a first window. `read` and `write` hand out sessions, one for each gesture.
    """

    def __init__(self, path: Path, key: bytes, lock: RegisterLock) -> None:
        """Use `create` or `open`."""
        self.path = path
        self._key = key
        self._lock = lock
        self._idle: list[Connection] = []
        self._sessions: Sessions | None = None
        self._one_at_a_time = threading.Lock()

    @classmethod
    def create(cls, path: Path, key: bytes) -> Store:
        """Make an empty register and open it.

        Raise RegisterExistsError, leaving it alone, if there is one.
        """
        with _held(path) as lock:
            if path.exists():
                raise RegisterExistsError
            make_register(path, key)
        return cls(path, key, lock)

    @classmethod
    def open(cls, path: Path, key: bytes) -> Store:
        """Open a register, bringing an older one up to date.

        A checked copy of an older one is kept beside it. Raise a StoreError, leaving the file
        as it is, if it is open elsewhere, newer, or not a register that `key` opens.
        """
        with _held(path) as lock:
            check_file(path)
            _bring_up_to_date(path, key)
        return cls(path, key, lock)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def rows(self) -> Generator[Rows]:
        """Give the quick way to read, on one unchanging view of the register."""
        with self._connection() as connection:
            connection.execute("PRAGMA query_only = 1")
            connection.execute("BEGIN")
            try:
                yield Rows(connection)
            finally:
                connection.rollback()
                connection.execute("PRAGMA query_only = 0")

    def read(self) -> AbstractContextManager[Session]:
        """Give a session on one unchanging view of the register; it refuses to write."""
        return self._opened_sessions().read()

    def write(self, actor: str, at: datetime) -> AbstractContextManager[Session]:
        """Give a session whose changes are saved, and audited, when the block ends.

        Nothing is saved when the block raises. `at` needs its time zone.
        """
        return self._opened_sessions().write(actor, at)

    def warm_up(self) -> None:
        """Get ready to hand out sessions; for a thread, once the first window is up."""
        self._opened_sessions()

    def audit_head(self) -> AuditHead:
        """Return the end of the audit trail as it stands."""
        with self._connection() as connection:
            return read_head(connection)

    @property
    def key(self) -> bytes:
        """The register's key, for its backups; it goes no further than the services."""
        return self._key

    def integrity_problems(self) -> list[str]:
        """Return a sentence for each kind of damage found, none if the register is sound."""
        with self._connection() as connection:
            return integrity_problems(connection, self._key)

    def close(self) -> None:
        """Fold the log into the file and let the register go; harmless when called again."""
        if self._sessions is not None:
            self._sessions.close()
        while self._idle:
            connection = self._idle.pop()
            if not self._idle:
                # What cannot be folded now stays in the log, saved all the same.
                with suppress(dbapi2.Error):
                    fold_log(connection)
            connection.close()
        self._lock.release()

    def _opened_sessions(self) -> Sessions:
        from sgdesk.store.sessions import Sessions  # noqa: PLC0415 - SQLAlchemy comes with it

        with self._one_at_a_time:
            if self._sessions is None:
                self._sessions = Sessions(self.path, self._key, chain_key(self._key))
            return self._sessions

    @contextmanager
    def _connection(self) -> Generator[Connection]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = connect(self.path, self._key)
        try:
            with told(dbapi2.Error):
                yield connection
        finally:
            self._idle.append(connection)


@contextmanager
def _held(path: Path) -> Generator[RegisterLock]:
    """Hold the register through the block, and beyond it unless the block raises."""
    lock = RegisterLock(path)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _bring_up_to_date(path: Path, key: bytes) -> None:
    connection = connect(path, key)
    try:
        if not needs_upgrade(connection):
            return
        kept = f"{path.stem}-version-{version_of(connection)}{path.suffix}"
        copy_register(connection, key, path.with_name(kept))
    finally:
        connection.close()
    run_steps(path, key)
