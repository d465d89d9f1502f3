"""Putting back an earlier value, or a record that was removed, with all checks of a save."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from sgdesk.errors import UserError
from sgdesk.services.attachments import list_attachments
from sgdesk.services.cases import case_draft, save_case
from sgdesk.services.change_words import Names
from sgdesk.services.drafts import draft_from
from sgdesk.services.entries import refuse
from sgdesk.services.history import RESTORABLE
from sgdesk.services.outcomes import Changes
from sgdesk.services.record_words import RECORD_WORDS
from sgdesk.services.saving_ways import KINDS_BY_TABLE, way_of
from sgdesk.services.stored_values import ENTITIES, column_of, stored_value
from sgdesk.store.entities.cases import CaseEntity
from sgdesk.store.queries.find import get_live, list_parts
from sgdesk.store.queries.trail import read_held, read_span

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register
    from sgdesk.store.queries.trail import TrailEntry

_NOT_THERE = "This change is not in the history, or cannot be put back from here."
_RECORD_GONE = "The record was removed. Bring it back first, then restore the value."
_TARGET_GONE = "What this points at was removed. Bring that back first."
_SAME = "This value holds already."
_HERE = "This is there already."
_TAKEN = "Another record has taken its place, so it cannot be brought back beside it."

_TOGETHER = (
    frozenset({"incident_precision", "incident_start_on", "incident_end_on"}),
    frozenset({"stated_age_count", "stated_age_unit"}),
)
"""Columns that are one field to the officer: one is never put back without the others."""


def restore_value(register: Register, seq: int, field: str, *, today: date) -> Changes:
    """Put back the value that a field had before entry `seq` of the audit trail.

    It is saved as the officer would save it: raises `RejectedError` with every problem that the
    record would have, and `UserError` if the record, or what the value points at, is gone.
    """
    entry, title = _told(register, seq)
    if entry.action != "changed" or field not in entry.changes:
        raise UserError(_NOT_THERE)
    words = RECORD_WORDS[entry.table].fields.get(field)
    if words is None or words.is_fixed:
        raise UserError(_NOT_THERE)
    wanted = _wanted(register, entry, field)
    with register.store.read() as session:
        held = _held(session, entry)
        if held is None or held.deleted_at is not None:
            raise UserError(_RECORD_GONE)
        if all(getattr(held, name) == value for name, value in wanted.items()):
            raise UserError(_SAME)
        session.expunge(held)
        for name, value in wanted.items():
            setattr(held, name, value)
        _refuse_gone_targets(session, held, wanted)
        draft_of, save = way_of(entry.table, field)
        draft = draft_of(session, held)
    done = save(register, held, draft, today)
    return replace(done, what=f"{title}: {words.title} restored")


def bring_back(register: Register, seq: int, *, today: date) -> Changes:
    """Bring back the record that entry `seq` of the audit trail removed, as it was then.

    Raises `RejectedError` with the problems that it would have now, and `UserError` if it is
    there, or if its case, or what it points at, is gone.
    """
    entry, title = _told(register, seq)
    if entry.action == "erased":
        done = _name_again(register, entry, today)
    elif entry.action == "removed":
        done = _revive(register, entry, today)
    else:
        raise UserError(_NOT_THERE)
    return replace(done, what=f"{title} brought back")


def _told(register: Register, seq: int) -> tuple[TrailEntry, str]:
    """Return an entry, and what its record is called."""
    with register.store.rows() as rows:
        entries = read_span(rows, seq, seq)
        if not entries or entries[0].table not in RESTORABLE:
            raise UserError(_NOT_THERE)
        entry = entries[0]
        held = {name: old for name, (old, _new) in entry.changes.items()}
        return entry, Names(rows).title(entry.table, entry.row_id, held)


def _wanted(register: Register, entry: TrailEntry, field: str) -> dict[str, Any]:
    """Return what to put back, by column."""
    entity = ENTITIES[entry.table]
    group = next((one for one in _TOGETHER if field in one), None)
    if group is None:
        told: Mapping[str, Any] = {field: entry.changes[field][0]}
    else:
        with register.store.rows() as rows:
            before = read_held(rows, entry)
        told = {name: before.get(name) for name in group}
    return {name: stored_value(column_of(entity, name), value) for name, value in told.items()}


def _held(session: Session, entry: TrailEntry) -> Any:
    return session.get(ENTITIES[entry.table], UUID(entry.row_id))


def _revive(register: Register, entry: TrailEntry, today: date) -> Changes:
    try:
        with register.write() as session:
            held = _held(session, entry)
            if held is None:
                raise UserError(_NOT_THERE)
            if held.deleted_at is None:
                raise UserError(_HERE)
            case_id: UUID = held.id if isinstance(held, CaseEntity) else held.case_id
            _refuse_gone_targets(session, held, {name: getattr(held, name) for name in _ids(held)})
            _make_room(session, register, held)
            held.deleted_at = None
            session.flush()
            if entry.table in KINDS_BY_TABLE:
                draft, kind = KINDS_BY_TABLE[entry.table]
                refuse(kind.check(draft_from(draft, held), today=today))
                refuse(kind.check_case(session, case_id))
    except IntegrityError as error:
        raise UserError(_TAKEN) from error
    return Changes("", frozenset({case_id}))


def _make_room(session: Session, register: Register, held: Any) -> None:
    """Mend what would not fit beside the records of today, or refuse it."""
    if held.__tablename__ == "child":
        others = list_parts(session, type(held), held.case_id)
        held.is_first_listed = not any(other.is_first_listed for other in others)
    elif held.__tablename__ == "attachment":
        same = {row.sha256 for row in list_attachments(register, held.case_id)}
        if held.sha256 in same:
            raise UserError("The same file is in the case already.")
    elif held.__tablename__ == "agency_request":
        twins = [
            other
            for other in list_parts(session, type(held), held.case_id)
            if (other.agency_id, other.purpose, other.round)
            == (held.agency_id, held.purpose, held.round)
        ]
        if twins:
            raise UserError(_TAKEN)


def _name_again(register: Register, entry: TrailEntry, today: date) -> Changes:
    """Give a case back a further reference that was taken off it."""
    if entry.case_id is None or "reference" not in entry.changes:
        raise UserError(_NOT_THERE)
    case_id, reference = UUID(entry.case_id), entry.changes["reference"][0]
    with register.store.read() as session:
        held = get_live(session, CaseEntity, case_id)
        draft = case_draft(session, held)
        revision = held.revision
    if reference in draft.further_references:
        raise UserError(_HERE)
    draft = replace(draft, further_references=(*draft.further_references, reference))
    return save_case(register, case_id, draft, today=today, revision=revision)


def _refuse_gone_targets(session: Session, held: Any, values: Mapping[str, Any]) -> None:
    """Refuse to point at a record that was removed."""
    for name, value in values.items():
        for key in column_of(type(held), name).foreign_keys:
            if value is None:
                continue
            target = session.get(ENTITIES[key.column.table.name], value)
            if target is None or target.deleted_at is not None:
                raise UserError(_TARGET_GONE)


def _ids(held: Any) -> list[str]:
    return [column.name for column in held.__table__.columns if column.foreign_keys]
