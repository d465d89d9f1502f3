"""What the web pages of the public list and of the archive say, decided once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.records.briefing import Brand


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """A review on the public list."""

    title: str
    """As it is published, or "" where the list gives the reference alone."""
    reference: str
    """As typed, or "" for a national review."""
    review_type: str
    """Where it is no local child safeguarding practice review, else ""."""
    published_on: date
    summary: tuple[str, ...]
    """Paragraphs."""
    web_address: str
    """Of the report, or ""."""
    accompanied_by: tuple[str, ...]
    """What is published with it, such as "Press statement"."""


@dataclass(frozen=True, slots=True)
class PublicList:
    """The list of published reviews, newest first, within the standing texts of the day."""

    as_of: date
    brand: Brand
    mark: str
    opening: tuple[str, ...]
    reviews: tuple[ListedEntry, ...]
    closing: tuple[str, ...]
    case_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivedEntry:
    """A review that has left the public list."""

    title: str
    reference: str
    published_on: date
    left_on: date
    deposited_on: date | None
    """When the national repository was sent the report."""


@dataclass(frozen=True, slots=True)
class ArchiveList:
    """The reviews that have left the public list, the last to leave first."""

    as_of: date
    brand: Brand
    mark: str
    opening: tuple[str, ...]
    reviews: tuple[ArchivedEntry, ...]
    case_ids: tuple[UUID, ...] = ()
