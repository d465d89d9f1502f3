"""Families to be left alone, and families that do not know the date of publication yet."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sgdesk.domain.family import TOLD_OF_DATE

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows

_NO_CONTACT = (
    "SELECT f.case_id, f.relationship, f.no_contact_from_on, f.no_contact_until_on, "
    "f.no_contact_reason FROM family_member AS f "
    "JOIN case_file AS c ON c.id = f.case_id AND c.deleted_at IS NULL "
    "WHERE f.deleted_at IS NULL "
    "AND (f.no_contact_from_on IS NOT NULL OR f.no_contact_until_on IS NOT NULL) "
    "AND (f.no_contact_from_on IS NULL OR f.no_contact_from_on <= ?) "
    "AND (f.no_contact_until_on IS NULL OR f.no_contact_until_on >= ?)"
)
_UNTOLD = (
    "SELECT p.case_id, p.gates FROM publication AS p "
    "WHERE p.deleted_at IS NULL AND p.planned_on IS NOT NULL AND p.published_on IS NULL "
    "AND p.not_published <> 'yes' AND NOT EXISTS ("
    "SELECT 1 FROM family_contact AS f WHERE f.case_id = p.case_id AND f.deleted_at IS NULL "
    "AND f.contacted_on IS NOT NULL AND lower(f.kind) = ?)"
)
_GATE = "family_told"
_SETTLED = frozenset({"yes", "not_applicable"})


class NoContactRow(NamedTuple):
    """A member of a family with days of no contact; the name is not read."""

    case_id: UUID
    relationship: str
    no_contact_from_on: date | None
    no_contact_until_on: date | None
    reason: str


def read_no_contacts(
    rows: Rows, first: date, last: date, case_id: UUID | None = None
) -> list[NoContactRow]:
    """Return whom nobody contacts on any day from `first` to `last`; of one case, or of all."""
    values = [last.isoformat(), first.isoformat()]
    sql = f"{_NO_CONTACT} ORDER BY f.case_id, f.position"
    if case_id is not None:
        values.append(case_id.hex)
        sql = f"{_NO_CONTACT} AND f.case_id = ? ORDER BY f.position"
    return [
        NoContactRow(UUID(case), relationship, _day(since), _day(until), reason)
        for case, relationship, since, until, reason in rows.all(sql, values)
    ]


def read_untold_cases(rows: Rows, case_id: UUID | None = None) -> set[UUID]:
    """Return the cases with a planned publication of which the family has not been told.

    Neither the log of contacts nor the checklist says so.
    """
    values = [TOLD_OF_DATE.lower()]
    sql = _UNTOLD
    if case_id is not None:
        values.append(case_id.hex)
        sql = f"{_UNTOLD} AND p.case_id = ?"
    return {UUID(case) for case, gates in rows.all(sql, values) if not _is_settled(gates)}


def _is_settled(gates: str) -> bool:
    return any(code == _GATE and answer in _SETTLED for code, answer, _ in json.loads(gates))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
