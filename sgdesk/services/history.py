"""Who changed what, and when: the audit trail in words."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.records.cases import HistoryPage, HistoryRow
from sgdesk.services.case_words import CASE_WORDS
from sgdesk.services.change_words import Names, both_words, summary
from sgdesk.services.entry_words import ENTRY_WORDS
from sgdesk.services.field_words import UNSAID
from sgdesk.services.record_words import LINKS, PARTS, RECORD_WORDS
from sgdesk.store.queries.trail import read_entries, read_held, read_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from uuid import UUID

    from sgdesk.services.register import Register
    from sgdesk.store.engine import Rows
    from sgdesk.store.queries.trail import TrailEntry

    _Save = tuple[datetime, str, str]
    """When a record of a table came or went, and which of the two."""

RESTORABLE = frozenset({*CASE_WORDS, *ENTRY_WORDS})
"""Tables whose records can be put back as they were from here: those of a case."""

_LONGEST = 200
_MOST = 200
_GOES = frozenset({"removed", "erased"})
_EVENT_WORDS = {"added": "", "removed": ": taken back", "restored": ": in force again"}
"""What becomes of a record that is an event; its row is never erased."""


def read_history(
    register: Register, *, since: datetime | None = None, case_id: UUID | None = None
) -> tuple[HistoryRow, ...]:
    """Return what changed, newest first: after `since`, of one case, or both; 200 at most.

    Names and dates of birth are left out: the row says that they changed, not to what.
    """
    with register.store.rows() as rows:
        entries = read_entries(rows, _MOST, since=since, case_id=case_id)
        return tuple(_history(rows, entries))[:_MOST]


def read_history_page(
    register: Register, case_id: UUID, *, before: int | None = None
) -> HistoryPage:
    """Return what changed in the newest 200 saved rows of a case, or in those before `before`."""
    with register.store.rows() as rows:
        entries = read_entries(rows, _MOST + 1, case_id=case_id, before=before)
        shown = entries[:_MOST]
        older = shown[-1].seq if len(entries) > _MOST else None
        return HistoryPage(tuple(_history(rows, shown)), older)


def read_whole_change(register: Register, seq: int, field: str) -> tuple[str, str]:
    """Return the value of a field before and after entry `seq`, uncut; "" twice if private."""
    with register.store.rows() as rows:
        entries = read_span(rows, seq, seq)
        if not entries or field not in entries[0].changes:
            raise UserError("This change is not in the history.")
        entry = entries[0]
        words = RECORD_WORDS[entry.table].fields[field]
        if words.is_private:
            return "", ""
        return both_words(words, field, entry.changes[field], Names(rows))


def _history(rows: Rows, entries: Sequence[TrailEntry]) -> Iterator[HistoryRow]:
    told = [entry for entry in entries if entry.table not in LINKS]
    names = Names(rows)
    by_table = attrgetter("table")
    for table, group in groupby(sorted(told, key=by_table), by_table):
        names.learn(table, {entry.row_id for entry in group})
    parts = _parts(told)
    for entry in told:
        if entry.action == "changed":
            yield from _field_rows(entry, names)
        elif not (entry.table in PARTS and _save_of(entry, PARTS[entry.table]) in parts):
            yield _record_row(rows, entry, names, parts.get(_save_of(entry, entry.table), ()))


def _parts(told: Sequence[TrailEntry]) -> dict[_Save, list[TrailEntry]]:
    """Return the parts of each record that came or went with all of them in one save."""
    parts: dict[_Save, list[TrailEntry]] = {
        _save_of(entry, entry.table): [] for entry in told if entry.table in PARTS.values()
    }
    for entry in reversed(told):
        if (whole := PARTS.get(entry.table)) and _save_of(entry, whole) in parts:
            parts[_save_of(entry, whole)].append(entry)
    return parts


def _save_of(entry: TrailEntry, table: str) -> _Save:
    return entry.at, entry.action, table


def _field_rows(entry: TrailEntry, names: Names) -> Iterator[HistoryRow]:
    record = RECORD_WORDS[entry.table]
    title = names.title(entry.table, entry.row_id, {})
    for name, values in entry.changes.items():
        if name in UNSAID:
            continue
        words = record.fields[name]
        what = f"{title}: {words.title}"
        if words.is_private:
            what, old, new = f"{what} changed", "", ""
        else:
            old, new = map(_cut, both_words(words, name, values, names))
        yield HistoryRow(
            entry.at,
            entry.actor,
            what,
            old,
            new,
            seq=entry.seq,
            field=name,
            record=record.title,
            can_restore=entry.table in RESTORABLE and not words.is_fixed,
        )


def _record_row(
    rows: Rows, entry: TrailEntry, names: Names, parts: Sequence[TrailEntry]
) -> HistoryRow:
    """Tell that a record came or went, with what it held first or last, and its parts."""
    record = RECORD_WORDS[entry.table]
    has_gone = entry.action in _GOES
    if entry.action == "added":
        held = {name: new for name, (_old, new) in entry.changes.items()}
    elif entry.action == "erased":
        held = {name: old for name, (old, _new) in entry.changes.items()}
    else:
        held = read_held(rows, entry)
    title = names.title(entry.table, entry.row_id, held)
    action = _EVENT_WORDS[entry.action] if record.is_event else f": {entry.action}"
    what = f"{title}{action}"
    if record.is_event:  # its title says what it is about
        held = {name: value for name, value in held.items() if name != record.label}
    said = _cut("; ".join(filter(None, (summary(record, held, names), _parts_words(parts, names)))))
    return HistoryRow(
        entry.at,
        entry.actor,
        what.replace(": erased", ": removed"),
        said if has_gone else "",
        "" if has_gone else said,
        seq=entry.seq,
        record=record.title,
        can_bring_back=has_gone and entry.table in RESTORABLE,
    )


def _parts_words(parts: Sequence[TrailEntry], names: Names) -> str:
    """Return "Milestones: Agency returns in, Partners’ sign-off", or "" without parts."""
    called = [name for one in parts if (name := names.name(one.table, one.row_id))]
    return f"{RECORD_WORDS[parts[0].table].title}s: {', '.join(called)}" if called else ""


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
