"""From findings to impact, as the case, the Actions page and the printed plan show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.learning import (
        ActionDraft,
        ActionPlan,
        ActionStatus,
        EvidenceDraft,
        FindingDraft,
        ImpactDraft,
        RecommendationDraft,
    )
    from sgdesk.domain.standings import Standing
    from sgdesk.records.entries import Entry


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action in a list."""

    action_id: UUID
    case_id: UUID
    reference: str
    """The case's reference, its title where it has none."""
    number: str
    text: str = field(repr=False)
    plan: ActionPlan
    agency: str
    """Its name, or "" where the partnership itself acts."""
    owner: str
    set_on: date | None
    due_on: date | None
    revised_on: date | None
    counts_to: date | None
    """The date the standing is judged by."""
    status: ActionStatus
    standing: Standing
    standing_words: str
    days: int
    """Working days left until the date that counts, or late after it."""
    evidence: int
    impacts: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class ActionNode:
    """An action with what hangs on it."""

    entry: Entry[ActionDraft]
    row: ActionRow
    evidence: tuple[Entry[EvidenceDraft], ...]
    impacts: tuple[Entry[ImpactDraft], ...]


@dataclass(frozen=True, slots=True)
class RecommendationNode:
    entry: Entry[RecommendationDraft]
    actions: tuple[ActionNode, ...]


@dataclass(frozen=True, slots=True)
class FindingNode:
    entry: Entry[FindingDraft]
    recommendations: tuple[RecommendationNode, ...]


@dataclass(frozen=True, slots=True)
class ActionChain:
    """One action with what it follows from."""

    finding: Entry[FindingDraft] | None
    recommendation: Entry[RecommendationDraft] | None
    action: ActionNode


@dataclass(frozen=True, slots=True)
class CaseLearning:
    """Everything a case has learnt, each group by number."""

    case_id: UUID
    reference: str
    """The case's reference, its title where it has none."""
    findings: tuple[FindingNode, ...] = ()
    recommendations: tuple[RecommendationNode, ...] = ()
    """Those that rest on no finding."""
    actions: tuple[ActionNode, ...] = ()
    """Those that follow from no recommendation."""

    def all_recommendations(self) -> tuple[RecommendationNode, ...]:
        """Return the recommendations under findings, then the others."""
        under = (one for finding in self.findings for one in finding.recommendations)
        return (*under, *self.recommendations)

    def all_actions(self) -> tuple[ActionNode, ...]:
        """Return the actions under recommendations, then the others."""
        under = (one for held in self.all_recommendations() for one in held.actions)
        return (*under, *self.actions)

    def chain_of(self, action_id: UUID) -> ActionChain | None:
        """Return an action with what it follows from, or None if the case has it no more."""
        found = {one.entry.entry_id: one for one in self.all_actions()}.get(action_id)
        if found is None:
            return None
        advised = {one.entry.entry_id: one.entry for one in self.all_recommendations()}
        findings = {one.entry.entry_id: one.entry for one in self.findings}
        recommendation_id = found.entry.draft.recommendation_id
        recommendation = advised.get(recommendation_id) if recommendation_id else None
        finding_id = recommendation.draft.finding_id if recommendation else None
        return ActionChain(findings.get(finding_id) if finding_id else None, recommendation, found)
