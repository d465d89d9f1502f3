"""Reading the audit trail: its entries, and what they say a row held."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from sgdesk.store.engine import Rows

_SELECT = "SELECT seq, at, actor, action, table_name, row_id, case_id, changes FROM audit"


class TrailEntry(NamedTuple):
    """One row changed by one save. `changes` is field to [old, new], as JSON holds values."""

    seq: int
    at: datetime
    actor: str
    action: str
    table: str
    row_id: str
    """32 hexadecimal digits, as are all ids here."""
    case_id: str | None
    """None for what is of no single case."""
    changes: dict[str, list[Any]]


def read_entries(
    rows: Rows,
    most: int,
    *,
    since: datetime | None = None,
    case_id: UUID | None = None,
    before: int | None = None,
) -> list[TrailEntry]:
    """Return the newest `most` entries, newest first.

    `since` leaves out what was before a moment, `case_id` what is of another case, and `before`
    the entry of that number and all after it.
    """
    wheres, values = ["1"], []
    if since is not None:
        wheres.append("at > ?")
        values.append(since.astimezone(UTC).isoformat(timespec="microseconds"))
    if case_id is not None:
        wheres.append("case_id = ?")
        values.append(case_id.hex)
    if before is not None:
        wheres.append("seq < ?")
        values.append(str(before))
    where = " AND ".join(wheres)
    found = rows.all(f"{_SELECT} WHERE {where} ORDER BY seq DESC LIMIT {most}", values)
    return [_entry(line) for line in found]


def read_span(rows: Rows, first: int, last: int) -> list[TrailEntry]:
    """Return the entries from number `first` to number `last`, oldest first."""
    found = rows.all(f"{_SELECT} WHERE seq BETWEEN ? AND ? ORDER BY seq", (first, last))
    return [_entry(line) for line in found]


def read_seal(rows: Rows, seq: int) -> tuple[int, str]:
    """Return how many entries there are, and the seal of entry `seq`; "" if there is none."""
    ((entries,),) = rows.all("SELECT coalesce(max(seq), 0) FROM audit")
    found = rows.all("SELECT digest FROM audit WHERE seq = ?", (seq,))
    return int(entries), str(found[0][0]) if found else ""


def read_held(rows: Rows, entry: TrailEntry) -> dict[str, Any]:
    """Return what the row of an entry held before it, by field, as JSON holds values."""
    query = "SELECT changes FROM audit WHERE table_name = ? AND row_id = ? AND seq < ? ORDER BY seq"
    held: dict[str, Any] = {}
    for (changes,) in rows.all(query, (entry.table, entry.row_id, entry.seq)):
        held |= {name: new for name, (_old, new) in json.loads(changes).items()}
    return held


def read_column(rows: Rows, table: str, column: str, row_ids: Collection[str]) -> dict[str, Any]:
    """Return one column of some rows by their ids, removed ones too.

    `table` and `column` are names of the schema and never what somebody typed.
    """
    marks = ", ".join("?" * len(row_ids))
    query = f'SELECT id, "{column}" FROM "{table}" WHERE id IN ({marks})'  # noqa: S608 - as said
    return dict(rows.all(query, tuple(row_ids)))


def _entry(line: Sequence[Any]) -> TrailEntry:
    seq, at, actor, action, table, row_id, case_id, changes = line
    moment = datetime.fromisoformat(at)
    return TrailEntry(seq, moment, actor, action, table, row_id, case_id, json.loads(changes))
