"""Cases: what identifies one, and what it needs to be saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import UncertainDate, date_problems, long_date
from sgdesk.domain.editions import Edition, edition_on
from sgdesk.domain.prose import prose
from sgdesk.domain.references import reference_key
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID


class CaseKind(StrEnum):
    LOCAL = "local"
    NATIONAL = "national"


KIND_WORDS = {CaseKind.LOCAL: "Local case", CaseKind.NATIONAL: "National review"}


@dataclass(frozen=True, slots=True)
class CaseDraft:
    reference: str = ""
    """As typed. Empty is allowed for a national review, which has no local reference."""
    further_references: tuple[str, ...] = ()
    title: str = ""
    """A short neutral description for lists, such as "Two siblings, neglect". No names."""
    kind: CaseKind = CaseKind.LOCAL
    incident: UncertainDate = field(default_factory=UncertainDate)
    aware_on: date | None = None
    area_of_incident: str = ""
    area_of_residence: str = ""
    owner: str = ""
    themes: tuple[str, ...] = ()
    edition: Edition | None = None
    """Chosen by the officer; None keeps the edition in force on the trigger date."""
    edition_reason: str = prose()
    closed_on: date | None = None
    closed_reason: str = prose()
    outside_england: Answer = Answer.BLANK
    """Whether it happened outside England to a child who normally lives in the area."""
    media_interest: Answer = Answer.BLANK


def check_case(
    draft: CaseDraft, *, taken_keys: frozenset[str] = frozenset(), today: date
) -> list[Problem]:
    """Return every problem of `draft` at once.

    `taken_keys` are the reference keys of all other cases.
    """
    problems = _reference_problems(draft, taken_keys)
    if not draft.title.strip():
        problems.append(
            Problem("title", "Description: say in a few neutral words what the case is about.")
        )
    if sentence := draft.incident.problem():
        problems.append(Problem("incident", f"Incident: {sentence}"))
    dates = (
        ("incident", "Incident", draft.incident.start),
        ("aware_on", "Aware date", draft.aware_on),
        ("closed_on", "Closed on", draft.closed_on),
    )
    problems += date_problems(dates, today=today)
    if draft.incident.start and draft.aware_on and draft.aware_on < draft.incident.start:
        problems.append(
            Problem(
                "aware_on",
                f"Aware date: {long_date(draft.aware_on)} is before the incident, "
                f"{draft.incident.words()}. Correct one of the two.",
            )
        )
    problems += _reason_problems(draft)
    return problems


def _reference_problems(draft: CaseDraft, taken_keys: frozenset[str]) -> list[Problem]:
    problems: list[Problem] = []
    key = reference_key(draft.reference)
    if not key and draft.kind is CaseKind.LOCAL:
        problems.append(
            Problem("reference", "Reference: type the case's reference, as in ABCD2026-27-01.")
        )
    if key and key in taken_keys:
        problems.append(
            Problem(
                "reference",
                f"Reference: {draft.reference.strip()} belongs to another case "
                "(dashes, slashes and capitals do not count). Type another one.",
            )
        )
    problems.extend(
        Problem(
            "further_references",
            f"Further references: {further.strip()} belongs to another case.",
        )
        for further in draft.further_references
        if reference_key(further) in taken_keys
    )
    return problems


def _reason_problems(draft: CaseDraft) -> list[Problem]:
    problems: list[Problem] = []
    by_date = edition_on(draft.aware_on) if draft.aware_on else None
    if draft.edition not in (None, by_date) and not draft.edition_reason.strip():
        problems.append(
            Problem(
                "edition_reason",
                "Reason: say why the case is kept under another edition of the guidance.",
            )
        )
    if draft.closed_on and not draft.closed_reason.strip():
        problems.append(Problem("closed_reason", "Reason: say why the case is closed."))
    return problems


def check_case_link(draft: CaseLinkDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("linked_on", "Since", draft.linked_on)], today=today)
    is_elsewhere = bool(draft.other_reference.strip())
    if draft.other_case_id is None and not is_elsewhere:
        problems.append(
            Problem(
                "other_case_id", "Other case: choose it, or write below how it is called elsewhere."
            )
        )
    if draft.other_case_id is not None and is_elsewhere:
        problems.append(
            Problem(
                "other_reference",
                "Elsewhere: leave it empty, for a case of this register is chosen.",
            )
        )
    return problems


class LinkRelation(StrEnum):
    JOINED = "joined"
    NATIONAL_REVIEW = "national_review"
    SAME_FAMILY = "same_family"
    RELATED = "related"


RELATION_WORDS = {
    LinkRelation.JOINED: "Joined to the review of",
    LinkRelation.NATIONAL_REVIEW: "Taken up in the national review",
    LinkRelation.SAME_FAMILY: "The same family as in",
    LinkRelation.RELATED: "Related to",
}


@dataclass(frozen=True, slots=True)
class CaseLinkDraft:
    """What a case led to or belongs with: another case of the register, or one elsewhere."""

    relation: LinkRelation = LinkRelation.RELATED
    other_case_id: UUID | None = None
    other_reference: str = ""
    """How the other is called where it is no case of the register."""
    linked_on: date | None = None
    note: str = prose()
