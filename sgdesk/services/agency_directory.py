"""The directory of agencies: their contacts, and what they were called before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from sgdesk.domain.agency_names import check_agency_contact, check_former_name, name_on
from sgdesk.domain.partnerships import (
    AgencyContactDraft,
    AgencyDraft,
    FormerNameDraft,
    check_agency,
)
from sgdesk.errors import Problem, UserError
from sgdesk.records.entries import Entry
from sgdesk.records.settings import AgencyRow
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.entries import refuse
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.agencies import AgencyContactEntity, FormerNameEntity
from sgdesk.store.entities.partnerships import AgencyEntity
from sgdesk.store.queries.find import get_live

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register

DraftT = TypeVar("DraftT")

_ENTITIES: dict[type[Any], type[Any]] = {
    AgencyContactDraft: AgencyContactEntity,
    FormerNameDraft: FormerNameEntity,
}


def read_directory(session: Session) -> dict[UUID, AgencyRow]:
    """Return every agency with its contacts and former names by its key, in order of name."""
    contacts = _by_agency(session, AgencyContactEntity, AgencyContactDraft)
    names = _by_agency(session, FormerNameEntity, FormerNameDraft)
    live = select(AgencyEntity).where(AgencyEntity.deleted_at.is_(None))
    return {
        row.id: AgencyRow(
            row.id,
            draft_from(AgencyDraft, row),
            contacts.get(row.id, ()),
            names.get(row.id, ()),
        )
        for row in session.scalars(live.order_by(AgencyEntity.name_key))
    }


def get_agency(register: Register, agency_id: UUID) -> AgencyRow:
    """Return one agency of the directory. Raises `UserError` if it is not there."""
    with register.store.read() as session:
        found = read_directory(session).get(agency_id)
    if found is None:
        raise UserError("This agency is no longer in the directory.")
    return found


def name_then(row: AgencyRow, day: date | None) -> str:
    """Return what an agency was called on `day`; its name of today without a day."""
    return name_on(row.draft.name, (one.draft for one in row.former_names), day)


def check_contact(draft: AgencyContactDraft, *, today: date) -> list[Problem]:
    """Return every problem of a contact at once."""
    return check_agency_contact(cleaned(draft), today=today)


def save_contact(
    register: Register,
    agency_id: UUID,
    entry: Entry[AgencyContactDraft] | None,
    draft: AgencyContactDraft,
    *,
    today: date,
) -> Changes:
    """Store a further contact of an agency, a new one if `entry` is None.

    Contacts are never removed: they have left. Raises `RejectedError` with every problem.
    """
    draft = cleaned(draft)
    refuse(check_agency_contact(draft, today=today))
    with register.write() as session:
        put_agency_part(session, agency_id, draft, entry)
    return Changes("Contact saved")


def check_earlier_name(
    register: Register,
    agency_id: UUID,
    entry: Entry[FormerNameDraft] | None,
    draft: FormerNameDraft,
    *,
    today: date,
) -> list[Problem]:
    """Return every problem of a former name at once, those with other names included."""
    row = get_agency(register, agency_id)
    own = entry.entry_id if entry is not None else None
    others = [one.draft for one in row.former_names if one.entry_id != own]
    return check_former_name(cleaned(draft), name=row.draft.name, others=others, today=today)


def save_earlier_name(
    register: Register,
    agency_id: UUID,
    entry: Entry[FormerNameDraft] | None,
    draft: FormerNameDraft,
    *,
    today: date,
) -> Changes:
    """Store what an agency was called before, a new name if `entry` is None. As above."""
    draft = cleaned(draft)
    refuse(check_earlier_name(register, agency_id, entry, draft, today=today))
    with register.write() as session:
        put_agency_part(session, agency_id, draft, entry)
    return Changes("Former name saved")


def rename_agency(
    register: Register, agency_id: UUID, draft: AgencyDraft, until_on: date | None, *, today: date
) -> Changes:
    """Store an agency under its new name, and the name until now with its last day.

    Old requests go on showing that name. Raises `RejectedError` with every problem at once.
    """
    draft = cleaned(draft)
    with register.write() as session:
        directory = read_directory(session)
        row = directory[agency_id]
        taken = frozenset(
            one.draft.name.casefold() for key, one in directory.items() if key != agency_id
        )
        former = FormerNameDraft(row.draft.name, until_on)
        others = [one.draft for one in row.former_names]
        refuse(
            [
                *check_agency(draft, taken_names=taken),
                *check_former_name(former, name=draft.name, others=others, today=today),
            ]
        )
        held = get_live(session, AgencyEntity, agency_id)
        fill(held, draft)
        held.name_key = draft.name.casefold()
        put_agency_part(session, agency_id, former)
    return Changes(f"Agency saved: {draft.name}, until now {former.name}")


def put_agency_part(
    session: Session,
    agency_id: UUID,
    draft: AgencyContactDraft | FormerNameDraft,
    entry: Entry[Any] | None = None,
) -> None:
    """Store a cleaned contact or former name within a session that the caller commits."""
    entity = _ENTITIES[type(draft)]
    if entry is not None:
        fill(get_live(session, entity, entry.entry_id, entry.revision), draft)
        return
    get_live(session, AgencyEntity, agency_id)
    positions = session.scalars(select(entity.position).where(entity.agency_id == agency_id))
    position = 1 + max(positions, default=-1)
    session.add(entity(agency_id=agency_id, position=position, **values_of(draft)))


def _by_agency(
    session: Session, entity: type[Any], kind: type[DraftT]
) -> dict[UUID, tuple[Entry[DraftT], ...]]:
    found: dict[UUID, tuple[Entry[DraftT], ...]] = {}
    live = select(entity).where(entity.deleted_at.is_(None)).order_by(entity.position)
    for row in session.scalars(live):
        entry = Entry(row.id, row.revision, draft_from(kind, row))
        found[row.agency_id] = (*found.get(row.agency_id, ()), entry)
    return found
