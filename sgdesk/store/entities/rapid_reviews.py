"""Rapid Reviews."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Considered
from sgdesk.domain.rapid_reviews import Decision, PanelView
from sgdesk.store.base import Record, Records, live_unique, refers_to


class RapidReviewEntity(Record, kw_only=True):
    """The Rapid Review of a case."""

    __tablename__ = "rapid_review"
    __table_args__ = (live_unique("rapid_review", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    first_request_on: Mapped[date | None] = mapped_column(default=None)
    last_return_on: Mapped[date | None] = mapped_column(default=None)
    meeting_on: Mapped[date | None] = mapped_column(default=None)
    meeting_time: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    authority_signed_on: Mapped[date | None] = mapped_column(default=None)
    health_signed_on: Mapped[date | None] = mapped_column(default=None)
    police_signed_on: Mapped[date | None] = mapped_column(default=None)
    decision: Mapped[Decision] = mapped_column(default=Decision.NOT_MADE)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    reasons: Mapped[str] = mapped_column(default="")
    sent_on: Mapped[date | None] = mapped_column(default=None)
    late_reason: Mapped[str] = mapped_column(default="")
    panel_view: Mapped[PanelView] = mapped_column(default=PanelView.NOT_RECEIVED)
    panel_replied_on: Mapped[date | None] = mapped_column(default=None)
    meeting_place: Mapped[str] = mapped_column(default="")
    attended: Mapped[str] = mapped_column(default="")
    considered: Mapped[tuple[Considered, ...]] = mapped_column(Records(Considered), default=())
    authority_signed_by: Mapped[str] = mapped_column(default="")
    health_signed_by: Mapped[str] = mapped_column(default="")
    police_signed_by: Mapped[str] = mapped_column(default="")
    dissent: Mapped[str] = mapped_column(default="")
    sent_route: Mapped[str] = mapped_column(default="")
    late_told_on: Mapped[date | None] = mapped_column(default=None)
    expected_on: Mapped[date | None] = mapped_column(default=None)
    panel_comments: Mapped[str] = mapped_column(default="")
    reconsidered: Mapped[Decision] = mapped_column(default=Decision.NOT_MADE)
    reconsidered_on: Mapped[date | None] = mapped_column(default=None)
    reconsidered_reasons: Mapped[str] = mapped_column(default="")
