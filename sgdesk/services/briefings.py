"""Learning briefings: what is written, and what their documents print."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select

from sgdesk.domain.boilerplate import BoilerplateKey
from sgdesk.domain.briefings import BriefingDraft, Point, check_briefing
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import CaseKind
from sgdesk.domain.publication_gates import embargo_words
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import RejectedError
from sgdesk.records.briefing import Brand, Briefing, FurtherReading, LearningPoint, ThemeCount
from sgdesk.records.cases import BriefingRow
from sgdesk.services.boilerplate import standing_texts
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes
from sgdesk.services.papers import handling_mark
from sgdesk.services.value_lists import read_value_list
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
THEME = "Theme"
"""The type of a briefing on no review, or on reviews of several types."""
_MOST_THEMES = 8


def list_briefings(register: Register) -> tuple[BriefingRow, ...]:
    """Return all briefings in order of title, with the reviews they speak of."""
    names = {case.case_id: case.reference for case in read_held_cases(register)}
    with register.store.read() as session:
        links = _links(session)
        kept = session.scalars(select(BriefingEntity).where(BriefingEntity.deleted_at.is_(None)))
        found = sorted(kept, key=lambda row: (_first_letters(row.title), row.title))
        return tuple(
            BriefingRow(
                row.id,
                row.title,
                tuple(names[case] for case in links.get(row.id, ()) if case in names),
            )
            for row in found
        )


def _first_letters(title: str) -> str:
    """Return what orders a title: its letters, without the quotation marks around them."""
    return "".join(sign for sign in title.casefold() if sign.isalnum() or sign == " ").strip()


def get_briefing(register: Register, briefing_id: UUID) -> BriefingDraft:
    """Return what is written. Raises `UserError` if the briefing is gone."""
    with register.store.read() as session:
        entity = get_live(session, BriefingEntity, briefing_id)
        cases = tuple(_links(session).get(briefing_id, ()))
        values = values_of(
            draft_from(BriefingDraft, entity, skip=("case_ids",)), skip=("case_ids",)
        )
        return BriefingDraft(**values, case_ids=cases)


def briefings_on(register: Register, case_id: UUID) -> tuple[UUID, ...]:
    """Return the briefings that speak of a review, in order of title."""
    with register.store.read() as session:
        links = _links(session)
    rows = list_briefings(register)
    return tuple(row.briefing_id for row in rows if case_id in links.get(row.briefing_id, ()))


def new_briefing_draft(register: Register, case_id: UUID | None) -> BriefingDraft:
    """Return a draft with the partnership's questions, and the review's title and summary."""
    questions = read_value_list(register, ValueListKey.QUESTIONS)
    if case_id is None:
        return BriefingDraft(questions=questions)
    case = next(iter(read_held_cases(register, case_id)))
    return BriefingDraft(
        title=case.publication_title,
        background=case.summary,
        questions=questions,
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
        if case_id in held:
            held[case_id].position = position
        else:
            session.add(
                BriefingCaseEntity(briefing_id=briefing_id, case_id=case_id, position=position)
            )
    return briefing_id


def briefing_of(register: Register, draft: BriefingDraft, *, today: date) -> Briefing:
    """Return what the documents of `draft` print, with the partnership's look and themes.

    A day of publication is told where it is that of every review.
    """
    draft = cleaned(draft)
    cases = {case.case_id: case for case in read_held_cases(register)}
    spoken_of = [cases[case_id] for case_id in draft.case_ids if case_id in cases]
    published = {case.facts.dates.get(CaseDate.PUBLISHED) for case in spoken_of}
    types = {case.review_type for case in spoken_of}
    review_type = types.pop() if len(types) == 1 else THEME
    prefix = f"{review_type}: what" if review_type else "What"
    profile = register.profile
    publications = publications_of(register, [case.id for case in spoken_of]).values()
    addresses = [one.web_address for one in publications if one and one.web_address]
    texts = standing_texts(register, on=today)
    return Briefing(
        title=draft.title,
        reference=", ".join(case.local_reference for case in spoken_of if case.local_reference),
        review_type=review_type,
        published=published.pop() if len(published) == 1 else None,
        as_of=today,
        brand=brand_of(profile),
        subtitle=draft.subtitle or f"{prefix} we learned and what to do next",
        background=tuple(draft.background.splitlines()),
        key_learning=_points(draft.key_learning),
        good_practice=_points(draft.good_practice),
        improvements=_points(draft.improvements),
        timeline=_points(draft.timeline),
        recommendations=_points(draft.recommendations),
        questions=draft.questions,
        find_out_more=tuple(
            FurtherReading(line.text, line.label, line.address) for line in profile.reading
        ),
        web_address=addresses[0] if addresses else _first_address(profile),
        statement=" ".join(texts[BoilerplateKey.STATEMENT]),
        staff_support=texts[BoilerplateKey.STAFF_SUPPORT],
        mark=document_mark(register, publications),
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
        contacts=profile.contacts,
        typeface=profile.typeface,
    )


def document_mark(register: Register, publications: Iterable[PublicationDraft | None]) -> str:
    """Return the mark that a document of reviews with these publications carries.

    None stands for a review without any. The mark stays until the documents of each were
    released; the embargo is told until then, where there is one alone.
    """
    if register.is_practice:
        return handling_mark(register)
    held = [one for one in publications if one is None or one.released_on is None]
    if not held:
        return ""
    mark = f"{register.profile.handling_mark}: not yet published"
    embargoes = {words for one in held if one and (words := embargo_words(one))}
    return f"{mark}. Embargo until {embargoes.pop()}" if len(embargoes) == 1 else mark


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


def publications_of(
    register: Register, case_ids: Sequence[UUID]
) -> dict[UUID, PublicationDraft | None]:
    """Return the publication of each case, in their order; None for a case without one."""
    with register.store.read() as session:
        found = {
            row.case_id: draft_from(PublicationDraft, row)
            for row in session.scalars(
                select(PublicationEntity).where(
                    PublicationEntity.case_id.in_(case_ids),
                    PublicationEntity.deleted_at.is_(None),
                )
            )
        }
    return {case_id: found.get(case_id) for case_id in case_ids}


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
