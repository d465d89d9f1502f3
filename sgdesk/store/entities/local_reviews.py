"""Local Child Safeguarding Practice Reviews."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Considered
from sgdesk.store.base import Record, Records, live_unique, refers_to


class LocalReviewEntity(Record, kw_only=True):
    """The local review of a case."""

    __tablename__ = "local_review"
    __table_args__ = (live_unique("local_review", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    initiated_on: Mapped[date | None] = mapped_column(default=None)
    reviewer: Mapped[str] = mapped_column(default="")
    decision_told_on: Mapped[date | None] = mapped_column(default=None)
    forecast_on: Mapped[date | None] = mapped_column(default=None)
    commissioned_on: Mapped[date | None] = mapped_column(default=None)
    reviewer_organisation: Mapped[str] = mapped_column(default="")
    independence: Mapped[str] = mapped_column(default="")
    chair: Mapped[str] = mapped_column(default="")
    methodology: Mapped[str] = mapped_column(default="")
    terms_version: Mapped[str] = mapped_column(default="")
    terms_agreed_on: Mapped[date | None] = mapped_column(default=None)
    terms: Mapped[str] = mapped_column(default="")
    scope_from_on: Mapped[date | None] = mapped_column(default=None)
    scope_to_on: Mapped[date | None] = mapped_column(default=None)
    forecast_reason: Mapped[str] = mapped_column(default="")
    quality: Mapped[tuple[Considered, ...]] = mapped_column(Records(Considered), default=())
    legal_checked_on: Mapped[date | None] = mapped_column(default=None)
    authority_signed_on: Mapped[date | None] = mapped_column(default=None)
    authority_signed_by: Mapped[str] = mapped_column(default="")
    health_signed_on: Mapped[date | None] = mapped_column(default=None)
    health_signed_by: Mapped[str] = mapped_column(default="")
    police_signed_on: Mapped[date | None] = mapped_column(default=None)
    police_signed_by: Mapped[str] = mapped_column(default="")
