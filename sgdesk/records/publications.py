"""What a publication hangs on beside its own record: pack, family, attachments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.publications import PackFileDraft
    from sgdesk.records.entries import Entry


@dataclass(frozen=True, slots=True)
class PublicationParts:
    pack: tuple[Entry[PackFileDraft], ...] = ()
    attachments: Mapping[UUID, str] = field(default_factory=dict, repr=False)
    """The titles of the attachments of the case, by their ids."""
    family_told_on: date | None = None
    """When the family was first told of the date, by the log of contacts."""
    legal_checked_on: date | None = None
    signed_off_on: date | None = None
