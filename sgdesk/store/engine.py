"""The register, open: every read and every save goes through `Store`."""

from __future__ import annotations

import logging
import threading
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from sgdesk.store.audit_chain import AuditHead, chain_key, read_head
from sgdesk.store.checks import check_register, fold_log, integrity_problems
from sgdesk.store.cipher import (
    check_file,
    connect,
    connect_unchanging,
    has_log,
    log_of,
    prove_writable,
)
from sgdesk.store.copies import copy_register, make_register, run_steps
from sgdesk.store.errors import (
    OlderAndReadOnlyError,
    OpenToReadError,
    ReadOnlyError,
    RegisterExistsError,
    RegisterMovedError,
    StoreError,
    UpgradeFailedError,
    told,
)
from sgdesk.store.lock import RegisterLock
from sgdesk.store.schema import needs_upgrade, version_of
from sgdesk.store.stopping import stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from sgdesk.store.checks import Findings
    from sgdesk.store.cipher import Connection
    from sgdesk.store.sessions import Sessions

_log = logging.getLogger(__name__)


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

    def __init__(
        self,
        path: Path,
        key: bytes,
        lock: RegisterLock,
        open_one: Callable[[Path, bytes], Connection] = connect,
        refusal: StoreError | None = None,
    ) -> None:
        """Use `create`, `open` or `open_to_read`."""
        self.path = path
        self.refusal = refusal
        """Why nothing can be saved in it; None where it can."""
        self.after_close: Callable[[], None] | None = None
        """Called once, when the register has been let go."""
        self._key = key
        self._lock = lock
        self._open_one = open_one
        self._place = _place_on_disk(path)
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
    def open(
        cls,
        path: Path,
        key: bytes,
        before_steps: Callable[[Connection], str] | None = None,
    ) -> Store:
        """Open a register, bringing an older one up to date.

        `before_steps` is given a connection to an older one, backs it up, and returns a sentence
        that says where; without it, a checked copy is kept beside the register. Raise a
        StoreError, leaving the file as it is, if it is open elsewhere, cannot be written, is
        newer, or is not a register that `key` opens.
        """
        with _held(path) as lock:
            check_file(path)
            _bring_up_to_date(path, key, before_steps or partial(_keep_copy, path, key))
        return cls(path, key, lock)

    @classmethod
    def open_to_read(cls, path: Path, key: bytes) -> Store:
        """Open a register that cannot be written; nothing is made or changed in its folder.

        Raise a StoreError if it is open elsewhere, of another version, or has saves beside it
        that only a program that may write could fold into it.
        """
        with _held(path, is_to_read=True) as lock:
            check_file(path)
            if has_log(path):
                raise ReadOnlyError
            connection = connect_unchanging(path, key)
            try:
                if needs_upgrade(connection):
                    raise OlderAndReadOnlyError
            finally:
                connection.close()
        return cls(path, key, lock, connect_unchanging, OpenToReadError())

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

    @contextmanager
    def write(self, actor: str, at: datetime) -> Generator[Session]:
        """Give a session whose changes are saved, and audited, when the block ends.

        Nothing is saved when the block raises. `at` needs its time zone. Raise `refusal` if
        there is one, and RegisterMovedError if the files are no longer in their place.
        """
        if self.refusal is not None:
            raise self.refusal
        with self._opened_sessions().write(actor, at) as session:
            yield session
            session.flush()
            if session.info.get("told"):
                self._prove_in_place()

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

    def check(self, tell: Callable[[int, int], None], stop: Callable[[], None]) -> Findings:
        """Return what `check_register` finds. `stop` is called often and may raise, as `tell`."""
        with self._connection() as connection, stoppable(connection, stop):
            return check_register(connection, self._key, tell)

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
        ending, self.after_close = self.after_close, None
        if ending is not None:
            ending()

    def _prove_in_place(self) -> None:
        """Raise RegisterMovedError if a save would go into files that nobody finds again.

        An open file that is removed takes writes as before, until it is closed.
        """
        try:
            is_in_place = _place_on_disk(self.path) == self._place and log_of(self.path).exists()
        except OSError:
            is_in_place = False
        if not is_in_place:
            raise RegisterMovedError

    def _opened_sessions(self) -> Sessions:
        from sgdesk.store.sessions import Sessions  # noqa: PLC0415 - SQLAlchemy comes with it

        with self._one_at_a_time:
            if self._sessions is None:
                self._sessions = Sessions(
                    self.path, self._key, chain_key(self._key), self._open_one
                )
            return self._sessions

    @contextmanager
    def _connection(self) -> Generator[Connection]:
        try:
            connection = self._idle.pop()
        except IndexError:
            connection = self._open_one(self.path, self._key)
        try:
            with told(dbapi2.Error):
                yield connection
        finally:
            self._idle.append(connection)


def _place_on_disk(path: Path) -> tuple[int, int]:
    """Return what tells a file from another of the same name. Raises `OSError`."""
    found = path.stat()
    return found.st_dev, found.st_ino


@contextmanager
def _held(path: Path, *, is_to_read: bool = False) -> Generator[RegisterLock]:
    """Hold the register through the block, and beyond it unless the block raises."""
    lock = RegisterLock(path, is_to_read=is_to_read)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def _bring_up_to_date(path: Path, key: bytes, before_steps: Callable[[Connection], str]) -> None:
    connection = connect(path, key)
    try:
        is_older = needs_upgrade(connection)
        prove_writable(connection)
        kept = before_steps(connection) if is_older else ""
    finally:
        connection.close()
    if not is_older:
        return
    try:
        run_steps(path, key)
    except Exception as failure:
        _log.error("the register could not be upgraded", exc_info=failure)
        reason = f"{failure} " if isinstance(failure, StoreError) else ""
        raise UpgradeFailedError(f"{reason}{UpgradeFailedError.sentence} {kept}") from failure


def _keep_copy(path: Path, key: bytes, connection: Connection) -> str:
    kept = f"{path.stem}-version-{version_of(connection)}{path.suffix}"
    copy_register(connection, key, path.with_name(kept))
    return f"A copy of it as it was is in {kept}."
