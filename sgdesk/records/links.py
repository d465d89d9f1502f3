"""Links between cases, as seen from one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.cases import CaseLinkDraft
    from sgdesk.records.entries import Entry


@dataclass(frozen=True, slots=True)
class LinkedCase:
    """One link; it belongs to this case, or points at it from the other."""

    words: str
    """How the two belong together, as in "Joined to the review of ABCD2026-27-01"."""
    title: str
    """The other case's description; "" where it is not in the register."""
    stage_words: str
    note: str = field(repr=False)
    linked_words: str
    """Since when, or ""."""
    case_id: UUID | None
    """The other case, where it is in the register."""
    entry: Entry[CaseLinkDraft] | None
    """What to edit; None for a link that the other case holds."""
