"""What the files with deadlines say: the lines of a workbook, the events of a calendar."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.domain.standings import Standing


def file_name(today: date, suffix: str) -> str:
    """Return how a file with deadlines is called; it names nobody. `suffix` has no dot."""
    return f"Deadlines {today.isoformat()}.{suffix}"


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline in a workbook; a text is "" and a date or number None where there is none."""

    reference: str
    what: str
    rule: str
    """Its code and its period, such as "RR-15: 15 working days after the notified date"."""
    weight: str
    trigger: str
    trigger_on: date | None
    due: date | None
    """The date by the rule."""
    agreed_on: date | None
    agreed_why: str
    """Reason and authority of the agreed date."""
    counts_to: date | None
    standing: Standing
    standing_words: str
    days: int | None
    """Working days left until the date that counts; below 0, days late."""
    owner: str
    source: str
    edition: str
    working: str
    """How the date came about, every skipped day named."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule of the legend of a workbook."""

    code: str
    title: str
    period: str
    weight: str
    source: str
    edition: str


@dataclass(frozen=True, slots=True)
class DeadlineBook:
    """A workbook of deadlines, ready to write."""

    title: str
    partnership: str
    mark: str
    """Handling mark, printed on every page."""
    as_at: date
    made_at: datetime
    """UTC."""
    counting: str
    """The counting setting in force, one sentence."""
    seal: str
    """Number and seal of the last entry of the history; "" for a practice register."""
    ink: str
    """The partnership's main colour, as "#12344D"."""
    lines: tuple[DeadlineLine, ...]
    rules: tuple[RuleLine, ...]
    summary: str = field(default="", repr=False)
    """Which of all deadlines they are, one sentence; may be empty."""


class EventState(StrEnum):
    OPEN = "open"
    HELD = "held"
    """The clock is paused: the date by the rule may not be the day."""
    DONE = "done"
    DROPPED = "dropped"
    """It no longer applies: a calendar that has it takes it away."""


@dataclass(frozen=True, slots=True)
class DeadlineEvent:
    """One deadline in a calendar, a whole day."""

    uid: UUID
    """The same in every file, whatever was changed meanwhile."""
    day: date
    summary: str
    description: str
    category: str
    state: EventState


@dataclass(frozen=True, slots=True)
class DeadlineCalendar:
    """A calendar file of deadlines, ready to write."""

    name: str
    sequence: int
    """Higher than in every file made before something was saved."""
    made_at: datetime
    """UTC."""
    events: tuple[DeadlineEvent, ...]
    case_ids: tuple[UUID, ...] = ()
    """The cases it speaks of, for the log of what left the register."""
