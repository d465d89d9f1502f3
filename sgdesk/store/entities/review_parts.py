"""What hangs on a local review."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.store.base import Record, refers_to


class EnquiryLineEntity(Record, kw_only=True):
    """A key line of enquiry."""

    __tablename__ = "enquiry_line"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    question: Mapped[str] = mapped_column(default="")
    finding: Mapped[str] = mapped_column(default="")


class PanelMemberEntity(Record, kw_only=True):
    """A member of the panel of a local review."""

    __tablename__ = "panel_member"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[UUID | None] = mapped_column(refers_to("agency"), default=None)
    joined_on: Mapped[date | None] = mapped_column(default=None)
    left_on: Mapped[date | None] = mapped_column(default=None)


class ReviewEventEntity(Record, kw_only=True):
    """A meeting or another event of a local review."""

    __tablename__ = "review_event"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None] = mapped_column(default=None)
    held_time: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    attended: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class ReportVersionEntity(Record, kw_only=True):
    """A version of the report of a local review."""

    __tablename__ = "report_version"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    version: Mapped[str] = mapped_column(default="")
    dated_on: Mapped[date | None] = mapped_column(default=None)
    author: Mapped[str] = mapped_column(default="")
    sent_on: Mapped[date | None] = mapped_column(default=None)
    recipients: Mapped[str] = mapped_column(default="")
    comments_due_on: Mapped[date | None] = mapped_column(default=None)
    comments: Mapped[str] = mapped_column(default="")
    is_final: Mapped[bool] = mapped_column(default=False)
    attachment_id: Mapped[UUID | None] = mapped_column(refers_to("attachment"), default=None)


class MonitoringEntity(Record, kw_only=True):
    """A look at progress and quality of a local review."""

    __tablename__ = "monitoring"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    monitored_on: Mapped[date | None] = mapped_column(default=None)
    monitored_by: Mapped[str] = mapped_column(default="")
    route: Mapped[str] = mapped_column(default="")
    progress: Mapped[str] = mapped_column(default="")
    quality: Mapped[str] = mapped_column(default="")
    asked_for: Mapped[str] = mapped_column(default="")
    letter_on: Mapped[date | None] = mapped_column(default=None)
    answered_on: Mapped[date | None] = mapped_column(default=None)
