"""Closing an action: how it ends, with its evidence and its impact in the same breath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sgdesk.domain.action_checks import COMPLETE_STATUSES, check_action, check_held_action
from sgdesk.domain.learning import ActionDraft, ActionStatus, EvidenceDraft, ImpactDraft
from sgdesk.domain.learning_checks import check_evidence, check_impact
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class ClosingDraft:
    """The end of an action. Evidence and impact are new ones; empty where none is added."""

    status: ActionStatus = ActionStatus.EVIDENCED
    closed_on: date | None = None
    closed_by: str = ""
    closing_note: str = prose()
    evidence_kind: str = ""
    evidence_on: date | None = None
    evidence: str = prose()
    impact_on: date | None = None
    impact_by: str = ""
    impact: str = prose()
    impact_measure: str = prose()

    @property
    def new_evidence(self) -> EvidenceDraft | None:
        """Return the evidence that is added, or None where nothing of it was typed."""
        if not (self.evidence.strip() or self.evidence_kind.strip()):
            return None
        return EvidenceDraft(kind=self.evidence_kind, what=self.evidence, dated_on=self.evidence_on)

    @property
    def new_impact(self) -> ImpactDraft | None:
        """Return the impact that is added, or None where nothing of it was typed."""
        if not (self.impact.strip() or self.impact_by.strip() or self.impact_measure.strip()):
            return None
        return ImpactDraft(
            assessed_on=self.impact_on,
            assessed_by=self.impact_by,
            change=self.impact,
            measure=self.impact_measure,
        )


_EVIDENCE_FIELDS = {"kind": "evidence_kind", "what": "evidence", "dated_on": "evidence_on"}
_IMPACT_FIELDS = {
    "assessed_on": "impact_on",
    "assessed_by": "impact_by",
    "change": "impact",
    "measure": "impact_measure",
}


def closed_action(action: ActionDraft, closing: ClosingDraft) -> ActionDraft:
    """Return `action` as it is closed."""
    return replace(
        action,
        status=closing.status,
        closed_on=closing.closed_on,
        closed_by=closing.closed_by,
        closing_note=closing.closing_note,
    )


def check_closing(
    closing: ClosingDraft, action: ActionDraft, *, evidence: int, impacts: int, today: date
) -> list[Problem]:
    """Return every problem of closing `action`, which has so much evidence and so many impacts.

    What stands in the way outside of the closing itself comes without a field.
    """
    closed = closed_action(action, closing)
    own = {"status", "closed_on", "closed_by", "closing_note"}
    problems = [
        one if one.field in own else replace(one, field="")
        for one in check_action(closed, today=today)
    ]
    added, changed = closing.new_evidence, closing.new_impact
    if added is not None:
        problems += _renamed(check_evidence(added, today=today), _EVIDENCE_FIELDS)
    if changed is not None:
        problems += _renamed(check_impact(changed, today=today), _IMPACT_FIELDS)
    evidence += added is not None
    impacts += changed is not None
    if closing.status in COMPLETE_STATUSES and not evidence:
        problems.append(
            Problem("evidence", "Evidence: say what shows that it was done, and where it is kept.")
        )
    if closing.status is ActionStatus.EMBEDDED and not impacts:
        problems.append(
            Problem("impact", "What is different: an action is embedded once its impact is known.")
        )
    rest = check_held_action(closed, evidence=1, impacts=1)
    return [*problems, *(replace(one, field="") for one in rest)]


def _renamed(problems: list[Problem], names: dict[str, str]) -> list[Problem]:
    return [replace(one, field=names[one.field]) for one in problems]
