"""Which cases changed since they were last read: the audit trail knows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows


def read_last_change(rows: Rows) -> int:
    """Return the number of the last entry of the audit trail, 0 while it is empty."""
    ((last,),) = rows.all("SELECT coalesce(max(seq), 0) FROM audit")
    return int(last)


def read_changed_cases(rows: Rows, since: int) -> set[UUID | None]:
    """Return the cases with entries after number `since`; None stands for what is no case's.

    How the officer likes to see a list changes no case: saved views are left out.
    """
    found = rows.all(
        "SELECT DISTINCT case_id FROM audit WHERE seq > ? AND table_name <> 'saved_view'", (since,)
    )
    return {UUID(case_id) if case_id else None for (case_id,) in found}
