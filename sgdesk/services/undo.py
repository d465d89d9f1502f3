"""Taking back the last save since the register was opened, whole, and doing it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sgdesk.errors import UserError
from sgdesk.services.change_words import Names
from sgdesk.services.outcomes import Changes
from sgdesk.services.record_words import CONSEQUENCES, LINKS
from sgdesk.store.queries.trail import read_span

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register
    from sgdesk.store.queries.trail import TrailEntry

_NOT_UNDONE = frozenset(
    {
        "partnership",
        "calendar_change",
        "timetable",
        "milestone",
        "announced_year",
        "export",
        "export_case",
    }
)
"""Tables whose saves are not taken back: every date was computed anew since, or a document left."""
_MOST = 400
"""More rows of one save, such as of a long import, are not taken back by a key."""
_VERBS = {"added": "added", "removed": "removed", "restored": "brought back", "changed": "saved"}
"""By the weight that an entry has in naming its save."""
_CHANGED_SINCE = (
    "This cannot be taken back any more: something else was saved since. The history of the case "
    "can restore single values."
)


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """The save that can be taken back."""

    what: str
    """In words, such as "Child A saved"."""
    at: datetime
    """When it was saved, UTC."""
    first: int
    last: int
    """The audit entries that it wrote."""
    is_redo: bool = False
    """Whether that save took another back, so that taking it back does the other one again."""

    @property
    def words(self) -> str:
        """Return what a menu says, such as "Undo: Child A saved"."""
        return f"{'Redo' if self.is_redo else 'Undo'}: {self.what}"


def last_change(register: Register) -> UndoOffer | None:
    """Return the last save since the register was opened, or None if it is not taken back.

    Only saves of this opening count: what another officer saved before is history.
    """
    written = register.written
    if written is None or written.last - written.first >= _MOST:
        return None
    with register.store.rows() as rows:
        entries = read_span(rows, written.first, written.last)
        if any(entry.table in _NOT_UNDONE for entry in entries):
            return None
        what = written.what or _what(entries, Names(rows))
    return UndoOffer(what, entries[0].at, written.first, written.last, is_redo=written.is_undo)


def undo(register: Register, offer: UndoOffer) -> Changes:
    """Take a save back: every row is as it was before it, and the trail tells of it.

    Rows that were added are removed. Undoing what was undone does it again. Raises `UserError`
    if anything was saved since; nothing is changed then.
    """
    written = register.written
    if written is None or (written.first, written.last) != (offer.first, offer.last):
        raise UserError(_CHANGED_SINCE)
    with register.store.rows() as rows:
        entries = read_span(rows, offer.first, offer.last)
    with register.write() as session:
        for entry in reversed(entries):
            _take_back(session, entry, register.now())
            session.flush()  # a row goes before another takes its place
    done = register.written or written  # taking back writes as well
    register.written = done._replace(what=offer.what, is_undo=not offer.is_redo)
    verb = "Redone" if offer.is_redo else "Undone"
    case_ids = {entry.case_id for entry in entries}
    of_cases = frozenset(UUID(one) for one in case_ids if one is not None)
    return Changes(f"{verb}: {offer.what}", frozenset() if None in case_ids else of_cases)


def _take_back(session: Session, entry: TrailEntry, now: datetime) -> None:
    from sgdesk.services.stored_values import (  # noqa: PLC0415 - loads the mapper
        ENTITIES,
        column_of,
        entity_from,
        stored_value,
    )

    entity = ENTITIES[entry.table]
    if entry.action == "erased":
        told = {name: old for name, (old, _new) in entry.changes.items()}
        session.add(entity_from(entity, entry.row_id, told))
        return
    held = session.get(entity, UUID(entry.row_id))
    if held is None:
        raise UserError(_CHANGED_SINCE)
    if entry.action == "added":
        held.deleted_at = now
        return
    for name, (old, new) in entry.changes.items():
        column = column_of(entity, name)
        if getattr(held, name) != stored_value(column, new):
            raise UserError(_CHANGED_SINCE)
        setattr(held, name, stored_value(column, old))


def _what(entries: Sequence[TrailEntry], names: Names) -> str:
    """Name a save by the record that it is about: one that came or went, else the most changed."""
    beside = LINKS | CONSEQUENCES
    told = [entry for entry in entries if entry.table not in beside] or entries
    weights = {verb: weight for weight, verb in enumerate(reversed(_VERBS))}
    main = max(told, key=lambda one: (weights.get(one.action, -1), len(one.changes), -one.seq))
    held = {name: old if new is None else new for name, (old, new) in main.changes.items()}
    verb = _VERBS.get(main.action, "removed")
    return f"{names.title(main.table, main.row_id, held)} {verb}"
