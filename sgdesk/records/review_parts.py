"""Everything that hangs on a local review, as its tab shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sgdesk.domain.review_parts import (
        EnquiryLineDraft,
        MonitoringDraft,
        PanelMemberDraft,
        ReportVersionDraft,
        ReviewEventDraft,
    )
    from sgdesk.records.entries import Entry


@dataclass(frozen=True, slots=True)
class ReviewParts:
    lines: tuple[Entry[EnquiryLineDraft], ...]
    """In the order in which they were added."""
    members: tuple[Entry[PanelMemberDraft], ...]
    """Those who left come last."""
    events: tuple[Entry[ReviewEventDraft], ...]
    """Those without a day first, then what is to come, then what was, the latest first."""
    versions: tuple[Entry[ReportVersionDraft], ...]
    """Newest first."""
    monitoring: tuple[Entry[MonitoringDraft], ...]
    """Newest first."""
    agencies: Mapping[UUID, str]
    """Every agency of the directory by its name now, in order of name."""
    asked: frozenset[UUID]
    """Agencies that were asked for anything in this case."""
    files: Mapping[UUID, str]
    """The case's attachments by their titles."""

    @property
    def has_final(self) -> bool:
        """Return whether one version of the report is marked final."""
        return any(one.draft.is_final for one in self.versions)

    def asked_names(self) -> tuple[str, ...]:
        """Return the names of the agencies of the case."""
        return tuple(name for key, name in self.agencies.items() if key in self.asked)
