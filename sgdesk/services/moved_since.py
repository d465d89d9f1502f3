"""Which due dates were moved by a save since a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.records.moved_dates import MovedDate
from sgdesk.store.queries.timetables import read_step_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sgdesk.services.pending_cases import PendingCase
    from sgdesk.services.register import Register

_MOVED = (
    "SELECT m.case_id, m.rule_code, m.before_on, m.after_on, m.cause FROM audit AS a "
    "JOIN moved_date AS m ON m.id = a.row_id AND m.deleted_at IS NULL "
    "WHERE a.table_name = 'moved_date' AND a.action = 'added' AND a.at > ? ORDER BY a.seq DESC"
)
_NAMES = {code: rule.name for pack in RULE_PACKS.values() for code, rule in pack.items()}
_UNNAMED = "Local milestone"
"""One that no timetable has or had."""


def list_moved(
    register: Register, cases: Mapping[UUID, PendingCase], *, since: datetime
) -> tuple[MovedDate, ...]:
    """Return the due dates of `cases` that were moved after `since`, newest first."""
    moment = since.astimezone(UTC).isoformat(timespec="microseconds")
    with register.store.rows() as rows:
        found = rows.all(_MOVED, (moment,))
        names = {**read_step_names(rows), **_NAMES} if found else _NAMES
    return tuple(
        MovedDate(
            case_id=case.case.id,
            reference=case.case.reference,
            code=code,
            what=_name(case, code, names),
            before=_day(before),
            after=_day(after),
            cause=cause,
        )
        for key, code, before, after, cause in found
        if (case := cases.get(UUID(key))) is not None
    )


def _name(case: PendingCase, code: str, names: Mapping[str, str]) -> str:
    """Return what lists call a rule: as the case has it now, else as it is called by others."""
    own = (one.rule.name for one in case.deadlines if one.rule.code == code)
    return next(own, "") or names.get(code, _UNNAMED)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
