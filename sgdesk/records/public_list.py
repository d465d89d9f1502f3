"""What was recognised on a partnership's public page of reviews, before anything is saved."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class ListedReview:
    """One review as the page lists it. Text has passed the cleaning gate."""

    reference: str
    """As typed, or "": a national review has no local reference."""
    title: str
    published_on: date | None
    """None where the page gives no date, or none that can be taken without guessing."""
    published_as_typed: str
    summary: str
    """Paragraphs, one a line."""
    incident_hint: str
    """The one month and year that the summary names, such as "August 2020", or ""."""
    line: int
    """The line of the page where the review begins; the first is 1."""


@dataclass(frozen=True, slots=True)
class ListedBriefing:
    """The title of a briefing, and the review it seems to speak of."""

    title: str
    line: int
    suggested_review: int | None = None
    """The place in `PublicList.reviews`, the first is 0; None where no review stands out."""
    reason: str = ""
    """Why that review is suggested, as a sentence; "" where none is."""


@dataclass(frozen=True, slots=True)
class ListProblem:
    """Something to put right or to know before importing. Line 0 means the page as a whole."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class PublicList:
    reviews: tuple[ListedReview, ...] = ()
    """In the order of the page. A review that stands there twice is here twice."""
    briefings: tuple[ListedBriefing, ...] = ()
    problems: tuple[ListProblem, ...] = ()
    """In the order of the page."""


def public_list_as_json(listed: PublicList) -> dict[str, object]:
    """Return the list as plain values for `json.dumps`: references as typed, ISO dates."""
    reviews = [
        asdict(review)
        | {"published_on": review.published_on.isoformat() if review.published_on else None}
        for review in listed.reviews
    ]
    return {
        "reviews": reviews,
        "briefings": [asdict(briefing) for briefing in listed.briefings],
        "problems": [asdict(problem) for problem in listed.problems],
    }
