"""What the officer sees first in the morning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.records.cases import HistoryRow, NextStep
    from sgdesk.records.deadlines import DayLoad, DeadlineRow
    from sgdesk.records.family import NoContactLine
    from sgdesk.records.moved_dates import MovedDate


@dataclass(frozen=True, slots=True)
class CaseNextStep:
    case_id: UUID
    reference: str
    step: NextStep


@dataclass(frozen=True, slots=True)
class ListedReview:
    """A review whose three years on the public list are over, or will be within three months."""

    case_id: UUID
    reference: str
    title: str
    """Of the publication, or of the case where it has none."""
    leaves_on: date
    has_left: bool
    """The day has come, and no day of archiving is recorded."""


@dataclass(frozen=True, slots=True)
class TodayView:
    """Deadlines are in order of date; each of the four groups is complete.

    The actions of a case that press alike are one line among them, and so are the returns of
    agencies that stand alike.
    """

    today: date
    is_working_day: bool
    holiday: str
    """The bank holiday or office closure that today is, "" on other days."""
    overdue: tuple[DeadlineRow, ...]
    due_today: tuple[DeadlineRow, ...]
    due_soon: tuple[DeadlineRow, ...]
    """In the next 5 working days."""
    soon_until: date
    waiting_on_others: tuple[DeadlineRow, ...]
    """Open deadlines that somebody outside the business unit must meet, and returns of agencies
    that are outstanding, due soon or not."""
    next_steps: tuple[CaseNextStep, ...]
    opened_before: datetime | None
    """When the register was last opened before this time, UTC; None on the first day."""
    since: tuple[HistoryRow, ...]
    """Changes since then, newest first."""
    became_overdue: int
    """How many deadlines fell due unmet since then."""
    weeks: tuple[DayLoad, ...]
    """Six weeks from this week's Monday."""
    open_cases: int
    all_cases: int
    no_contacts: tuple[NoContactLine, ...] = ()
    """Families that nobody contacts today or in the next 5 working days, today's first."""
    looks: tuple[DeadlineRow, ...] = ()
    """Paused deadlines whose pause is to be looked at again, one for each case; each counts to
    the day of that look."""
    deadlines: int = 0
    """How many deadlines press, actions left out."""
    overdue_actions: int = 0
    list_window: tuple[ListedReview, ...] = ()
    """Reviews that have left the public list and are not archived, then those that leave it in
    the next 3 months; the earliest first."""
    moved: tuple[MovedDate, ...] = ()
    """Due dates that a save has moved since then, newest first."""
    calendar_notice: str = ""
    """That dates run beyond the last year whose bank holidays are known, or ""."""
