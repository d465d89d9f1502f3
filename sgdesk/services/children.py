"""Saving and removing the children of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.people import Age, ChildDraft, check_child
from sgdesk.errors import RejectedError
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.cases import CaseEntity, ChildEntity
from sgdesk.store.queries.find import get_live, list_parts

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register


def save_child(
    register: Register, case_id: UUID, child_id: UUID | None, draft: ChildDraft, *, today: date
) -> Changes:
    """Store a child, a new one if `child_id` is None.

    The first child of a case is first-listed; marking another takes the mark from it.
    """
    draft = cleaned(draft)
    if problems := check_child(draft, today=today):
        raise RejectedError(problems)
    with register.write() as session:
        get_live(session, CaseEntity, case_id)
        put_child(session, case_id, child_id, draft)
    return Changes(f"{draft.pseudonym} saved", frozenset({case_id}))


def put_child(session: Session, case_id: UUID, child_id: UUID | None, draft: ChildDraft) -> None:
    """Store a cleaned child within a session that the caller commits."""
    others = [row for row in list_parts(session, ChildEntity, case_id) if row.id != child_id]
    is_first = draft.is_first_listed or not any(row.is_first_listed for row in others)
    for other in others:
        if is_first and other.is_first_listed:
            other.is_first_listed = False
    held = get_live(session, ChildEntity, child_id) if child_id else None
    if held is None:
        position = max((row.position for row in others), default=-1) + 1
        held = ChildEntity(
            case_id=case_id, position=position, **values_of(draft, skip=("stated_age",))
        )
        session.add(held)
    else:
        fill(held, draft, skip=("stated_age",))
    held.is_first_listed = is_first
    held.stated_age_count = draft.stated_age.count if draft.stated_age else None
    held.stated_age_unit = draft.stated_age.unit if draft.stated_age else None


def remove_child(register: Register, case_id: UUID, child_id: UUID) -> Changes:
    """Take a child out of a case; the history keeps what was recorded."""
    with register.write() as session:
        held = get_live(session, ChildEntity, child_id)
        held.deleted_at = register.now()
        pseudonym = held.pseudonym
        others = [row for row in list_parts(session, ChildEntity, case_id) if row.id != child_id]
        if held.is_first_listed and others:
            others[0].is_first_listed = True
    return Changes(f"{pseudonym} removed", frozenset({case_id}))


def child_draft(entity: ChildEntity) -> ChildDraft:
    """Return what is recorded of a child."""
    count, unit = entity.stated_age_count, entity.stated_age_unit
    age = Age(count, unit) if count is not None and unit is not None else None
    return replace(draft_from(ChildDraft, entity, skip=("stated_age",)), stated_age=age)
