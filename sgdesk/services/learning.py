"""The chain of a case: findings, recommendations, actions, evidence and impact."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from sgdesk.domain.learning import (
    ActionDraft,
    EvidenceDraft,
    FindingDraft,
    ImpactDraft,
    RecommendationDraft,
)
from sgdesk.domain.learning_numbers import number_key
from sgdesk.records.learning import (
    ActionNode,
    CaseLearning,
    FindingNode,
    RecommendationNode,
)
from sgdesk.services.actions import action_row
from sgdesk.services.entries import read_entries
from sgdesk.services.held_cases import read_held_cases
from sgdesk.store.entities.partnerships import AgencyEntity
from sgdesk.store.queries.actions import ActionFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.records.entries import Entry
    from sgdesk.records.learning import ActionRow
    from sgdesk.services.register import Register

NodeT = TypeVar("NodeT", FindingNode, RecommendationNode, ActionNode)


def read_learning(register: Register, case_id: UUID, *, today: date) -> CaseLearning:
    """Return everything a case has learnt, each finding with what follows from it, by number."""
    reference = "".join(case.reference for case in read_held_cases(register, case_id))
    with register.store.read() as session:
        agencies = _agency_names(session)
        findings = read_entries(session, FindingDraft, case_id)
        recommendations = read_entries(session, RecommendationDraft, case_id)
        actions = read_entries(session, ActionDraft, case_id)
        evidence = _by_action(read_entries(session, EvidenceDraft, case_id))
        impacts = _by_action(read_entries(session, ImpactDraft, case_id))

    def row_of(entry: Entry[ActionDraft]) -> ActionRow:
        shown = len(evidence.get(entry.entry_id, ())), len(impacts.get(entry.entry_id, ()))
        facts = _facts(entry, case_id, agencies, shown)
        return action_row(facts, reference, today, register.calendar)

    nodes = _grouped(
        (
            ActionNode(
                one,
                row_of(one),
                tuple(evidence.get(one.entry_id, ())),
                tuple(impacts.get(one.entry_id, ())),
            )
            for one in actions
        ),
        attrgetter("entry.draft.recommendation_id"),
    )
    advised = _grouped(
        (RecommendationNode(one, nodes.get(one.entry_id, ())) for one in recommendations),
        attrgetter("entry.draft.finding_id"),
    )
    found = _grouped(
        (FindingNode(one, advised.get(one.entry_id, ())) for one in findings), lambda _: None
    )
    return CaseLearning(
        case_id=case_id,
        reference=reference,
        findings=found.get(None, ()),
        recommendations=advised.get(None, ()),
        actions=nodes.get(None, ()),
    )


def _agency_names(session: Session) -> dict[UUID, str]:
    columns: Any = AgencyEntity.__table__.columns
    return {row.id: row.name for row in session.execute(select(columns.id, columns.name))}


def _facts(
    entry: Entry[ActionDraft],
    case_id: UUID,
    agencies: Mapping[UUID, str],
    shown: tuple[int, int],
) -> ActionFacts:
    draft = entry.draft
    return ActionFacts(
        action_id=entry.entry_id,
        case_id=case_id,
        plan=draft.plan,
        number=draft.number,
        text=draft.text,
        agency=agencies[draft.agency_id] if draft.agency_id else "",
        owner=draft.owner,
        set_on=draft.set_on,
        due_on=draft.due_on,
        revised_on=draft.revised_on,
        status=draft.status,
        closed_on=draft.closed_on,
        evidence=shown[0],
        impacts=shown[1],
    )


def _by_action(entries: Iterable[Entry[Any]]) -> dict[UUID | None, list[Entry[Any]]]:
    found: dict[UUID | None, list[Entry[Any]]] = {}
    for one in entries:
        found.setdefault(one.draft.action_id, []).append(one)
    return found


def _grouped(
    nodes: Iterable[NodeT], key: Callable[[NodeT], UUID | None]
) -> dict[UUID | None, tuple[NodeT, ...]]:
    """Return `nodes` by number under what they hang on."""
    found: dict[UUID | None, list[NodeT]] = {}
    for one in sorted(nodes, key=lambda node: number_key(node.entry.draft.number)):
        found.setdefault(key(one), []).append(one)
    return {parent: tuple(held) for parent, held in found.items()}
