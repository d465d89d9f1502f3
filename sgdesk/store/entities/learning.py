"""Findings, recommendations, actions, evidence and impact."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from sgdesk.domain.answers import Answer
from sgdesk.domain.learning import ActionPlan, ActionStatus, FindingSource
from sgdesk.store.base import Record, refers_to


class FindingEntity(Record, kw_only=True):
    """A finding of a review."""

    __tablename__ = "finding"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    source: Mapped[FindingSource] = mapped_column(default=FindingSource.RAPID_REVIEW)
    text: Mapped[str] = mapped_column(default="")
    theme: Mapped[str] = mapped_column(default="")


class RecommendationEntity(Record, kw_only=True):
    """A recommendation, word for word."""

    __tablename__ = "recommendation"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    finding_id: Mapped[UUID | None] = mapped_column(refers_to("finding"), default=None)
    addressed_to: Mapped[str] = mapped_column(default="")
    accepted: Mapped[Answer] = mapped_column(default=Answer.BLANK)
    not_accepted_reason: Mapped[str] = mapped_column(default="")


class ActionEntity(Record, kw_only=True):
    """An action of a plan. Whether it is overdue is computed."""

    __tablename__ = "action"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    plan: Mapped[ActionPlan] = mapped_column(default=ActionPlan.MULTI_AGENCY)
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    recommendation_id: Mapped[UUID | None] = mapped_column(
        refers_to("recommendation"), default=None
    )
    agency_id: Mapped[UUID | None] = mapped_column(refers_to("agency"), default=None)
    owner: Mapped[str] = mapped_column(default="")
    set_on: Mapped[date | None] = mapped_column(default=None)
    due_on: Mapped[date | None] = mapped_column(default=None)
    revised_on: Mapped[date | None] = mapped_column(default=None)
    revised_reason: Mapped[str] = mapped_column(default="")
    revised_by: Mapped[str] = mapped_column(default="")
    success_measure: Mapped[str] = mapped_column(default="")
    baseline: Mapped[str] = mapped_column(default="")
    status: Mapped[ActionStatus] = mapped_column(default=ActionStatus.NOT_STARTED)
    progress: Mapped[str] = mapped_column(default="")
    escalated_on: Mapped[date | None] = mapped_column(default=None)
    escalated_to: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(default=None)
    closed_by: Mapped[str] = mapped_column(default="")
    closing_note: Mapped[str] = mapped_column(default="")


class EvidenceEntity(Record, kw_only=True):
    """What shows that an action was done."""

    __tablename__ = "evidence"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    action_id: Mapped[UUID | None] = mapped_column(refers_to("action"), default=None, index=True)
    kind: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    dated_on: Mapped[date | None] = mapped_column(default=None)
    attachment_id: Mapped[UUID | None] = mapped_column(refers_to("attachment"), default=None)


class ImpactEntity(Record, kw_only=True):
    """What an action changed."""

    __tablename__ = "impact"

    case_id: Mapped[UUID] = mapped_column(refers_to("case_file"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    action_id: Mapped[UUID | None] = mapped_column(refers_to("action"), default=None, index=True)
    assessed_on: Mapped[date | None] = mapped_column(default=None)
    assessed_by: Mapped[str] = mapped_column(default="")
    change: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
