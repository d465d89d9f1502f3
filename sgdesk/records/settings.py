"""The directory and the calendar as Settings shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.partnerships import (
        AgencyContactDraft,
        AgencyDraft,
        CalendarChange,
        FormerNameDraft,
    )
    from sgdesk.records.entries import Entry


@dataclass(frozen=True, slots=True)
class AgencyRow:
    agency_id: UUID
    draft: AgencyDraft
    contacts: tuple[Entry[AgencyContactDraft], ...] = ()
    former_names: tuple[Entry[FormerNameDraft], ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A bank holiday, or the officer's own change; `change_id` is None for the library's."""

    day: date
    name: str
    change_id: UUID | None
    change: CalendarChange | None
    is_announced: bool
