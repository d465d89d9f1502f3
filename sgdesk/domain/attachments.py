"""Files kept inside the register."""

from __future__ import annotations

from dataclasses import dataclass, field

from sgdesk.domain.prose import prose

LARGEST_ATTACHMENT = 25 * 1024 * 1024
"""Bytes. Larger files make the register slow to back up."""


@dataclass(frozen=True, slots=True)
class AttachmentDraft:
    title: str = ""
    kind: str = ""
    file_name: str = field(default="", repr=False)
    """As the file was called; it may hold a name, so no list shows it."""
    note: str = prose()
