"""Notifications of serious incidents and deaths."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Answer
from sgdesk.domain.notifications import NotificationKind, NotificationOutcome
from sgdesk.store.base import Record, live_unique, refers_to


class NotificationEntity(Record, kw_only=True):
    """The notification of a case."""

    __tablename__ = "notification"
    __table_args__ = (live_unique("notification", "case_id"),)

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"))
    kind: Mapped[NotificationKind] = mapped_column(default=NotificationKind.SERIOUS_INCIDENT)
    notified_on: Mapped[date | None] = mapped_column(default=None)
    receipt: Mapped[str] = mapped_column(default="")
    partners_told_on: Mapped[date | None] = mapped_column(default=None)
    copy_received_on: Mapped[date | None] = mapped_column(default=None)
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)
    withdrawn_reason: Mapped[str] = mapped_column(default="")
    decided_to_notify_on: Mapped[date | None] = mapped_column(default=None)
    notified_by: Mapped[str] = mapped_column(default="")
    first_notified_on: Mapped[date | None] = mapped_column(default=None)
    resubmitted_reason: Mapped[str] = mapped_column(default="")
    nature: Mapped[str] = mapped_column(default="")
    cause: Mapped[str] = mapped_column(default="")
    location: Mapped[str] = mapped_column(default="")
    incident_time: Mapped[str] = mapped_column(default="")
    description: Mapped[str] = mapped_column(default="")
    known_to_agencies: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    outcome: Mapped[NotificationOutcome] = mapped_column(default=NotificationOutcome.STANDS)
