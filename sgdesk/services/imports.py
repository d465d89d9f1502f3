"""Bringing in a partnership's public list of reviews, once or again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.briefings import BriefingDraft
from sgdesk.domain.cases import CaseDraft, CaseKind
from sgdesk.domain.dates import long_date
from sgdesk.domain.publications import PublicationDraft
from sgdesk.domain.references import reference_key
from sgdesk.domain.value_lists import ValueListKey
from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.imports.public_list import load_public_list, read_public_list
from sgdesk.imports.text_files import LARGEST
from sgdesk.records.imports import ImportPlan, ImportState, PlannedBriefing, PlannedReview
from sgdesk.services.briefings import NATIONAL_REVIEW, list_briefings, put_briefing
from sgdesk.services.cases import put_case
from sgdesk.services.drafts import cleaned, draft_from
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes
from sgdesk.services.reviews import put_part
from sgdesk.services.value_lists import read_value_list
from sgdesk.store.entities.publications import PublicationEntity
from sgdesk.store.queries.find import find_part
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.records.public_list import PublicList
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

LOCAL_REVIEW = PublicationDraft().review_type


def plan_import(register: Register, text: str, *, today: date) -> ImportPlan:
    """Return what the text of a public page would bring in. Nothing is saved.

    Raises `UserError` for a text that is far longer than such a page.
    """
    if len(text) > LARGEST:
        raise UserError(
            "This text is too long for a page of reviews. Copy the part that lists them."
        )
    return _planned(register, read_public_list(text, today=today))


def plan_import_file(register: Register, path: Path, *, today: date) -> ImportPlan:
    """Return what a file with such a text would bring in. Raises `UserError` if unreadable."""
    return _planned(register, load_public_list(path, today=today))


def _planned(register: Register, listed: PublicList) -> ImportPlan:
    reviews = tuple(
        PlannedReview(
            reference=review.reference,
            title=review.title,
            published_on=review.published_on,
            summary=review.summary,
            state=ImportState.NEW,
            case_id=None,
            difference="",
            is_chosen=True,
            line=review.line,
        )
        for review in listed.reviews
    )
    briefings = tuple(
        PlannedBriefing(
            item.title, item.suggested_review, ImportState.NEW, is_chosen=True, reason=item.reason
        )
        for item in listed.briefings
    )
    problems = tuple(
        Problem(f"line {problem.line}" if problem.line else "", problem.message, is_warning=True)
        for problem in listed.problems
    )
    plan = replan(register, ImportPlan(reviews, briefings, problems))
    seen: set[str] = set()
    return replace(
        plan,
        reviews=tuple(
            replace(review, is_chosen=review.state is ImportState.NEW and _is_first(review, seen))
            for review in plan.reviews
        ),
        briefings=tuple(
            replace(item, is_chosen=item.state is ImportState.NEW) for item in plan.briefings
        ),
    )


def _is_first(review: PlannedReview, seen: set[str]) -> bool:
    """Return whether no review before it goes by the same reference or title; note it."""
    key = _identity(review)
    is_first = key not in seen
    seen.add(key)
    return is_first


def replan(register: Register, plan: ImportPlan) -> ImportPlan:
    """Return `plan` compared with the register anew, after the officer's corrections."""
    held = _by_identity(read_held_cases(register))
    titles = {row.title.casefold() for row in list_briefings(register)}
    return replace(
        plan,
        reviews=tuple(_compared(review, held) for review in plan.reviews),
        briefings=tuple(
            replace(item, state=_briefing_state(item, titles)) for item in plan.briefings
        ),
    )


def _briefing_state(item: PlannedBriefing, titles: set[str]) -> ImportState:
    return ImportState.KNOWN if clean_line(item.title).casefold() in titles else ImportState.NEW


def _by_identity(cases: Iterable[HeldCase]) -> dict[str, HeldCase]:
    """Return the cases by each key they go by: references, and the title of one without."""
    found: dict[str, HeldCase] = {}
    for case in cases:
        for typed in (case.local_reference, *case.further):
            if key := reference_key(typed):
                found[key] = case
        if not case.local_reference:
            found[_title_key(case.publication_title or case.title)] = case
    return found


def _identity(review: PlannedReview) -> str:
    return reference_key(review.reference) or _title_key(review.title)


