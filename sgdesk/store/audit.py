"""Who changed what: a session that writes no row without an audit row beside it."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, is_dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstanceState, Session

from sgdesk.store.audit_chain import LAST_ROW, SEALED_COLUMNS, START, seal
from sgdesk.store.base import Record
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.errors import UnauditedWriteError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.engine import ExceptionContext

_FLUSHING = "sgdesk_flushing"
_READ_ONLY = 8
"""SQLite's result code for a write that `query_only` refuses."""
_SETTING = re.compile(
    r"(?:\s|;|--[^\n]*(?:\n|$)|/\*.*?\*/)*(?:pragma|attach|detach)\b", re.IGNORECASE | re.DOTALL
)
_TAKES_WRITES = re.compile(r"\s*(?:begin|commit)\b", re.IGNORECASE)
_APPEND = (
    f"INSERT INTO audit ({', '.join(SEALED_COLUMNS)}, digest) "  # noqa: S608 - constants
    f"VALUES ({', '.join('?' * (len(SEALED_COLUMNS) + 1))})"
)
_NOT_TOLD = frozenset({"id", "revision"})
_NOTHING = (None, "", ())


class AuditAction(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    """A tombstone was set; the row is still there."""
    RESTORED = "restored"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Trail:
    """Who writes in a session, and when; `key` seals the audit rows."""

    actor: str
    at: str
    key: bytes = field(repr=False)


class _Entry(NamedTuple):
    action: AuditAction
    table_name: str
    row_id: str
    case_id: str | None
    changes: str


class AuditedSession(Session):
    """Writes only what it flushes from entities, and an audit row for each of them.

    Without a `Trail` in `info["trail"]` it refuses to write. `info["told"]` are the numbers of the
    audit rows that it has written. Outside of a flush SQLite itself refuses every write.
    """

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        if objects is not None:
            raise UnauditedWriteError("all changes are flushed together, as they are audited")
        if not (self.new or self.dirty or self.deleted):
            return
        trail = self.info.get("trail")
        if trail is None:
            raise UnauditedWriteError("this session only reads")
        with self.no_autoflush:
            entries = list(self._entries())
        connection = self.connection()
        with _flushing(connection):
            super().flush()
            self.info.setdefault("told", []).extend(_append(connection, trail, entries))

    def _entries(self) -> Iterator[_Entry]:
        for record, state in sorted(_records(self.new), key=lambda one: one[1].insert_order or 0):
            new = {key: getattr(record, key) for key in _fields(state)}
            yield _entry(record, AuditAction.ADDED, _differences({}, new))
        for record, state in _records(self.dirty):
            old = self._stored(record)
            if changes := _differences(old, {**old, **state.dict}):
                yield _entry(record, _action(changes), changes)
        for record, _state in _records(self.deleted):
            changes = _differences(self._stored(record), {})
            yield _entry(record, AuditAction.ERASED, changes)

    def _stored(self, record: Record) -> Mapping[str, Any]:
        """Return the row as the register has it; empty if it is gone, which flush will tell."""
        table = record.__table__
        found = self.connection().execute(select(table).where(table.c.id == record.id))
        return dict(found.mappings().one_or_none() or {})


def refuse_writes(connection: Connection) -> None:
    """Have SQLite refuse every write from here on, whatever its form, but for those of a flush.

    A pattern would have to know all the ways of SQL to write, and comments before them. COMMIT
    goes through.
    """
    _set_query_only(connection, is_on=True)


def take_writes(connection: Connection) -> None:
    """Have SQLite take writes again, as BEGIN IMMEDIATE needs."""
    _set_query_only(connection, is_on=False)


def refuse_settings(_connection: object, _cursor: object, statement: str, *_: object) -> None:
    """Raise UnauditedWriteError for what could lift the refusal; called before each statement."""
    if _SETTING.match(statement):
        raise UnauditedWriteError("settings of the register's connections are the store's")


def tell_unaudited(context: ExceptionContext) -> None:
    """Raise UnauditedWriteError where SQLite refused a write that no flush makes."""
    connection, statement = context.connection, context.statement or ""
    if (
        getattr(context.original_exception, "sqlite_errorcode", 0) == _READ_ONLY
        and connection is not None
        and _FLUSHING not in connection.info
        and not _TAKES_WRITES.match(statement)
    ):
        raise UnauditedWriteError("write by changing entities, so that the audit sees it")


@contextmanager
def _flushing(connection: Connection) -> Generator[None]:
    connection.info[_FLUSHING] = True
    take_writes(connection)
    try:
        yield
    finally:
        refuse_writes(connection)
        del connection.info[_FLUSHING]


def _set_query_only(connection: Connection, *, is_on: bool) -> None:
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA query_only = {int(is_on)}")


def _append(connection: Connection, trail: Trail, entries: Sequence[_Entry]) -> list[int]:
    """Write a row for each entry and return their numbers."""
    last, previous = connection.exec_driver_sql(LAST_ROW).one_or_none() or (0, START)
    rows: list[tuple[object, ...]] = []
    for seq, entry in enumerate(entries, start=last + 1):
        sealed = (seq, trail.at, trail.actor, *entry, previous)
        previous = seal(trail.key, sealed)
        rows.append((*sealed, previous))
    if rows:
        connection.exec_driver_sql(_APPEND, rows)
    return list(range(last + 1, last + 1 + len(rows)))


def _records(entities: Iterable[object]) -> Iterator[tuple[Record, InstanceState[Record]]]:
    for entity in entities:
        if not isinstance(entity, Record):
            raise UnauditedWriteError("the audit trail is written by the store alone")
        yield entity, inspect(entity, raiseerr=True)


def _fields(state: InstanceState[Record]) -> list[str]:
    return [column.key for column in state.mapper.column_attrs]


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return field to [old, new] where they differ and one of them says something."""
    return {
        key: [old.get(key), new.get(key)]
        for key in old or new
        if key not in _NOT_TOLD
        and old.get(key) != new.get(key)
        and not (old.get(key) in _NOTHING and new.get(key) in _NOTHING)
    }


def _action(changes: Mapping[str, Any]) -> AuditAction:
    if "deleted_at" not in changes:
        return AuditAction.CHANGED
    return AuditAction.RESTORED if changes["deleted_at"][1] is None else AuditAction.REMOVED


def _entry(record: Record, action: AuditAction, changes: Mapping[str, Any]) -> _Entry:
    case_id = record.id if isinstance(record, CaseEntity) else getattr(record, "case_id", None)
    return _Entry(
        action,
        record.__tablename__,
        record.id.hex,
        None if case_id is None else case_id.hex,
        json.dumps(changes, default=_plain, ensure_ascii=False, sort_keys=True),
    )


def _plain(value: object) -> object:
    """Return what JSON can hold of a field's value; a picture is told by its hash."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, bytes):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    if is_dataclass(value) and not isinstance(value, type):
        return astuple(value)
    raise TypeError(f"the audit cannot tell a {type(value).__name__}")
