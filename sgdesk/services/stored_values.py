"""Entities by their tables, and values of the audit trail as the entities hold them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Date, Enum, String, Uuid

from sgdesk.store.base import Base, Record, Records, Texts, UtcMoment
from sgdesk.store.entities import (  # noqa: F401 - each makes its tables known to Base
    agencies,
    briefings,
    case_parts,
    cases,
    deadlines,
    documents,
    exports,
    learning,
    local_reviews,
    notifications,
    partnerships,
    publications,
    rapid_reviews,
    review_parts,
    timetables,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ENTITIES: dict[str, type[Any]] = {
    mapper.class_.__tablename__: mapper.class_
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Record)
}
"""By the name of the table."""

_READERS: tuple[tuple[type[Any], Callable[[Any, Any], Any]], ...] = (
    (Date, lambda _kind, told: date.fromisoformat(told)),
    (UtcMoment, lambda _kind, told: datetime.fromisoformat(told)),
    (Uuid, lambda _kind, told: UUID(told)),
    (Enum, lambda kind, told: kind.enum_class(told)),
)
"""Types of columns whose values JSON holds as text."""


def stored_value(column: Any, told: Any) -> Any:
    """Return a value of the audit trail as an entity holds it in `column`."""
    kind = column.type
    if isinstance(kind, Texts):
        return tuple(told or ())
    if isinstance(kind, Records):
        return tuple(kind.record(*parts) for parts in told or ())
    if told is None:
        return None
    read = next((read for one, read in _READERS if isinstance(kind, one)), None)
    return told if read is None else read(kind, told)


def column_of(entity: type[Record], name: str) -> Any:
    """Return the column of an entity's field."""
    return entity.__table__.columns[name]


def entity_from(entity: type[Record], row_id: str, told: Mapping[str, Any]) -> Record:
    """Return a new entity with what the audit trail told of a row that was erased.

    The trail leaves out blank texts, so a text that it does not tell is blank.
    """
    values = {
        name: stored_value(column_of(entity, name), value)
        for name, value in told.items()
        if name not in ("id", "revision", "deleted_at")
    }
    for column in entity.__table__.columns:
        if column.name not in values and not column.nullable and _is_text(column):
            values[column.name] = ""
    return entity(id=UUID(row_id), **values)


def _is_text(column: Any) -> bool:
    return isinstance(column.type, String) and not isinstance(column.type, Enum)
