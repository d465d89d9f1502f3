"""Learning briefings: what is written, and what their documents print."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select

from sgdesk.domain.briefings import DEFAULT_QUESTIONS, BriefingDraft, Point, check_briefing
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseKind
from sgdesk.errors import RejectedError
from sgdesk.records.briefing import Brand, Briefing, FurtherReading, LearningPoint, ThemeCount
from sgdesk.records.cases import BriefingRow
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.briefings import BriefingCaseEntity, BriefingEntity
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.queries.find import get_live

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from sgdesk.domain.partnerships import PartnershipDraft
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

NATIONAL_REVIEW = "National review"
_MOST_THEMES = 8


def list_briefings(register: Register) -> tuple[BriefingRow, ...]:
    """Return all briefings in order of title, with the reviews they speak of."""
    names = {case.case_id: case.reference for case in read_held_cases(register)}
    with register.store.read() as session:
        links = _links(session)
        found = session.scalars(
            select(BriefingEntity)
            .where(BriefingEntity.deleted_at.is_(None))
            .order_by(BriefingEntity.title)
        )
        return tuple(
            BriefingRow(
                row.id,
                row.title,
                tuple(names[case] for case in links.get(row.id, ()) if case in names),
            )
            for row in found
        )


def get_briefing(register: Register, briefing_id: UUID) -> BriefingDraft:
    """Return what is written. Raises `UserError` if the briefing is gone."""
    with register.store.read() as session:
        entity = get_live(session, BriefingEntity, briefing_id)
        cases = tuple(_links(session).get(briefing_id, ()))
        values = values_of(
            draft_from(BriefingDraft, entity, skip=("case_ids",)), skip=("case_ids",)
        )
        return BriefingDraft(**values, case_ids=cases)


def new_briefing_draft(register: Register, case_id: UUID | None) -> BriefingDraft:
    """Return a draft that begins with the public summary of the review, if it has one."""
    if case_id is None:
        return BriefingDraft(questions=DEFAULT_QUESTIONS)
    case = next(iter(read_held_cases(register, case_id)))
    return BriefingDraft(
        title=case.publication_title,
        background=case.summary,
        questions=DEFAULT_QUESTIONS,
        case_ids=(case_id,),
    )


def save_briefing(register: Register, briefing_id: UUID | None, draft: BriefingDraft) -> Changes:
    """Store a briefing, a new one if `briefing_id` is None; its id is in the outcome."""
    draft = cleaned(draft)
    if problems := check_briefing(draft):
        raise RejectedError(problems)
    with register.write() as session:
        saved = put_briefing(session, briefing_id, draft)
    return Changes("Briefing saved", frozenset(draft.case_ids), saved)


def put_briefing(session: Session, briefing_id: UUID | None, draft: BriefingDraft) -> UUID:
    """Store a cleaned briefing within a session that the caller commits; return its id."""
    if briefing_id is None:
        briefing_id = uuid4()
        session.add(BriefingEntity(id=briefing_id, **values_of(draft, skip=("case_ids",))))
    else:
        fill(get_live(session, BriefingEntity, briefing_id), draft, skip=("case_ids",))
    held = {
        row.case_id: row
        for row in session.scalars(
            select(BriefingCaseEntity).where(
                BriefingCaseEntity.briefing_id == briefing_id,
                BriefingCaseEntity.deleted_at.is_(None),
            )
        )
    }
    for case_id, row in held.items():
        if case_id not in draft.case_ids:
            session.delete(row)
    for position, case_id in enumerate(draft.case_ids):
        if case_id not in held:
            session.add(
                BriefingCaseEntity(briefing_id=briefing_id, case_id=case_id, position=position)
            )
    return briefing_id


def briefing_of(register: Register, draft: BriefingDraft, *, today: date) -> Briefing:
    """Return what the documents of `draft` print, with the partnership's look and themes."""
    draft = cleaned(draft)
    cases = {case.case_id: case for case in read_held_cases(register)}
    spoken_of = [cases[case_id] for case_id in draft.case_ids if case_id in cases]
    published = [
        day for case in spoken_of if (day := case.facts.dates.get(CaseDate.PUBLISHED)) is not None
    ]
    first = spoken_of[0] if spoken_of else None
    review_type = first.review_type if first else "Theme"
    profile = register.profile
    addresses = _web_addresses(register, draft.case_ids)
    return Briefing(
        title=draft.title,
        reference=", ".join(case.local_reference for case in spoken_of if case.local_reference),
        review_type=review_type,
        published=min(published) if published else None,
        as_of=today,
        brand=brand_of(profile),
        subtitle=draft.subtitle or f"{review_type}: what we learned and what to do next",
        background=tuple(draft.background.splitlines()),
        key_learning=_points(draft.key_learning),
        good_practice=_points(draft.good_practice),
        improvements=_points(draft.improvements),
        questions=draft.questions,
        find_out_more=tuple(
            FurtherReading(line.text, line.label, line.address) for line in profile.reading
        ),
        web_address=addresses[0] if addresses else _first_address(profile),
        mark=document_mark(register, is_published=bool(published) or not spoken_of),
        themes=theme_counts(cases.values()),
    )


def brand_of(profile: PartnershipDraft) -> Brand:
    """Return the partnership's own look for documents."""
    return Brand(
        partnership=profile.name,
        short_name=profile.short_name,
        ink=profile.ink,
        accent=profile.accent,
        logo_png=profile.logo_png,
    )


def document_mark(register: Register, *, is_published: bool) -> str:
    """Return the mark that a document of a review carries."""
    if register.is_practice:
        return "PRACTICE: invented cases, not for use"
    return "" if is_published else f"{register.profile.handling_mark}: not yet published"


def theme_counts(cases: Iterable[HeldCase]) -> tuple[ThemeCount, ...]:
    """Return in how many published local reviews each theme occurs, most frequent first."""
    counts = Counter(
        theme
        for case in cases
        if CaseDate.PUBLISHED in case.facts.dates and case.kind is CaseKind.LOCAL
        for theme in case.themes
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(ThemeCount(theme, count) for theme, count in ranked[:_MOST_THEMES])


def _points(points: Sequence[Point]) -> tuple[LearningPoint, ...]:
    return tuple(LearningPoint(point.lead, point.text) for point in points)


def _first_address(profile: PartnershipDraft) -> str:
    return next((line.address for line in profile.reading if line.address), "")


def _web_addresses(register: Register, case_ids: Sequence[UUID]) -> list[str]:
    with register.store.read() as session:
        found = session.scalars(
            select(PublicationEntity.web_address).where(
                PublicationEntity.case_id.in_(case_ids), PublicationEntity.web_address != ""
            )
        )
        return list(found)


def _links(session: Session) -> dict[UUID, list[UUID]]:
    found = session.execute(
        select(BriefingCaseEntity.briefing_id, BriefingCaseEntity.case_id)
        .where(BriefingCaseEntity.deleted_at.is_(None))
        .order_by(BriefingCaseEntity.position)
    )
    links: dict[UUID, list[UUID]] = {}
    for briefing_id, case_id in found:
        links.setdefault(briefing_id, []).append(case_id)
    return links
