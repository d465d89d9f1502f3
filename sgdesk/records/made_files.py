"""Files that were made and logged, as lists show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sgdesk.domain.made_files import ExportRecipientDraft
    from sgdesk.records.entries import Entry


class FileState(StrEnum):
    CURRENT = "current"
    """Made again today it would say the same."""
    OUTDATED = "outdated"
    """A field that it was made from has changed since."""
    REPLACED = "replaced"
    """Outdated, and a newer file of its kind was made since."""
    UNKNOWN = "unknown"
    """Made before the fields were kept, or of something that is no longer there."""


FILE_STATE_WORDS = {
    FileState.CURRENT: "Up to date",
    FileState.OUTDATED: "Out of date",
    FileState.REPLACED: "Replaced by a newer file",
    FileState.UNKNOWN: "Cannot be told",
}


@dataclass(frozen=True, slots=True)
class LoggedFile:
    """A file that was made, with what has changed since and who received it."""

    export_id: UUID
    kind: str
    file_name: str
    title: str
    """Of the briefing it was made from, or "" for a file of the whole register."""
    made_at: datetime
    """UTC."""
    actor: str
    state: FileState
    changed: tuple[str, ...] = ()
    """The fields that differ from what it was made from, in words."""
    briefing_id: UUID | None = None
    case_ids: tuple[UUID, ...] = ()
    override_by: str = field(default="", repr=False)
    override_reason: str = field(default="", repr=False)
    sha256: str = ""
    recipients: tuple[Entry[ExportRecipientDraft], ...] = ()
