"""Who changed what, and when: the audit trail in words."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sgdesk.records.cases import HistoryRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from uuid import UUID

    from sgdesk.services.register import Register

_TABLES = {
    "case_file": "Case",
    "case_reference": "Further reference",
    "child": "Child",
    "notification": "Notification",
    "rapid_review": "Rapid Review",
    "local_review": "Local review",
    "publication": "Publication",
    "briefing": "Briefing",
    "briefing_case": "Reviews of a briefing",
    "agreed_date": "Agreed date",
    "export": "Document",
    "export_case": "Reviews of a document",
    "partnership": "Settings",
    "agency": "Agency",
    "calendar_change": "Calendar",
}
_LINKS = frozenset({"briefing_case", "export_case"})
_PRIVATE = {
    "child": frozenset({"name", "born_on", "died_on"}),
    "partnership": frozenset({"logo_png"}),
    "agency": frozenset({"contact", "email"}),
}
_UNSAID = frozenset({"id", "case_id", "position", "deleted_at", "reference_key", "name_key"})
_LONGEST = 200
_MOST = 200

_SELECT = "SELECT at, actor, action, table_name, changes FROM audit"


def read_history(
    register: Register, *, since: datetime | None = None, case_id: UUID | None = None
) -> tuple[HistoryRow, ...]:
    """Return what changed, newest first: after `since`, of one case, or both; 200 at most.

    Names and dates of birth are left out: the row says that they changed, not to what.
    """
    wheres, values = [], []
    if since is not None:
        wheres.append("at > ?")
        values.append(since.astimezone(UTC).isoformat(timespec="microseconds"))
    if case_id is not None:
        wheres.append("case_id = ?")
        values.append(case_id.hex)
    where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
    with register.store.rows() as rows:
        found = rows.all(f"{_SELECT}{where} ORDER BY seq DESC LIMIT {_MOST}", values)
    return tuple(row for line in found for row in _rows(line))[:_MOST]


def _rows(line: Sequence[str]) -> Iterator[HistoryRow]:
    at, actor, action, table, changes = line
    if table in _LINKS:
        return
    moment = datetime.fromisoformat(at)
    record = _TABLES.get(table, table)
    if action != "changed":
        yield HistoryRow(moment, actor, f"{record}: {action}", "", "")
        return
    private = _PRIVATE.get(table, frozenset())
    for field, (old, new) in json.loads(changes).items():
        if field in _UNSAID:
            continue
        what = f"{record}: {field.removesuffix('_on').replace('_', ' ')}"
        if field in private:
            yield HistoryRow(moment, actor, f"{what} changed", "", "")
        else:
            yield HistoryRow(moment, actor, what, _said(old), _said(new))


def _said(value: object) -> str:
    if value is None or value == "":
        return "blank"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
