"""What an import of a public list would do, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.errors import Problem


class ImportState(StrEnum):
    NEW = "new"
    KNOWN = "known"
    CHANGED = "changed"
    """Known, but its date or summary differs from the register's."""


IMPORT_STATE_WORDS = {
    ImportState.NEW: "New",
    ImportState.KNOWN: "In the register already",
    ImportState.CHANGED: "Differs from the register",
}


@dataclass(frozen=True, slots=True)
class PlannedReview:
    """A review on the list, as it would be saved; the officer may correct each field."""

    reference: str
    title: str
    published_on: date | None
    summary: str
    state: ImportState
    case_id: UUID | None
    difference: str
    """What differs from the register, in words."""
    is_chosen: bool
    line: int
    """The line of the page that it was read from."""


@dataclass(frozen=True, slots=True)
class PlannedBriefing:
    """A briefing title on the list and the review it belongs to, by index; None: no review."""

    title: str
    review: int | None
    state: ImportState
    is_chosen: bool
    reason: str = ""
    """Why that review was suggested, as a sentence."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    reviews: tuple[PlannedReview, ...]
    briefings: tuple[PlannedBriefing, ...]
    problems: tuple[Problem, ...]
