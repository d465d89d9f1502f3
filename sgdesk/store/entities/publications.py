"""Publications of reviews."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Answer, Considered
from sgdesk.domain.publications import PublicationDraft
from sgdesk.store.base import Record, Records, live_unique, refers_to


class PublicationEntity(Record, kw_only=True):
    """The publication of a case's review, and its entry on the public list."""

    __tablename__ = "publication"
    __table_args__ = (live_unique("publication", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    title: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    review_type: Mapped[str] = mapped_column(default=PublicationDraft().review_type)
    planned_on: Mapped[date | None] = mapped_column(default=None)
    copy_sent_on: Mapped[date | None] = mapped_column(default=None)
    published_on: Mapped[date | None] = mapped_column(default=None)
    released_on: Mapped[date | None] = mapped_column(default=None)
    deposited_on: Mapped[date | None] = mapped_column(default=None)
    archived_on: Mapped[date | None] = mapped_column(default=None)
    web_address: Mapped[str] = mapped_column(default="")
    gates: Mapped[tuple[Considered, ...]] = mapped_column(Records(Considered), default=())
    embargo_on: Mapped[date | None] = mapped_column(default=None)
    embargo_time: Mapped[str] = mapped_column(default="")
    copy_sent_route: Mapped[str] = mapped_column(default="")
    spokesperson: Mapped[str] = mapped_column(default="")
    web_slot_on: Mapped[date | None] = mapped_column(default=None)
    web_slot_time: Mapped[str] = mapped_column(default="")
    deposit_acknowledged_on: Mapped[date | None] = mapped_column(default=None)
    webinar_on: Mapped[date | None] = mapped_column(default=None)
    webinar_address: Mapped[str] = mapped_column(default="")
    not_published: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    not_published_reason: Mapped[str] = mapped_column(default="")
