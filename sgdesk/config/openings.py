"""When the register was last open on this computer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sgdesk.files import write_atomically
from sgdesk.outside.reading import read_own_file

if TYPE_CHECKING:
    from pathlib import Path

_FILE_NAME = "last-opened.txt"


def last_opening(folder: Path) -> datetime | None:
    """Return the moment kept in `folder`, UTC, or None if there is none that can be read."""
    try:
        moment = datetime.fromisoformat(read_own_file(folder / _FILE_NAME).strip())
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (OSError, ValueError, OverflowError):
        return None


def note_opening(folder: Path, moment: datetime) -> None:
    """Keep `moment` as the last opening. Raises `OSError` where the disk refuses."""
    write_atomically(folder / _FILE_NAME, moment.astimezone(UTC).isoformat().encode("ascii"))
