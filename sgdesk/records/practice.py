"""What the practice register is filled with: invented cases, and published reviews."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sgdesk.domain.agency_requests import AgencyReturnDraft
    from sgdesk.domain.briefings import BriefingDraft
    from sgdesk.domain.cases import CaseDraft
    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.notifications import NotificationDraft
    from sgdesk.domain.partnerships import (
        AgencyContactDraft,
        AgencyDraft,
        AgreedDate,
        FormerNameDraft,
        PartnershipDraft,
    )
    from sgdesk.domain.people import ChildDraft
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.domain.rapid_reviews import RapidReviewDraft
    from sgdesk.domain.timetables import Timetable
    from sgdesk.records.public_list import PublicList


@dataclass(frozen=True, slots=True)
class PracticeEntry:
    """One row of an invented case."""

    draft: object
    label: str
    """What later rows of the case call it in their links; "" where none does."""
    links: Mapping[str, str]
    """Fields that point at another row: an agency by its name, or a row by its label."""
    returned: AgencyReturnDraft | None = None
    """What an agency returned, for a request."""
    content: bytes = field(default=b"", repr=False)
    """The bytes of an attachment."""


@dataclass(frozen=True, slots=True)
class PracticeCase:
    """One invented open case. A part is None where the case holds nothing of it yet."""

    case: CaseDraft
    children: tuple[ChildDraft, ...]
    notification: NotificationDraft | None
    rapid_review: RapidReviewDraft | None
    local_review: LocalReviewDraft | None
    publication: PublicationDraft | None
    agreed_dates: Mapping[str, AgreedDate]
    """By the code of the rule."""
    entries: tuple[PracticeEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticeAgencyPart:
    """A further contact or a former name of an invented agency."""

    agency: str
    """Its name in the directory."""
    draft: AgencyContactDraft | FormerNameDraft


@dataclass(frozen=True, slots=True)
class PublishedReview:
    """What the public list does not say of one of its reviews."""

    title: str
    """A short neutral description for lists."""
    themes: tuple[str, ...]
    web_address: str
    """Of its page; "" where it stands on no page of the partnership."""
    spokesperson: str
    """A role, never a name; "" where others speak of it."""


@dataclass(frozen=True, slots=True)
class PracticeBriefing:
    """One title of the public list, with what was written for it, if anything."""

    listed: int | None
    """The place in `PublicList.reviews` of the review it speaks of, or None."""
    draft: BriefingDraft
    """Without case ids: the cases have none before they are saved."""


@dataclass(frozen=True, slots=True)
class PracticeContent:
    partnership: PartnershipDraft
    agencies: tuple[AgencyDraft, ...]
    directory: tuple[PracticeAgencyPart, ...]
    """What is known of them besides."""
    timetable: Timetable
    """The partnership's own, in force for its newest cases."""
    cases: tuple[PracticeCase, ...]
    """Oldest first, so that references count up."""
    public_list: PublicList
    published: tuple[PublishedReview, ...]
    """One for each review of the list, in its order."""
    briefings: tuple[PracticeBriefing, ...]
    """One for each title of the list, in its order."""
