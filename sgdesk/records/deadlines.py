"""Deadlines as lists, the explanation and the strip of weeks show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.case_dates import CaseDate
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.explanations import Explanation
    from sgdesk.domain.partnerships import AgreedDate
    from sgdesk.domain.rules import Phase, Rule, Weight
    from sgdesk.domain.standings import Standing


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


@dataclass(frozen=True, slots=True)
class DeadlineDetail:
    """Everything that "Why this date?" shows of one deadline."""

    row: DeadlineRow
    rule: Rule
    explanation: Explanation | None
    """None while the trigger date is missing or the rule does not apply."""
    done_on: date | None
    agreed: AgreedDate | None
    edition_reason: str
    other_countings: tuple[tuple[Counting, date], ...]
    """What the date would be under each other counting setting, where it differs."""


@dataclass(frozen=True, slots=True)
class DayLoad:
    """One day of the coming six weeks: deadlines by weight, and the bank holiday's name."""

    day: date
    is_working_day: bool
    holiday: str
    weights: tuple[Weight, ...]
