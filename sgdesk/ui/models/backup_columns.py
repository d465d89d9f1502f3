"""The columns of the list of backups."""

from __future__ import annotations

from sgdesk.domain.attachments import size_words
from sgdesk.domain.dates import long_date
from sgdesk.records.backups import BackupRow
from sgdesk.ui.models.columns import CellKind, Column

HERE, SECOND = "On this computer", "In the other folder"


def _made(row: BackupRow) -> str:
    local = row.made_at.astimezone()
    return f"{long_date(local.date())}, {local:%H:%M}"


BACKUP_COLUMNS = (
    Column[BackupRow](
        "Made",
        _made,
        lambda row: (not row.is_second, row.number),
        second=lambda row: SECOND if row.is_second else HERE,
        kind=CellKind.STRONG,
        width=190,
        stretches=True,
        elides=True,
    ),
    Column[BackupRow](
        "Number", lambda row: str(row.number), lambda row: row.number, is_right_aligned=True
    ),
    Column[BackupRow](
        "Entries", lambda row: f"{row.entries:,}", lambda row: row.entries, is_right_aligned=True
    ),
    Column[BackupRow](
        "Size", lambda row: size_words(row.size), lambda row: row.size, is_right_aligned=True
    ),
)
