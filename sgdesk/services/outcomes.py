"""What a use case changed, told to whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The cases that changed, and what was done in words; no cases means the whole register."""

    what: str
    case_ids: frozenset[UUID] = frozenset()
    briefing_id: UUID | None = None
