"""What has to hold of the chain of a case after every save, whoever made it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sgdesk.domain.action_checks import check_held_action
from sgdesk.domain.learning import ActionDraft
from sgdesk.errors import Problem
from sgdesk.services.drafts import draft_from
from sgdesk.store.entities.learning import (
    ActionEntity,
    EvidenceEntity,
    FindingEntity,
    ImpactEntity,
    RecommendationEntity,
)
from sgdesk.store.queries.find import list_parts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy.orm import Session


def chain_problems(session: Session, case_id: UUID) -> list[Problem]:
    """Return what is wrong with the chain of a case as `session` would leave it.

    Nothing hangs on a row that is gone, and nothing counts as complete without evidence.
    """
    session.flush()
    findings = list_parts(session, FindingEntity, case_id)
    recommendations = list_parts(session, RecommendationEntity, case_id)
    actions = list_parts(session, ActionEntity, case_id)
    evidence = list_parts(session, EvidenceEntity, case_id)
    impacts = list_parts(session, ImpactEntity, case_id)
    problems = [
        *_loose(recommendations, "finding_id", findings, "recommendation", "finding"),
        *_loose(actions, "recommendation_id", recommendations, "action", "recommendation"),
        *_homeless(evidence, actions, "evidence"),
        *_homeless(impacts, actions, "impact"),
    ]
    shown = Counter(one.action_id for one in evidence)
    changed = Counter(one.action_id for one in impacts)
    for one in actions:
        draft = draft_from(ActionDraft, one)
        problems += check_held_action(draft, evidence=shown[one.id], impacts=changed[one.id])
    return problems


def _loose(
    rows: Iterable[Any], name: str, held: Iterable[Any], noun: str, rests_on: str
) -> list[Problem]:
    """Return the first of `rows` that rests on something that is not there."""
    keys = {None, *(one.id for one in held)}
    loose = [one for one in rows if getattr(one, name) not in keys]
    if not loose:
        return []
    others = f" and {len(loose) - 1} more" if len(loose) > 1 else ""
    words = f"{noun} {loose[0].number}".strip()
    sentence = (
        f"{words[:1].upper()}{words[1:]}{others} would be left without the {rests_on}. "
        f"Move it to another {rests_on} or remove it first."
    )
    return [Problem(name, sentence)]


def _homeless(rows: Iterable[Any], actions: Iterable[Any], noun: str) -> list[Problem]:
    keys = {one.id for one in actions}
    if all(one.action_id in keys for one in rows):
        return []
    return [Problem("", f"This action has {noun}. Remove the {noun} first, then the action.")]
