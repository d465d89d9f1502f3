"""What was agreed of a deadline before, by whom it was written down and when: from the history."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sgdesk.records.deadlines import AgreedChange

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.services.register import Register

_SELECT = """
    SELECT at, actor, action, row_id, changes FROM audit
    WHERE case_id = ? AND table_name = 'agreed_date' ORDER BY seq
"""
_GONE = frozenset({"removed", "erased"})


def read_agreed_history(register: Register, case_id: UUID, code: str) -> tuple[AgreedChange, ...]:
    """Return each agreed date of the deadline `code` of a case, newest first."""
    with register.store.rows() as rows:
        found = rows.all(_SELECT, (case_id.hex,))
    held: dict[str, dict[str, Any]] = {}
    changes: list[AgreedChange] = []
    for at, actor, action, row_id, text in found:
        row = held.setdefault(row_id, {})
        row.update({name: new for name, (_old, new) in json.loads(text).items()})
        if row.get("rule_code") == code:
            changes.append(_change(datetime.fromisoformat(at), actor, action, row))
    return tuple(reversed(changes))


def _change(at: datetime, actor: str, action: str, row: dict[str, Any]) -> AgreedChange:
    if action in _GONE:
        return AgreedChange(at, actor, None, "", "")
    day = date.fromisoformat(row["agreed_on"])
    return AgreedChange(at, actor, day, row["reason"], row["authority"])
