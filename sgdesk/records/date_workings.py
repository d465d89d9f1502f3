"""How a due date that no rule of a case gives came about: of a request, or of an action."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.explanations import CountedDay
    from sgdesk.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class WorkingFact:
    """A label and words; nothing is said of what has no words."""

    label: str
    words: str = field(repr=False)
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DateWorking:
    """Everything that "Why this date?" shows of such a date."""

    what: str = field(repr=False)
    about: str
    """The case and what else tells it from others."""
    standing: Standing
    standing_words: str
    sentence: str = field(repr=False)
    days: tuple[CountedDay, ...]
    facts: tuple[WorkingFact, ...]
    case_id: UUID
    code: str = ""
    """The rule that stands behind it, to be explained in turn; "" where none does."""
