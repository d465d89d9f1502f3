"""Deadlines as lists, the explanation and the strip of weeks show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sgdesk.domain.case_dates import CaseDate
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.explanations import Explanation
    from sgdesk.domain.facts import KeptResult
    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.domain.rules import Phase, Rule, Weight
    from sgdesk.records.moved_dates import EarlierDate


class DueKind(StrEnum):
    """What is due: something that a rule asks for, an agency's return, or an action."""

    RULE = "rule"
    RETURN = "return"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """One deadline of one case, or of the partnership (`case_id` is None)."""

    case_id: UUID | None
    reference: str
    """The case's reference, its title where it has none, or the word Partnership."""
    case_title: str
    code: str
    what: str
    """The rule's short name."""
    title: str
    """What is due, in full."""
    trigger: CaseDate
    trigger_on: date | None
    due: date | None
    """The date by the rule."""
    due_words: str
    agreed_on: date | None
    counts_to: date | None
    """The date the standing is judged by; lists sort by it."""
    day: tuple[int, int] | None
    """Today's working day and the rule's count, as in "Day 9 of 15"."""
    standing: Standing
    standing_words: str
    short_words: str
    """The standing for a narrow column, without its note."""
    note: str
    weight: Weight
    phase: Phase
    owner: str
    is_open: bool
    kind: DueKind = DueKind.RULE
    agency: str = ""
    """Who outside the business unit must act; "" where it is the partnership itself."""
    entry_id: UUID | None = None
    """The request or the action, where the line is of a single one."""

    @property
    def has_other_date(self) -> bool:
        """Whether another date was agreed than the one by the rule."""
        return self.agreed_on is not None and self.due is not None and self.agreed_on != self.due

    @property
    def look_words(self) -> str:
        """Return "next look Wed 3 Jun" of what is paused; "" of anything else."""
        return self.note.rpartition("; ")[2] if self.standing is Standing.PAUSED else ""


@dataclass(frozen=True, slots=True)
class AgreedChange:
    """One agreed date as it was written down, or taken back where it has no day."""

    at: datetime
    """UTC."""
    actor: str
    agreed_on: date | None
    reason: str = field(repr=False)
    authority: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DeadlineDetail:
    """Everything that "Why this date?" shows of one deadline."""

    row: DeadlineRow
    rule: Rule
    explanation: Explanation | None
    """None while the trigger date is missing, the rule does not apply, or a result is kept."""
    done_on: date | None
    agreed: AgreedDate | None
    edition_reason: str
    other_countings: tuple[tuple[Counting, date], ...]
    """What the date would be under each other counting setting, where it differs."""
    kept: KeptResult | None = None
    """How it was judged, where that stays although what it came from has changed since."""
    earlier: tuple[EarlierDate, ...] = ()
    """What its date was before saves moved it, the last one first."""
    agreed_history: tuple[AgreedChange, ...] = ()
    """Every agreed date that was written down, newest first, the present one with them."""


@dataclass(frozen=True, slots=True)
class DayLoad:
    """One day of the coming six weeks: deadlines by weight, and the bank holiday's name."""

    day: date
    is_working_day: bool
    holiday: str
    weights: tuple[Weight, ...]
