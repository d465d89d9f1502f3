"""An agenda for a meeting: the days that are booked, and the cases that may be spoken of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class MeetingDay:
    """A day from today on for which at least one case has a meeting."""

    day: date
    meetings: int


@dataclass(frozen=True, slots=True)
class AgendaChoice:
    """A case that may stand on the agenda of a day."""

    case_id: UUID
    reference: str
    title: str
    stage_words: str
    meeting: str
    """Its meeting on that day with time and place, or "" where none is booked."""

    @property
    def is_booked(self) -> bool:
        return bool(self.meeting)


@dataclass(frozen=True, slots=True)
class AgendaOffer:
    """What can be chosen from for an agenda: days with meetings, and the open cases for one."""

    days: tuple[MeetingDay, ...]
    day: date
    choices: tuple[AgendaChoice, ...]
    """Cases with a meeting on `day` first, in the order of their times, then the others."""
