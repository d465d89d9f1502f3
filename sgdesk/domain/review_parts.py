"""What hangs on a local review: lines of enquiry, panel, events, versions, monitoring."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.prose import prose

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class EnquiryLineDraft:
    """A key line of enquiry."""

    number: str = ""
    question: str = prose()
    finding: str = prose()


@dataclass(frozen=True, slots=True)
class PanelMemberDraft:
    """A member of the panel of a local review."""

    name: str = field(default="", repr=False)
    role: str = ""
    agency_id: UUID | None = None
    joined_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReviewEventDraft:
    kind: str = ""
    held_on: date | None = None
    """The day it is booked for, or was held."""
    held_time: str = ""
    """The time, as in "10:00"."""
    place: str = ""
    attended: str = prose()
    note: str = prose()


@dataclass(frozen=True, slots=True)
class ReportVersionDraft:
    """One version of the report of a local review."""

    version: str = ""
    dated_on: date | None = None
    author: str = ""
    sent_on: date | None = None
    recipients: str = prose()
    comments_due_on: date | None = None
    comments: str = prose()
    is_final: bool = False
    attachment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MonitoringDraft:
    """One look at progress and quality: regulation 14 of SI 2018/789."""

    monitored_on: date | None = None
    monitored_by: str = ""
    route: str = ""
    progress: str = prose()
    quality: str = prose()
    asked_for: str = prose()
    """What the reviewer was asked for in writing."""
    letter_on: date | None = None
    answered_on: date | None = None
