"""The engine of the register, and the sessions it hands out."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import configure_mappers, sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2

from sgdesk.store.audit import (
    AuditedSession,
    Trail,
    refuse_settings,
    refuse_writes,
    take_writes,
    tell_unaudited,
)
from sgdesk.store.base import moment_text
from sgdesk.store.cipher import connect
from sgdesk.store.errors import ChangedMeanwhileError, told

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

_READS = "sgdesk_reads"


class Sessions:
    """Hands out short sessions on one register: to read, or to write in an actor's name."""

    def __init__(
        self,
        path: Path,
        key: bytes,
        chain_key: bytes,
        open_one: Callable[[Path, bytes], Any] = connect,
    ) -> None:
        self._chain_key = chain_key
        self._engine = create_engine(
            "sqlite+pysqlite://",
            module=dbapi2,
            creator=partial(open_one, path, key),
            poolclass=QueuePool,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)
        event.listen(self._engine, "before_cursor_execute", refuse_settings)
        event.listen(self._engine, "handle_error", tell_unaudited)
        reader = self._engine.execution_options(**{_READS: True})
        self._readers = sessionmaker(reader, class_=AuditedSession)
        self._writers = sessionmaker(self._engine, class_=AuditedSession, expire_on_commit=False)
        configure_mappers()

    @contextmanager
    def read(self) -> Generator[Session]:
        """Give a session on one unchanging view of the register; it refuses to write."""
        with _told_sessions(), self._readers() as session:
            yield session

    @contextmanager
    def write(self, actor: str, at: datetime) -> Generator[Session]:
        """Commit when the block ends; roll back when it raises."""
        trail = Trail(actor, moment_text(at), self._chain_key)
        with _told_sessions(), self._writers.begin() as session:
            session.info["trail"] = trail
            yield session

    def close(self) -> None:
        """Close every connection that is not in use."""
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_READS, False)
    # A write takes the lock at once: a reader that starts to write later could not wait for it.
    take_writes(connection)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
    refuse_writes(connection)


@contextmanager
def _told_sessions() -> Generator[None]:
    try:
        with told(DBAPIError):
            yield
    except StaleDataError as failure:
        raise ChangedMeanwhileError from failure
