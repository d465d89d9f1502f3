"""The few ways in which a save finds the rows that it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from sgdesk.store.base import Record
from sgdesk.store.errors import ChangedMeanwhileError, NoSuchRecordError

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

RecordT = TypeVar("RecordT", bound=Record)


def get_live(
    session: Session, entity: type[RecordT], row_id: UUID, revision: int | None = None
) -> RecordT:
    """Return the row, or raise NoSuchRecordError if it was removed.

    With the `revision` that the officer saw, raise ChangedMeanwhileError if it has moved on.
    """
    found = session.get(entity, row_id)
    if found is None or found.deleted_at is not None:
        raise NoSuchRecordError
    if revision is not None and found.revision != revision:
        raise ChangedMeanwhileError
    return found


def find_part(session: Session, entity: type[RecordT], case_id: UUID) -> RecordT | None:
    """Return the one row of its kind that a case has, such as its notification, or None."""
    return session.scalars(_parts(entity, case_id)).one_or_none()


def list_parts(session: Session, entity: type[RecordT], case_id: UUID) -> list[RecordT]:
    """Return the rows of a case by their position, such as its children."""
    return list(session.scalars(_parts(entity, case_id).order_by(_columns(entity).position)))


def _parts(entity: type[RecordT], case_id: UUID) -> Any:
    columns = _columns(entity)
    return select(entity).where(columns.case_id == case_id, columns.deleted_at.is_(None))


def _columns(entity: type[Record]) -> Any:
    return entity.__table__.columns
