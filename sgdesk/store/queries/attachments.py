"""Who added each file of a case: the audit trail knows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows

_SELECT = (
    "SELECT row_id, actor FROM audit "
    "WHERE case_id = ? AND table_name = 'attachment' AND action = 'added'"
)


def read_who_added(rows: Rows, case_id: UUID) -> dict[UUID, str]:
    """Return the actor who added each attachment that the case has or had."""
    return {UUID(row_id): actor for row_id, actor in rows.all(_SELECT, (case_id.hex,))}
