"""Rows that a case has any number of: read, saved and taken away, each kind in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sgdesk.errors import RejectedError
from sgdesk.records.entries import Entry
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.entry_kinds import ENTRY_KINDS
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.queries.find import get_live, list_parts

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.errors import Problem
    from sgdesk.records.entries import DraftT
    from sgdesk.services.register import Register

AnyT = TypeVar("AnyT")


def list_entries(
    register: Register, kind: type[DraftT], case_id: UUID
) -> tuple[Entry[DraftT], ...]:
    """Return the entries of `kind` that a case has, in the order in which they were added."""
    with register.store.read() as session:
        return read_entries(session, kind, case_id)


def read_entries(session: Session, kind: type[DraftT], case_id: UUID) -> tuple[Entry[DraftT], ...]:
    """Return what `list_entries` does, within a session that is open already."""
    held = list_parts(session, ENTRY_KINDS[kind].entity, case_id)
    return tuple(Entry(row.id, row.revision, draft_from(kind, row)) for row in held)


def save_entry(
    register: Register,
    case_id: UUID,
    entry: Entry[AnyT] | None,
    draft: AnyT,
    *,
    today: date,
) -> Changes:
    """Store `draft` in place of `entry`, or as a new entry if that is None.

    Raises `RejectedError` with every problem at once, and `UserError` if the entry was taken
    away or changed meanwhile; nothing is stored then.
    """
    kind = ENTRY_KINDS[type(draft)]
    draft = cleaned(draft)
    refuse(kind.check(draft, today=today))
    with register.write() as session:
        put_entry(session, case_id, entry, draft)
        refuse(kind.check_case(session, case_id))
    return Changes(f"{kind.noun} saved", frozenset({case_id}))


def put_entry(session: Session, case_id: UUID, entry: Entry[AnyT] | None, draft: AnyT) -> UUID:
    """Store a cleaned draft within a session that the caller commits; return the row's key."""
    entity = ENTRY_KINDS[type(draft)].entity
    get_live(session, CaseEntity, case_id)
    if entry is not None:
        held = get_live(session, entity, entry.entry_id, entry.revision)
        fill(held, draft)
    else:
        others = list_parts(session, entity, case_id)
        position = others[-1].position + 1 if others else 0
        held = entity(case_id=case_id, position=position, **values_of(draft))
        session.add(held)
    key: UUID = held.id
    return key


def remove_entry(register: Register, case_id: UUID, entry: Entry[AnyT]) -> Changes:
    """Take an entry out of a case; the history keeps what was recorded.

    Raises `RejectedError` if others hang on it; nothing is changed then.
    """
    kind = ENTRY_KINDS[type(entry.draft)]
    with register.write() as session:
        held = get_live(session, kind.entity, entry.entry_id, entry.revision)
        held.deleted_at = register.now()
        refuse(kind.check_case(session, case_id))
    return Changes(f"{kind.noun} removed", frozenset({case_id}))


def refuse(problems: list[Problem]) -> None:
    """Raise `RejectedError` with all `problems` if one of them is more than a warning."""
    if any(not problem.is_warning for problem in problems):
        raise RejectedError(problems)
