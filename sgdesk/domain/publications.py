"""Publication of a review, its place on the public list, and leaving it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.prose import prose

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class PublicationDraft:
    title: str = ""
    """As the report is called; empty where the public list gives the reference alone."""
    summary: str = prose()
    """The paragraph on the public list."""
    review_type: str = "Local Child Safeguarding Practice Review"
    planned_on: date | None = None
    copy_sent_on: date | None = None
    published_on: date | None = None
    released_on: date | None = None
    """From this day its documents carry no handling mark; set by a step of its own."""
    deposited_on: date | None = None
    archived_on: date | None = None
    web_address: str = ""
    gates: tuple[Considered, ...] = ()
    """The checklist before publication, by the codes of `PUBLICATION_GATES`."""
    embargo_on: date | None = None
    embargo_time: str = ""
    """Nothing is published before this day and time, as in "10:00"."""
    copy_sent_route: str = ""
    spokesperson: str = ""
    web_slot_on: date | None = None
    web_slot_time: str = ""
    deposit_acknowledged_on: date | None = None
    webinar_on: date | None = None
    webinar_address: str = ""
    not_published: Answer = Answer.BLANK
    """Yes: the partners decided not to publish the report."""
    not_published_reason: str = prose()


class PackFileKind(StrEnum):
    REPORT = "report"
    PRESS_STATEMENT = "press_statement"
    BRIEFING_NOTE = "briefing_note"
    PRESENTATION = "presentation"


PACK_FILE_WORDS = {
    PackFileKind.REPORT: "Report",
    PackFileKind.PRESS_STATEMENT: "Press statement",
    PackFileKind.BRIEFING_NOTE: "Briefing note",
    PackFileKind.PRESENTATION: "Presentation",
}


@dataclass(frozen=True, slots=True)
class PackFileDraft:
    """One of the files that are published with a review."""

    kind: PackFileKind = PackFileKind.REPORT
    title: str = ""
    ready_on: date | None = None
    approved_by: str = ""
    attachment_id: UUID | None = None
    note: str = prose()
