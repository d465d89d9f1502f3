"""What is kept of a case's deadlines: results that must not move, dates that did, steps met."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.store.base import Record, live_unique, refers_to


class MilestoneDoneEntity(Record, kw_only=True):
    """When a case met a milestone that the partnership added itself."""

    __tablename__ = "milestone_done"
    __table_args__ = (live_unique("milestone_done", "case_id", "rule_code"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    rule_code: Mapped[str]
    done_on: Mapped[date]


class KeptResultEntity(Record, kw_only=True):
    """How a deadline was met, kept since what it was computed from has changed."""

    __tablename__ = "kept_result"
    __table_args__ = (live_unique("kept_result", "case_id", "rule_code"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    rule_code: Mapped[str]
    trigger_on: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date]
    done_on: Mapped[date]
    is_late: Mapped[bool] = mapped_column(default=False)
    days: Mapped[int] = mapped_column(default=0)
    working: Mapped[str] = mapped_column(default="")


class MovedDateEntity(Record, kw_only=True):
    """A due date that a change moved: what it was, what it became, and why."""

    __tablename__ = "moved_date"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    rule_code: Mapped[str]
    before_on: Mapped[date | None] = mapped_column(default=None)
    after_on: Mapped[date | None] = mapped_column(default=None)
    cause: Mapped[str] = mapped_column(default="")
