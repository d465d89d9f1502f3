"""One case whole, as the case page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.delays import DelayDraft
from sgdesk.domain.facts import edition_of
from sgdesk.domain.local_reviews import LocalReviewDraft
from sgdesk.domain.notifications import NotificationDraft
from sgdesk.domain.people import age_at_incident
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.review_parts import ReviewEventDraft
from sgdesk.domain.stages import STAGE_WORDS, stage_of
from sgdesk.errors import UserError
from sgdesk.records.cases import BriefingRow, CaseView, ChildRow, DocumentRow
from sgdesk.records.family import NO_FAMILY_STEP
from sgdesk.services.cases import case_draft
from sgdesk.services.children import child_draft
from sgdesk.services.deadlines import case_deadlines, deadline_row
from sgdesk.services.drafts import draft_from
from sgdesk.services.entries import read_entries
from sgdesk.services.family import read_family_steps
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.meetings import meetings_of, next_meeting
from sgdesk.services.missing_data import CaseParts, missing_items
from sgdesk.services.next_steps import next_step, next_steps
from sgdesk.services.outstanding_returns import (
    NO_RETURNS,
    read_outstanding_returns,
)
from sgdesk.services.publication_parts import gates_with, read_publication_parts
from sgdesk.services.timelines import spans, timeline
from sgdesk.store.entities.briefings import BriefingCaseEntity, BriefingEntity
from sgdesk.store.entities.cases import CaseEntity, ChildEntity
from sgdesk.store.entities.exports import ExportCaseEntity, ExportEntity
from sgdesk.store.entities.local_reviews import LocalReviewEntity
from sgdesk.store.entities.notifications import NotificationEntity
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.entities.rapid_reviews import RapidReviewEntity
from sgdesk.store.queries.find import find_part, get_live, list_parts

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.domain.dates import UncertainDate
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register


def get_case(register: Register, case_id: UUID, *, today: date) -> CaseView:
    """Return everything held of one case. Raises `UserError` if it is gone."""
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        raise UserError("This case is no longer in the register.")
    deadlines = case_deadlines(register, case, today)
    stage = stage_of(case.facts)
    families = read_family_steps(register, today=today, case_id=case_id)
    family = families.get(case_id, NO_FAMILY_STEP)
    returns = read_outstanding_returns(register, case_id) if _is_in_review(case) else NO_RETURNS
    on_publication = read_publication_parts(register, case_id) if _is_planned(case) else None
    with register.store.read() as session:
        entity = get_live(session, CaseEntity, case_id)
        draft = case_draft(session, entity)
        children = _children(session, case_id, draft.incident)
        notification = find_part(session, NotificationEntity, case_id)
        rapid_review = find_part(session, RapidReviewEntity, case_id)
        local_review = find_part(session, LocalReviewEntity, case_id)
        publication = find_part(session, PublicationEntity, case_id)
        rapid = draft_from(RapidReviewDraft, rapid_review) if rapid_review else None
        local = draft_from(LocalReviewDraft, local_review) if local_review else None
        published = draft_from(PublicationDraft, publication) if publication else None
        events = [one.draft for one in read_entries(session, ReviewEventDraft, case_id)]
        delays = [one.draft for one in read_entries(session, DelayDraft, case_id)]
        gates = gates_with(published, on_publication) if published and on_publication else ()
        parts = CaseParts(draft, children, rapid, local, published, returns, gates)
        return CaseView(
            case_id=case_id,
            revision=entity.revision,
            reference=case.reference,
            kind=draft.kind,
            draft=draft,
            edition=edition_of(case.facts, today),
            stage=stage.stage,
            stage_words=STAGE_WORDS[stage.stage],
            stage_reason=stage.reason,
            children=children,
            notification=draft_from(NotificationDraft, notification) if notification else None,
            rapid_review=rapid,
            rapid_review_due=next((d.due for d in deadlines if d.rule.code == "RR-15"), None),
            local_review=local,
            publication=published,
            briefings=_briefings(session, case_id),
            deadlines=tuple(deadline_row(case, d, today, register.calendar) for d in deadlines),
            steps=timeline(draft.incident, case.facts, deadlines, today=today),
            next_step=next_step(case.facts, deadlines, briefings=case.briefings, family=family),
            next_steps=next_steps(case.facts, deadlines, briefings=case.briefings, family=family),
            missing=missing_items(case.facts, parts),
            meeting=next_meeting(meetings_of(rapid, events, today=today), today=today),
            spans=spans(delays, today=today),
            documents=_documents(session, case_id),
            timetable=case.facts.timetable,
        )


def _is_in_review(case: HeldCase) -> bool:
    """Return whether a Rapid Review is due and not sent, so that agency returns are waited for."""
    dates = case.facts.dates
    return CaseDate.NOTIFIED in dates and CaseDate.RAPID_REVIEW_SENT not in dates


def _is_planned(case: HeldCase) -> bool:
    """Return whether a publication is planned and still to come."""
    dates = case.facts.dates
    return CaseDate.PLANNED_PUBLICATION in dates and CaseDate.PUBLISHED not in dates


def _children(session: Session, case_id: UUID, incident: UncertainDate) -> tuple[ChildRow, ...]:
    rows = []
    for entity in list_parts(session, ChildEntity, case_id):
        draft = child_draft(entity)
        age = age_at_incident(draft, incident)
        missing = "incident date" if incident.start is None else "date of birth"
        words = age.words() if age else f"Age unknown: {missing} missing"
        rows.append(ChildRow(entity.id, draft, words))
    return tuple(rows)


def _briefings(session: Session, case_id: UUID) -> tuple[BriefingRow, ...]:
    found = session.scalars(
        select(BriefingEntity)
        .join(BriefingCaseEntity, BriefingCaseEntity.briefing_id == BriefingEntity.id)
        .where(
            BriefingCaseEntity.case_id == case_id,
            BriefingCaseEntity.deleted_at.is_(None),
            BriefingEntity.deleted_at.is_(None),
        )
        .order_by(BriefingEntity.title)
    )
    return tuple(BriefingRow(row.id, row.title, ()) for row in found)


def _documents(session: Session, case_id: UUID) -> tuple[DocumentRow, ...]:
    found = session.scalars(
        select(ExportEntity)
        .join(ExportCaseEntity, ExportCaseEntity.export_id == ExportEntity.id)
        .where(ExportCaseEntity.case_id == case_id)
        .order_by(ExportEntity.made_at.desc())
    )
    return tuple(
        DocumentRow(
            row.made_at,
            row.kind,
            row.file_name,
            row.actor,
            row.override_by,
            row.override_reason,
        )
        for row in found
    )
