"""What the command palette finds: commands and cases, the best match first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import Group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sgdesk.records.cases import CaseRow

_MOST_CASES = 20


@dataclass(frozen=True, eq=False)
class Entry:
    """One line of the palette."""

    words: str
    detail: str
    icon: str
    run: Callable[[], object]
    haystack: str = field(repr=False)


ENTRY_COLUMNS = (
    Column[Entry](
        "Found",
        lambda entry: entry.words,
        icon=lambda entry: entry.icon,
        width=220,
        stretches=True,
        elides=True,
    ),
    Column[Entry](
        "Detail",
        lambda entry: entry.detail,
        kind=CellKind.MUTED,
        width=120,
        is_right_aligned=True,
    ),
)


def case_entry(row: CaseRow, run: Callable[[], object]) -> Entry:
    """Return the line of a case."""
    title = "" if row.title == row.reference else f"  {row.title}"
    return Entry(f"{row.reference}{title}", row.stage_words, "folder-open", run, row.haystack)


def matches(commands: Sequence[Entry], cases: Sequence[Entry], typed: str) -> list[Group[Entry]]:
    """Return what every word of `typed` occurs in, in two groups, the best match first.

    With nothing typed there are the commands alone. At most 20 cases are shown.
    """
    words = typed.casefold().split()
    if not words:
        return [Group("Commands", commands)]
    found = _ranked(cases, words)
    note = f"the first {_MOST_CASES} of {len(found)}" if len(found) > _MOST_CASES else ""
    return [
        Group("Commands", _ranked(commands, words)),
        Group("Cases", found[:_MOST_CASES], note),
    ]


def _ranked(entries: Iterable[Entry], words: Sequence[str]) -> list[Entry]:
    found = [entry for entry in entries if all(word in entry.haystack for word in words)]
    return sorted(found, key=lambda entry: _distance(entry.words.casefold(), words[0]))


def _distance(words: str, first: str) -> int:
    """Return 0 where `words` begin with what was typed, 1 where one of them does, else 2."""
    if words.startswith(first):
        return 0
    return 1 if f" {first}" in words else 2