def _title_key(title: str) -> str:
    return "title " + reference_key(title)


def _compared(review: PlannedReview, held: dict[str, HeldCase]) -> PlannedReview:
    case = held.get(_identity(review))
    if case is None:
        return replace(review, state=ImportState.NEW, case_id=None, difference="")
    difference = _difference(review, case)
    state = ImportState.CHANGED if difference else ImportState.KNOWN
    return replace(review, state=state, case_id=case.case_id, difference=difference)


def _difference(review: PlannedReview, case: HeldCase) -> str:
    differences = []
    if review.published_on is not None and review.published_on != case.published_on:
        held_on = long_date(case.published_on) if case.published_on else "no date"
        differences.append(f"The register says {held_on}.")
    if review.summary and review.summary != case.summary:
        differences.append("The summary reads differently.")
    return " ".join(differences)


def check_plan(plan: ImportPlan, *, today: date) -> list[Problem]:
    """Return what must be put right in the chosen lines before they can be saved."""
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, review in enumerate(plan.reviews, start=1):
        if not review.is_chosen:
            continue
        field = f"review {number}"
        name = review.reference or review.title or f"Review {number}"
        if not reference_key(review.reference) and not review.title.strip():
            problems.append(Problem(field, f"Review {number}: give a reference or a title."))
        if review.published_on is not None and review.published_on > today:
            when = long_date(review.published_on)
            problems.append(Problem(field, f"{name}: {when} is in the future."))
        if not _is_first(review, seen):
            problems.append(Problem(field, f"{name}: it is chosen twice; leave one out."))
    return problems


def save_import(register: Register, plan: ImportPlan, *, today: date) -> Changes:
    """Save the chosen lines as one transaction: all of them or none.

    New reviews become cases with a publication; those that differ get the list's date and
    summary. Raises `RejectedError` with every problem at once.
    """
    plan = replan(register, plan)
    if problems := check_plan(plan, today=today):
        raise RejectedError(problems)
    titles = {item.review: item.title for item in plan.briefings if item.review is not None}
    questions = read_value_list(register, ValueListKey.QUESTIONS)
    saved: dict[int, UUID] = {}
    with register.write() as session:
        for index, review in enumerate(plan.reviews):
            if review.is_chosen:
                saved[index] = _save_review(session, review, titles.get(index, ""), today)
            elif review.case_id is not None:
                saved[index] = review.case_id
        for item in plan.briefings:
            if item.is_chosen and item.state is ImportState.NEW:
                draft = _briefing_draft(item, plan, saved)
                put_briefing(session, None, cleaned(replace(draft, questions=questions)))
    chosen = sum(review.is_chosen for review in plan.reviews)
    briefings = sum(item.is_chosen and item.state is ImportState.NEW for item in plan.briefings)
    return Changes(f"Imported: {chosen} reviews, {briefings} briefings", frozenset(saved.values()))


def _save_review(session: Session, review: PlannedReview, title: str, today: date) -> UUID:
    is_national = not reference_key(review.reference)
    case_id = review.case_id
    if case_id is None:
        draft = CaseDraft(
            reference=review.reference,
            title=review.title or title or "Published review",
            kind=CaseKind.NATIONAL if is_national else CaseKind.LOCAL,
        )
        case_id = put_case(session, None, cleaned(draft), today=today)
    held = find_part(session, PublicationEntity, case_id)
    if held is None:
        publication = PublicationDraft(
            title=review.title or title,
            summary=review.summary,
            review_type=NATIONAL_REVIEW if is_national else LOCAL_REVIEW,
            published_on=review.published_on,
            released_on=review.published_on,
        )
    else:
        kept = draft_from(PublicationDraft, held)
        published_on = review.published_on or kept.published_on
        publication = replace(
            kept,
            title=kept.title or review.title or title,
            summary=review.summary or kept.summary,
            published_on=published_on,
            released_on=kept.released_on or published_on,
        )
    put_part(session, PublicationEntity, case_id, cleaned(publication))
    return case_id


def _briefing_draft(
    item: PlannedBriefing, plan: ImportPlan, saved: dict[int, UUID]
) -> BriefingDraft:
    review = item.review if item.review in saved else None
    return BriefingDraft(
        title=item.title,
        background=plan.reviews[review].summary if review is not None else "",
        case_ids=(saved[review],) if review is not None else (),
    )
