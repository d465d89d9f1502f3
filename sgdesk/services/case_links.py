"""Links between cases: read from both sides, and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.cases import RELATION_WORDS, CaseLinkDraft, LinkRelation, check_case_link
from sgdesk.domain.dates import long_date
from sgdesk.domain.stages import STAGE_WORDS, stage_of
from sgdesk.errors import Problem
from sgdesk.records.links import LinkedCase
from sgdesk.services.drafts import cleaned, draft_from
from sgdesk.services.entries import put_entry, read_entries, refuse
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.case_parts import CaseLinkEntity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.records.entries import Entry
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register


def save_link(
    register: Register,
    case_id: UUID,
    entry: Entry[CaseLinkDraft] | None,
    draft: CaseLinkDraft,
    *,
    today: date,
) -> Changes:
    """Store a link of a case, a new one if `entry` is None.

    Raises `RejectedError` with every problem at once, a link to the case itself among them.
    """
    draft = cleaned(draft)
    problems = check_case_link(draft, today=today)
    if draft.other_case_id == case_id:
        problems.append(Problem("other_case_id", "Other case: a case cannot be linked to itself."))
    refuse(problems)
    with register.write() as session:
        put_entry(session, case_id, entry, draft)
    touched = {case_id, *([draft.other_case_id] if draft.other_case_id else [])}
    return Changes("Link to another case saved", frozenset(touched))


def linkable_cases(register: Register, case_id: UUID) -> dict[UUID, str]:
    """Return every other case of the register by its id, as "reference · description"."""
    held = [case for case in read_held_cases(register) if case.case_id != case_id]
    return {case.id: _called(case) for case in sorted(held, key=lambda one: one.reference)}


def linked_cases(register: Register, case_id: UUID) -> tuple[LinkedCase, ...]:
    """Return the links that a case holds, then those of other cases that point at it."""
    with register.store.read() as session:
        own = read_entries(session, CaseLinkDraft, case_id)
        found = session.scalars(
            select(CaseLinkEntity)
            .where(CaseLinkEntity.other_case_id == case_id, CaseLinkEntity.deleted_at.is_(None))
            .order_by(CaseLinkEntity.linked_on)
        )
        back = [(row.case_id, draft_from(CaseLinkDraft, row)) for row in found]
    if not own and not back:
        return ()
    held = {case.id: case for case in read_held_cases(register)}
    return (
        *(_own_link(entry, held) for entry in own),
        *(_link_back(held[other_id], draft) for other_id, draft in back if other_id in held),
    )


def _own_link(entry: Entry[CaseLinkDraft], held: Mapping[UUID, HeldCase]) -> LinkedCase:
    draft = entry.draft
    other = held.get(draft.other_case_id) if draft.other_case_id else None
    called = other.reference if other else draft.other_reference or "a case that was removed"
    return LinkedCase(
        words=f"{RELATION_WORDS[draft.relation]} {called}",
        title=other.title if other else "",
        stage_words=STAGE_WORDS[stage_of(other.facts).stage] if other else "",
        note=draft.note,
        linked_words=long_date(draft.linked_on) if draft.linked_on else "",
        case_id=other.id if other else None,
        entry=entry,
    )


def _link_back(other: HeldCase, draft: CaseLinkDraft) -> LinkedCase:
    return LinkedCase(
        words=_BACK_WORDS[draft.relation].format(other.reference),
        title=other.title,
        stage_words=STAGE_WORDS[stage_of(other.facts).stage],
        note=draft.note,
        linked_words=long_date(draft.linked_on) if draft.linked_on else "",
        case_id=other.id,
        entry=None,
    )


_BACK_WORDS = {
    LinkRelation.JOINED: "{} was joined to this review",
    LinkRelation.NATIONAL_REVIEW: "{} was taken up in this national review",
    LinkRelation.SAME_FAMILY: "The same family as in {}",
    LinkRelation.RELATED: "Related to {}",
}


def _called(case: HeldCase) -> str:
    return f"{case.reference} · {case.title}" if case.title != case.reference else case.reference
