"""The officer's second place for backups, as this computer's settings hold it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.records.backups import BackupOutcome
    from sgdesk.ui.context import AppContext


def second_place(context: AppContext) -> Path | None:
    """Return the folder, or None where none was chosen."""
    kept = context.settings.second_place
    return Path(kept) if kept else None


def note_outcome(context: AppContext, outcome: BackupOutcome) -> None:
    """Keep when the second place was last found to hold the newest backup."""
    if outcome.is_second_current:
        context.change_settings(second_copied_at=context.register.now().isoformat())
