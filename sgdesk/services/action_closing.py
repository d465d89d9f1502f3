"""Closing an action, with what shows that it was done and what it changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.action_closing import check_closing, closed_action
from sgdesk.services.drafts import cleaned
from sgdesk.services.entries import put_entry, refuse
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.learning import EvidenceEntity, ImpactEntity
from sgdesk.store.queries.find import list_parts

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.domain.action_closing import ClosingDraft
    from sgdesk.domain.learning import ActionDraft
    from sgdesk.records.entries import Entry
    from sgdesk.services.register import Register


def close_action(
    register: Register,
    case_id: UUID,
    entry: Entry[ActionDraft],
    closing: ClosingDraft,
    *,
    today: date,
) -> Changes:
    """Close an action, with the evidence and the impact that come with it, or with neither.

    Raises `RejectedError` with every problem at once, and `UserError` if the action was taken
    away or changed meanwhile; nothing is stored then.
    """
    closing = cleaned(closing)
    with register.write() as session:
        evidence, impacts = _held_by(session, case_id, entry.entry_id)
        refuse(check_closing(closing, entry.draft, evidence=evidence, impacts=impacts, today=today))
        put_entry(session, case_id, entry, cleaned(closed_action(entry.draft, closing)))
        for added in (closing.new_evidence, closing.new_impact):
            if added is not None:
                put_entry(session, case_id, None, replace(added, action_id=entry.entry_id))
    return Changes("Action closed", frozenset({case_id}))


def _held_by(session: Session, case_id: UUID, action_id: UUID) -> tuple[int, int]:
    """Return how much evidence and how many impacts an action has."""
    evidence = list_parts(session, EvidenceEntity, case_id)
    impacts = list_parts(session, ImpactEntity, case_id)
    return (
        sum(one.action_id == action_id for one in evidence),
        sum(one.action_id == action_id for one in impacts),
    )
