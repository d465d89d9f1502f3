"""What the due date of a deadline was before saves moved it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sgdesk.records.moved_dates import EarlierDate

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.services.register import Register

_EARLIER = (
    "SELECT a.at, m.before_on, m.cause FROM audit AS a "
    "JOIN moved_date AS m ON m.id = a.row_id AND m.deleted_at IS NULL "
    "WHERE a.table_name = 'moved_date' AND a.action = 'added' AND m.case_id = ? "
    "AND m.rule_code = ? ORDER BY a.seq DESC"
)


def read_earlier_dates(register: Register, case_id: UUID, code: str) -> tuple[EarlierDate, ...]:
    """Return what a deadline of a case was before, the last one first."""
    with register.store.rows() as rows:
        found = rows.all(_EARLIER, (case_id.hex, code))
    return tuple(
        EarlierDate(
            datetime.fromisoformat(at).astimezone().date(),
            date.fromisoformat(before) if before else None,
            cause,
        )
        for at, before, cause in found
    )
