"""The register for the partners: what they may share, as a workbook and as a table of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.cases import KIND_WORDS
from sgdesk.domain.stages import STAGE_WORDS, stage_of
from sgdesk.records.register_books import LearningLine, RegisterBook, ReviewLine
from sgdesk.services.briefings import get_briefing, list_briefings, publications_of
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.papers import handling_mark
from sgdesk.services.publications import list_publications

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.records.cases import PublicationRow
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

TITLE = "Register of reviews"
_LEARNING = (
    ("Key learning", "key_learning"),
    ("Good practice", "good_practice"),
    ("Areas for practice improvement", "improvements"),
    ("Recommendations", "recommendations"),
)


def register_book(register: Register, *, today: date) -> RegisterBook:
    """Return every case with the days of its process, and the learning of published reviews.

    It holds no child, no person, no owner, no day of an incident and no note; it stays with
    the partners all the same, and carries their handling mark.
    """
    cases = read_held_cases(register)
    published = {row.case_id: row for row in list_publications(register, today=today)}
    addresses = _addresses(register, list(published))
    lines = [
        _line(case, published.get(case.id), addresses.get(case.id, ""))
        for case in cases
        if case.case_id is not None
    ]
    profile = register.profile
    return RegisterBook(
        as_of=today,
        title=TITLE,
        partnership=profile.name,
        mark=handling_mark(register),
        ink=profile.ink,
        reviews=tuple(sorted(lines, key=lambda line: (line.reference, line.title), reverse=True)),
        learning=tuple(_learning(register, cases)),
        case_ids=tuple(case.id for case in cases if case.case_id is not None),
    )


def _addresses(register: Register, case_ids: Sequence[UUID]) -> dict[UUID, str]:
    held = publications_of(register, case_ids)
    return {case_id: one.web_address for case_id, one in held.items() if one is not None}


def _line(case: HeldCase, row: PublicationRow | None, web_address: str) -> ReviewLine:
    dates = case.facts.dates
    return ReviewLine(
        reference=case.local_reference,
        further_references=", ".join(case.further),
        title=case.publication_title or case.title,
        kind=KIND_WORDS[case.kind],
        review_type=case.review_type,
        stage=STAGE_WORDS[stage_of(case.facts).stage],
        themes=", ".join(case.themes),
        notified_on=dates.get(CaseDate.NOTIFIED),
        meeting_on=dates.get(CaseDate.MEETING),
        rapid_review_sent_on=dates.get(CaseDate.RAPID_REVIEW_SENT),
        decided_on=dates.get(CaseDate.DECIDED),
        panel_replied_on=dates.get(CaseDate.PANEL_REPLIED),
        initiated_on=dates.get(CaseDate.INITIATED),
        planned_on=dates.get(CaseDate.PLANNED_PUBLICATION),
        published_on=dates.get(CaseDate.PUBLISHED),
        leaves_on=row.leaves_on if row else None,
        archived_on=dates.get(CaseDate.ARCHIVED),
        deposited_on=dates.get(CaseDate.DEPOSITED),
        web_address=web_address,
    )


def _learning(register: Register, cases: Sequence[HeldCase]) -> Iterator[LearningLine]:
    published = {case.case_id for case in cases if case.published_on is not None}
    for row in list_briefings(register):
        draft = get_briefing(register, row.briefing_id)
        if not draft.case_ids or not published.issuperset(draft.case_ids):
            continue
        for words, name in _LEARNING:
            for point in getattr(draft, name):
                text = " ".join(part for part in (point.lead, point.text) if part)
                yield LearningLine(", ".join(row.references), draft.title, words, text)
