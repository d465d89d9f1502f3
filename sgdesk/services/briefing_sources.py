"""What a review's record says already and a briefing may take over, word for word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.briefings import Point
from sgdesk.domain.learning import FindingDraft, RecommendationDraft
from sgdesk.services.entries import read_entries
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register


@dataclass(frozen=True, slots=True)
class RecordedPoints:
    """Findings as points to learn from, led by their theme, and recommendations by their number."""

    findings: tuple[Point, ...] = ()
    recommendations: tuple[Point, ...] = ()


def recorded_points(register: Register, case_ids: Sequence[UUID]) -> RecordedPoints:
    """Return the findings and recommendations of reviews, in the order of the reviews.

    Each is on one line. What several reviews say in the same words stands once.
    """
    with register.store.read() as session:
        return RecordedPoints(
            _distinct(_findings(session, case_ids)), _distinct(_recommendations(session, case_ids))
        )


def _findings(session: Session, case_ids: Sequence[UUID]) -> Iterator[Point]:
    for case_id in case_ids:
        for entry in read_entries(session, FindingDraft, case_id):
            theme = clean_line(entry.draft.theme)
            yield Point(f"{theme}." if theme else "", clean_line(entry.draft.text))


def _recommendations(session: Session, case_ids: Sequence[UUID]) -> Iterator[Point]:
    for case_id in case_ids:
        for entry in read_entries(session, RecommendationDraft, case_id):
            number = clean_line(entry.draft.number).rstrip(".")
            yield Point(f"Recommendation {number}.", clean_line(entry.draft.text))


def _distinct(points: Iterable[Point]) -> tuple[Point, ...]:
    first: dict[str, Point] = {}
    for point in points:
        first.setdefault(point.text, point)
    return tuple(first.values())
