"""What the national repository of reviews is sent beside the report, decided once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.briefing import Brand, LearningPoint


@dataclass(frozen=True, slots=True)
class RepositoryAbstract:
    """An entry for the catalogue: what the review is, what it says, how it is found."""

    as_of: date
    brand: Brand
    """Names the publisher."""
    mark: str
    title: str
    reference: str
    review_type: str
    published: date | None
    """The day of publication, or the planned one."""
    abstract: tuple[str, ...]
    """Paragraphs."""
    keywords: tuple[str, ...]
    """The themes of the review."""
    key_learning: tuple[LearningPoint, ...]
    recommendations: tuple[LearningPoint, ...]
    web_address: str
    """Of the report."""
