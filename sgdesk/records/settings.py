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
    official: str = ""
    """The bank holiday that a removal takes out, or "" for every other row."""


@dataclass(frozen=True, slots=True)
class KnownYears:
    """How far the bank holidays are known."""

    official: int
    """The last year whose official list came with the program."""
    known: int
    """The last year that is known: the official one, or one that the officer has checked."""
    checked: tuple[tuple[int, date], ...]
    """The years that the officer has checked, each with the day on which."""
    dates_beyond: int
    """How many open due dates in working days fall later."""
    cases_beyond: int

    @property
    def can_take_back(self) -> int | None:
        """Return the year that may be taken back, the last checked, or None."""
        return self.checked[-1][0] if self.checked else None
