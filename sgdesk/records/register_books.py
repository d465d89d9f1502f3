"""The register as a workbook for the partners, decided once: no names, no private notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A case, with the days of its process; a day is None where it is not known."""

    reference: str
    further_references: str
    title: str
    """As published; before that the neutral description of the case."""
    kind: str
    review_type: str
    stage: str
    themes: str
    notified_on: date | None
    meeting_on: date | None
    rapid_review_sent_on: date | None
    decided_on: date | None
    panel_replied_on: date | None
    initiated_on: date | None
    planned_on: date | None
    published_on: date | None
    leaves_on: date | None
    archived_on: date | None
    deposited_on: date | None
    web_address: str


@dataclass(frozen=True, slots=True)
class LearningLine:
    """A sentence of a briefing on a published review."""

    references: str
    briefing: str
    kind: str
    """What it is, as "Key learning"."""
    text: str


@dataclass(frozen=True, slots=True)
class RegisterBook:
    as_of: date
    title: str
    partnership: str
    mark: str
    ink: str
    """The partnership's main colour, `#RRGGBB`."""
    reviews: tuple[ReviewLine, ...]
    learning: tuple[LearningLine, ...]
    case_ids: tuple[UUID, ...] = ()
