"""Files of a case as lists show them, and a file on its way into the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from sgdesk.domain.attachments import AttachmentDraft


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One file of a case, never its bytes."""

    attachment_id: UUID
    case_id: UUID
    revision: int
    draft: AttachmentDraft = field(repr=False)
    size: int
    """Bytes."""
    sha256: str
    """Fingerprint of the bytes, 64 hexadecimal digits."""
    added_at: datetime
    """UTC."""
    added_by: str


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file that was read whole and may be kept."""

    file_name: str = field(repr=False)
    content: bytes = field(repr=False)
    sha256: str


@dataclass(frozen=True, slots=True)
class OpenedCopy:
    """An attachment that lies in the clear in a private folder, for another program to show."""

    case_id: UUID
    attachment_id: UUID
    path: Path = field(repr=False)
    sha256: str
    """Of the attachment; the copy's own differs once another program has changed it."""
