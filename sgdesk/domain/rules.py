"""What a deadline rule is made of. The rules themselves are data in `rule_packs`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import FIELD_WORDS, CaseDate
from sgdesk.domain.notifications import NotificationKind

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.editions import Edition


class Weight(StrEnum):
    DUTY = "duty"
    STATUTORY_GUIDANCE = "statutory_guidance"
    PANEL_EXPECTATION = "panel_expectation"
    LOCAL_PRACTICE = "local_practice"


WEIGHT_WORDS = {
    Weight.DUTY: "Duty",
    Weight.STATUTORY_GUIDANCE: "Statutory guidance",
    Weight.PANEL_EXPECTATION: "Panel expectation",
    Weight.LOCAL_PRACTICE: "Local practice",
}


class Unit(StrEnum):
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"
    SAME_DAY = "same_day"
    SET_DATE = "set_date"
    TASK = "task"
    """Something to do with no period given: it has no due date and is never overdue."""


class Direction(StrEnum):
    AFTER = "after"
    BEFORE = "before"


class Phase(StrEnum):
    """The part of a case that a rule belongs to, in the order they follow."""

    NOTIFICATION = "notification"
    RAPID_REVIEW = "rapid_review"
    LOCAL_REVIEW = "local_review"
    PUBLICATION = "publication"
    PUBLIC_LIST = "public_list"
    PARTNERSHIP = "partnership"
    ACTION = "action"


ALL_KINDS = frozenset(NotificationKind)
SERIOUS_INCIDENTS = frozenset({NotificationKind.SERIOUS_INCIDENT})


@dataclass(frozen=True, slots=True)
class Rule:
    """One deadline rule of one edition of the guidance.

    `count` is in `unit`. `is_confirmed` is False for what stands to be confirmed with the
    partnership. `completed_by` is None for a date that nothing completes, such as the
    earliest day of removal.
    """

    code: str
    name: str
    """What lists call it."""
    title: str
    """What is due, in full."""
    trigger: CaseDate
    count: int
    unit: Unit
    weight: Weight
    source: str
    completed_by: CaseDate | None
    phase: Phase
    edition: Edition
    direction: Direction = Direction.AFTER
    is_confirmed: bool = True
    is_repeating: bool = False
    """The clock starts again at each completion, until the review is published."""
    kinds: frozenset[NotificationKind] = ALL_KINDS
    valid_from: date | None = None
    valid_to: date | None = None
    owner: str = ""
    """Who does it, where it is not the case's owner; for a deadline others must meet."""
    weight_note: str = ""
    is_own: bool = False
    """A milestone that the partnership added; what meets it is recorded under its code."""

    @property
    def period(self) -> str:
        """Return the period in words: "15 working days after the notified date"."""
        field = FIELD_WORDS[self.trigger]
        if self.unit is Unit.SAME_DAY:
            return f"the same day as the {field}"
        if self.unit is Unit.SET_DATE:
            return "the date that was set"
        if self.unit is Unit.TASK:
            return f"no period is given; it follows the {field}"
        unit = self.unit.value.replace("_", " ")
        unit = unit.removesuffix("s") if self.count == 1 else unit
        each = "every " if self.is_repeating else ""
        return f"{each}{self.count} {unit} {self.direction.value} the {field}"
