"""What the painted strips show: the days of a count, the coming weeks, a case's milestones."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.standings import Standing


class StripKind(StrEnum):
    TRIGGER = "trigger"
    COUNTED = "counted"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"
    DUE = "due"
    CLOSURE = "closure"
    """A local closure day: a note on a day that still counts."""


@dataclass(frozen=True, slots=True)
class StripDay:
    """One box of the strip that explains a date. Only days that count have a number."""

    day: date
    kind: StripKind
    number: int | None = None
    note: str = ""
    """Said under the box, such as "State Funeral: not counted"."""


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of the coming weeks, with the number of deadlines of each weight."""

    day: date
    duties: int = 0
    """Duties in law and statutory guidance."""
    expectations: int = 0
    """Expectations of the Panel."""
    local: int = 0
    """Local milestones and actions."""
    bank_holiday: str = ""
    """Its name, or empty."""

    @property
    def total(self) -> int:
        return self.duties + self.expectations + self.local


@dataclass(frozen=True, slots=True)
class Milestone:
    """One point of a case's timeline."""

    label: str
    day_text: str
    """Such as "Tue 24 Nov 2026", "about 5 Nov 2026" or "Waiting for a date"."""
    note: str
    standing: Standing
    is_done: bool = False
    gap: str = ""
    """How much time lies between the milestone before and this one, such as "5 months"."""
    code: str = ""
    """The rule whose working explains its day; "" where none does."""


@dataclass(frozen=True, slots=True)
class TimelineSpan:
    """What lasted, from place to place of a timeline: 2.5 is midway from the third milestone on."""

    words: str
    start: float
    end: float
