"""The chase ladder of a request as dialogs and the matrix show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.agency_requests import ChaseStep
    from sgdesk.domain.chases import NextStep


@dataclass(frozen=True, slots=True)
class ChaseRow:
    """A step that was taken, with the words that were sent."""

    chase_id: UUID
    step: ChaseStep
    made_on: date | None
    route: str
    recipient: str = field(repr=False)
    subject: str = field(repr=False)
    body: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps taken for a request, oldest first, and the one that comes next."""

    asked_on: date | None
    taken: tuple[ChaseRow, ...]
    next: NextStep | None
    """None where nothing is outstanding."""
    next_words: str
    """When it is due, as in "suggested today"; else why nothing is."""
