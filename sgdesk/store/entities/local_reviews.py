"""Local Child Safeguarding Practice Reviews."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.store.base import Record, live_unique, refers_to


class LocalReviewEntity(Record, kw_only=True):
    """The local review of a case."""

    __tablename__ = "local_review"
    __table_args__ = (live_unique("local_review", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    initiated_on: Mapped[date | None] = mapped_column(default=None)
    reviewer: Mapped[str] = mapped_column(default="")
    decision_told_on: Mapped[date | None] = mapped_column(default=None)
    last_monitored_on: Mapped[date | None] = mapped_column(default=None)
    forecast_on: Mapped[date | None] = mapped_column(default=None)
    delay_reason: Mapped[str] = mapped_column(default="")
    delay_told_on: Mapped[date | None] = mapped_column(default=None)
    paused_by: Mapped[str] = mapped_column(default="")
    next_check_on: Mapped[date | None] = mapped_column(default=None)
