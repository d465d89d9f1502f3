"""From a finding to its impact: recommendations, actions, evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.prose import prose

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


class FindingSource(StrEnum):
    RAPID_REVIEW = "rapid_review"
    LOCAL_REVIEW = "local_review"
    NATIONAL_REVIEW = "national_review"
    OTHER = "other"


SOURCE_WORDS = {
    FindingSource.RAPID_REVIEW: "Rapid Review",
    FindingSource.LOCAL_REVIEW: "Local review",
    FindingSource.NATIONAL_REVIEW: "National review",
    FindingSource.OTHER: "Other",
}


@dataclass(frozen=True, slots=True)
class FindingDraft:
    number: str = ""
    source: FindingSource = FindingSource.RAPID_REVIEW
    text: str = prose()
    theme: str = ""


@dataclass(frozen=True, slots=True)
class RecommendationDraft:
    """A recommendation, word for word as the report has it."""

    number: str = ""
    text: str = prose()
    finding_id: UUID | None = None
    addressed_to: str = ""
    accepted: Answer = Answer.BLANK
    not_accepted_reason: str = prose()


class ActionPlan(StrEnum):
    IMMEDIATE = "immediate"
    SINGLE_AGENCY = "single_agency"
    MULTI_AGENCY = "multi_agency"


PLAN_WORDS = {
    ActionPlan.IMMEDIATE: "Immediate safety",
    ActionPlan.SINGLE_AGENCY: "Single-agency plan",
    ActionPlan.MULTI_AGENCY: "Multi-agency plan",
}


class ActionStatus(StrEnum):
    """What the officer says of an action. Overdue is no status: it is computed."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    AT_RISK = "at_risk"
    AWAITING_EVIDENCE = "awaiting_evidence"
    EVIDENCED = "evidenced"
    EMBEDDED = "embedded"
    SUPERSEDED = "superseded"
    NOT_ACCEPTED = "not_accepted"


STATUS_WORDS = {
    ActionStatus.NOT_STARTED: "Not started",
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.AT_RISK: "At risk",
    ActionStatus.AWAITING_EVIDENCE: "Complete, evidence awaited",
    ActionStatus.EVIDENCED: "Complete, evidenced",
    ActionStatus.EMBEDDED: "Embedded, impact audited",
    ActionStatus.SUPERSEDED: "Superseded",
    ActionStatus.NOT_ACCEPTED: "Not accepted",
}

CLOSED_STATUSES = frozenset(
    {
        ActionStatus.EVIDENCED,
        ActionStatus.EMBEDDED,
        ActionStatus.SUPERSEDED,
        ActionStatus.NOT_ACCEPTED,
    }
)
"""Statuses in which nothing is asked of the owner any more."""


@dataclass(frozen=True, slots=True)
class ActionDraft:
    plan: ActionPlan = ActionPlan.MULTI_AGENCY
    number: str = ""
    text: str = prose()
    recommendation_id: UUID | None = None
    agency_id: UUID | None = None
    owner: str = ""
    """The named role in the agency that answers for it."""
    set_on: date | None = None
    due_on: date | None = None
    revised_on: date | None = None
    """A later due date that was agreed; the first one stays in view."""
    revised_reason: str = prose()
    revised_by: str = ""
    success_measure: str = prose()
    baseline: str = prose()
    status: ActionStatus = ActionStatus.NOT_STARTED
    progress: str = prose()
    escalated_on: date | None = None
    escalated_to: str = ""
    closed_on: date | None = None
    closed_by: str = ""
    closing_note: str = prose()

    @property
    def counts_to(self) -> date | None:
        """Return the date it is judged by: the revised one, where there is one."""
        return self.revised_on or self.due_on


@dataclass(frozen=True, slots=True)
class EvidenceDraft:
    """What shows that an action was done."""

    action_id: UUID | None = None
    kind: str = ""
    what: str = prose()
    dated_on: date | None = None
    attachment_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ImpactDraft:
    """What is different for children since an action was done, and how that is known."""

    action_id: UUID | None = None
    assessed_on: date | None = None
    assessed_by: str = ""
    change: str = prose()
    measure: str = prose()
