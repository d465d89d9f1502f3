"""The partnership's local timetables as Settings lists them, and its milestones in a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.timetables import Timetable
    from sgdesk.records.deadlines import DeadlineRow


@dataclass(frozen=True, slots=True)
class TimetableRow:
    """One version of the timetable, and how many cases began under it."""

    timetable_id: UUID | None
    """None for the program's own, which holds before all others and cannot be changed."""
    timetable: Timetable
    cases: int = 0
    open_cases: int = 0
    """Of these, the ones that are not over."""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone of the partnership's own in one case."""

    deadline: DeadlineRow
    done_on: date | None
    """The recorded day, be it to come."""
