"""Contacts and former names of agencies, what they are asked, and how they are chased."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.agency_requests import ChaseStep
from sgdesk.domain.answers import Answer
from sgdesk.store.base import Record, refers_to


class AgencyContactEntity(Record, kw_only=True):
    """A further contact of an agency."""

    __tablename__ = "agency_contact"

    agency_id: Mapped[UUID] = mapped_column(refers_to("agency"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    role: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    left_on: Mapped[date | None] = mapped_column(default=None)


class FormerNameEntity(Record, kw_only=True):
    """What an agency was called before."""

    __tablename__ = "former_name"

    agency_id: Mapped[UUID] = mapped_column(refers_to("agency"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    until_on: Mapped[date | None] = mapped_column(default=None)


class AgencyRequestEntity(Record, kw_only=True):
    """What one agency is asked for in one case, and what it returned."""

    __tablename__ = "agency_request"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    agency_id: Mapped[UUID | None] = mapped_column(refers_to("agency"), default=None)
    purpose: Mapped[str] = mapped_column(default="Rapid Review return")
    round: Mapped[int] = mapped_column(default=1)
    contact: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date | None] = mapped_column(default=None)
    route: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    due_reason: Mapped[str] = mapped_column(default="")
    acknowledged_on: Mapped[date | None] = mapped_column(default=None)
    promised_on: Mapped[date | None] = mapped_column(default=None)
    queried_on: Mapped[date | None] = mapped_column(default=None)
    query: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None] = mapped_column(default=None)
    not_needed_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    received_on: Mapped[date | None] = mapped_column(default=None)
    is_nil: Mapped[bool] = mapped_column(default=False)
    version: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    signatory: Mapped[str] = mapped_column(default="")
    period_covered: Mapped[str] = mapped_column(default="")
    documents_secured: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    involvement: Mapped[str] = mapped_column(default="")
    practice_episodes: Mapped[str] = mapped_column(default="")
    child_voice: Mapped[str] = mapped_column(default="")
    identity: Mapped[str] = mapped_column(default="")
    good_practice: Mapped[str] = mapped_column(default="")
    learning: Mapped[str] = mapped_column(default="")
    review_view: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None] = mapped_column(default=None)
    checked_by: Mapped[str] = mapped_column(default="")
    found_sound: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    check_note: Mapped[str] = mapped_column(default="")


class ChaseEntity(Record, kw_only=True):
    """A reminder, chase or escalation that was sent."""

    __tablename__ = "chase"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    request_id: Mapped[UUID | None] = mapped_column(
        refers_to("agency_request"), default=None, index=True
    )
    step: Mapped[ChaseStep] = mapped_column(default=ChaseStep.REMINDER)
    made_on: Mapped[date | None] = mapped_column(default=None)
    route: Mapped[str] = mapped_column(default="")
    recipient: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
