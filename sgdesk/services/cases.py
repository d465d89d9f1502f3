"""One case: reading it whole, and saving what identifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import select

from sgdesk.domain.cases import CaseDraft, check_case
from sgdesk.domain.dates import UncertainDate
from sgdesk.domain.references import financial_year, next_reference, reference_key
from sgdesk.errors import Problem, RejectedError
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.cases import CaseEntity, CaseReferenceEntity
from sgdesk.store.queries.find import get_live, list_parts

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register

_APART = ("incident", "further_references")
"""Fields of the draft that the entity keeps in another shape."""


def new_case_draft(register: Register, *, today: date) -> CaseDraft:
    """Return an empty draft with the next free reference of this financial year."""
    with register.store.read() as session:
        taken = _taken_keys(session, None)
    reference = next_reference(register.profile.prefix, financial_year(today), taken)
    return CaseDraft(reference=reference, owner=register.profile.officer)


def check_case_draft(
    register: Register, case_id: UUID | None, draft: CaseDraft, *, today: date
) -> list[Problem]:
    """Return every problem of `draft`, a reference that another case holds among them."""
    with register.store.read() as session:
        return check_case(cleaned(draft), taken_keys=_taken_keys(session, case_id), today=today)


def save_case(
    register: Register,
    case_id: UUID | None,
    draft: CaseDraft,
    *,
    today: date,
    revision: int | None = None,
) -> Changes:
    """Store a case, a new one if `case_id` is None.

    Raises `RejectedError` with every problem at once, or a `UserError` if the case was
    changed since `revision` was read; nothing is changed then.
    """
    draft = cleaned(draft)
    with register.write() as session:
        saved = put_case(session, case_id, draft, today=today, revision=revision)
    return Changes("Case saved", frozenset({saved}))


def put_case(
    session: Session,
    case_id: UUID | None,
    draft: CaseDraft,
    *,
    today: date,
    revision: int | None = None,
) -> UUID:
    """Store a cleaned case within a session that the caller commits; return its id."""
    problems = check_case(draft, taken_keys=_taken_keys(session, case_id), today=today)
    if problems:
        raise RejectedError(problems)
    apart: dict[str, Any] = {
        "reference_key": reference_key(draft.reference) or None,
        "incident_precision": draft.incident.precision,
        "incident_start_on": draft.incident.start,
        "incident_end_on": draft.incident.end,
    }
    if case_id is None:
        case_id = uuid4()
        session.add(CaseEntity(id=case_id, **apart, **values_of(draft, skip=_APART)))
    else:
        held = get_live(session, CaseEntity, case_id, revision)
        fill(held, draft, skip=_APART)
        for name, value in apart.items():
            setattr(held, name, value)
    _store_further_references(session, case_id, draft.further_references)
    return case_id


def _store_further_references(session: Session, case_id: UUID, references: tuple[str, ...]) -> None:
    held = {row.reference_key: row for row in list_parts(session, CaseReferenceEntity, case_id)}
    wanted = {reference_key(typed): typed for typed in references if reference_key(typed)}
    for key, row in held.items():
        if key not in wanted:
            session.delete(row)
    for position, (key, typed) in enumerate(wanted.items()):
        if key in held:
            held[key].reference = typed
        else:
            session.add(
                CaseReferenceEntity(
                    case_id=case_id, position=position, reference=typed, reference_key=key
                )
            )


def _taken_keys(session: Session, case_id: UUID | None) -> frozenset[str]:
    """Return the reference keys of all cases but `case_id`."""
    own = select(CaseEntity.reference_key).where(
        CaseEntity.deleted_at.is_(None), CaseEntity.reference_key.is_not(None)
    )
    further = select(CaseReferenceEntity.reference_key).where(
        CaseReferenceEntity.deleted_at.is_(None)
    )
    if case_id is not None:
        own = own.where(CaseEntity.id != case_id)
        further = further.where(CaseReferenceEntity.case_id != case_id)
    keys = [*session.scalars(own), *session.scalars(further)]
    return frozenset(key for key in keys if key)


def case_draft(session: Session, entity: CaseEntity) -> CaseDraft:
    """Return what is recorded of a case itself."""
    incident = UncertainDate(
        entity.incident_precision, entity.incident_start_on, entity.incident_end_on
    )
    further = tuple(row.reference for row in list_parts(session, CaseReferenceEntity, entity.id))
    values = values_of(draft_from(CaseDraft, entity, skip=_APART), skip=_APART)
    return CaseDraft(**values, incident=incident, further_references=further)
