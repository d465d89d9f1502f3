"""The table of a case's history."""

from __future__ import annotations

from sgdesk.records.cases import HistoryRow
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.pages.case_tables import local_time


def change_words(row: HistoryRow) -> str:
    """Return a change on one line, such as "Health → Police"; what came or went as it was."""
    if row.field and (row.old or row.new):
        return f"{row.old} → {row.new}"
    return row.old or row.new


HISTORY_COLUMNS = (
    Column[HistoryRow](
        "When",
        lambda row: local_time(row.at),
        lambda row: row.seq,
        second=lambda row: row.actor,
        width=120,
    ),
    Column[HistoryRow](
        "What, and from what to what",
        lambda row: row.what,
        second=change_words,
        kind=CellKind.STRONG,
        elides=True,
        stretches=True,
        width=160,
    ),
)


def key_of(row: HistoryRow) -> tuple[int, str]:
    """Return what tells one line of the history from all others."""
    return row.seq, row.field
