"""A short chain of a case, saved through the services."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from services_samples import TODAY

from sgdesk.domain.action_closing import ClosingDraft
from sgdesk.domain.learning import (
    ActionDraft,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.services.entries import list_entries, save_entry
from sgdesk.services.learning import read_learning

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.entries import Entry
    from sgdesk.records.learning import CaseLearning
    from sgdesk.services.register import Register

FINDING = FindingDraft(number="1", text="Nobody asked about life online.")
RECOMMENDATION = RecommendationDraft(number="1", text="Ask everybody.")
ACTION = ActionDraft(
    number="1.1",
    text="Write the questions.",
    owner="Named nurse",
    set_on=date(2026, 9, 1),
    due_on=date(2026, 11, 19),
    success_measure="They are asked.",
)
EVIDENCE = EvidenceDraft(kind="Audit", what="40 records", dated_on=date(2026, 11, 20))
IMPACT = ImpactDraft(
    assessed_on=TODAY, assessed_by="Review group", change="Children are asked.", measure="Audit"
)


@dataclass
class Chain:
    """A case with one finding, one recommendation and one action."""

    register: Register
    case_id: UUID

    def save(self, draft: Any, entry: Entry[Any] | None = None) -> Entry[Any]:
        """Save a draft, and return its entry as it is held then."""
        before = {one.entry_id for one in self.entries(type(draft))}
        save_entry(self.register, self.case_id, entry, draft, today=TODAY)
        after = self.entries(type(draft))
        if entry is not None:
            return next(one for one in after if one.entry_id == entry.entry_id)
        return next(one for one in after if one.entry_id not in before)

    def entries(self, kind: type[Any]) -> tuple[Entry[Any], ...]:
        return list_entries(self.register, kind, self.case_id)

    def one(self, kind: type[Any]) -> Entry[Any]:
        """Return the first entry of a kind, as it is held now."""
        return self.entries(kind)[0]


def make_chain(register: Register, case_id: UUID) -> Chain:
    """Save a finding with a recommendation and an action that is two working days late."""
    chain = Chain(register, case_id)
    finding = chain.save(FINDING)
    advice = chain.save(replace(RECOMMENDATION, finding_id=finding.entry_id))
    chain.save(replace(ACTION, recommendation_id=advice.entry_id))
    return chain


def read(chain: Chain) -> CaseLearning:
    return read_learning(chain.register, chain.case_id, today=TODAY)


def closing(**changes: Any) -> ClosingDraft:
    shown = ClosingDraft(
        closed_on=TODAY, closed_by="Review group", evidence_kind="Audit", evidence="40 records"
    )
    return replace(shown, **changes)
