"""Do the rows say what the audit trail says? Finds a page that went back to an older version.

Each page of an encrypted register has a seal of its own, and so has an older version of the same
page: a disk that lost one write, or a hand that put one back, is seen neither by the seals nor by
SQLite's own check, where rows were only changed.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from sgdesk.store.audit_chain import SEALED_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sgdesk.store.cipher import Connection

_ACTION, _TABLE, _ROW = map(SEALED_COLUMNS.index, ("action", "table_name", "row_id"))
_TABLES = """
    SELECT m.name, group_concat(c.name) FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
    WHERE m.type = 'table' GROUP BY m.name HAVING sum(c.name IN ('id', 'revision')) = 2
"""
_FITS_ONE_PAGE = 3800
"""A row with more bytes goes on in pages of its own, which hold no revision."""
_LONG = 'SELECT {columns} FROM "{table}" WHERE {length} > ?'
_LONG_TEXT = 200
"""What is shorter is a date, a key, a word; those lie with the revision."""
_TOLD = "SELECT changes FROM audit WHERE table_name = ? AND row_id = ? ORDER BY seq"


class ToldRows:
    """How often the trail tells of each row, counted while somebody else reads the trail."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, int]] = {}

    def counted(self, entries: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
        """Give the entries, sealed columns each, as they are."""
        for entry in entries:
            rows = self._tables.setdefault(entry[_TABLE], {})
            row_id = entry[_ROW]
            rows[row_id] = 0 if entry[_ACTION] == "erased" else rows.get(row_id, 0) + 1
            yield entry

    def behind(self, connection: Connection, table: str) -> int:
        """Return how many rows are not there, there though erased, or of an older revision.

        Each entry of the trail is a revision of its row.
        """
        told = self._tables.get(table, {})
        revisions = dict(connection.execute(f'SELECT id, revision FROM "{table}"').fetchall())  # noqa: S608 - from the schema
        return sum(
            row_id in revisions if times == 0 else revisions.get(row_id, 0) < times
            for row_id, times in told.items()
        )


def trail_problems(connection: Connection, told: ToldRows) -> list[str]:
    """Return a sentence if rows are older than the trail says, or gone, or not what it says.

    Revisions are compared, and of rows longer than a page the texts and files: a step that
    rewrites such texts in place would have to tell the trail.
    """
    behind = 0
    for table, columns in connection.execute(_TABLES).fetchall():
        behind += told.behind(connection, table)
        behind += _altered(connection, table, columns.split(","))
    if not behind:
        return []
    if behind == 1:
        return ["1 entry of the register is not what the history says of it."]
    return [f"{behind:,} entries of the register are not what the history says of them."]


def _altered(connection: Connection, table: str, columns: list[str]) -> int:
    """Return how many long rows hold a text or file that is another than the trail has."""
    length = " + ".join(f'coalesce(length(CAST("{name}" AS BLOB)), 0)' for name in columns)
    quoted = ", ".join(f'"{name}"' for name in columns)
    asked = _LONG.format(columns=quoted, table=table, length=length)
    rows = connection.execute(asked, (_FITS_ONE_PAGE,)).fetchall()
    held = [dict(zip(columns, row, strict=True)) for row in rows]
    return sum(_is_altered(row, _last_told(connection, table, row["id"])) for row in held)


def _last_told(connection: Connection, table: str, row_id: str) -> dict[str, Any]:
    """Return each field of a row as the trail last told it."""
    last: dict[str, Any] = {}
    for (changes,) in connection.execute(_TOLD, (table, row_id)):
        last |= {name: new for name, (_old, new) in json.loads(changes).items()}
    return last


def _is_altered(row: dict[str, Any], last: dict[str, Any]) -> bool:
    return any(
        isinstance(last.get(name), str) and _as_told(value) != last[name]
        for name, value in row.items()
        if isinstance(value, (str, bytes)) and len(value) > _LONG_TEXT
    )


def _as_told(value: str | bytes) -> str:
    return value if isinstance(value, str) else f"sha256:{hashlib.sha256(value).hexdigest()}"
