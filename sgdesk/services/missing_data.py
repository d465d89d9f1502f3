"""What a case still lacks before its next meeting, and where each of it is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer, considered
from sgdesk.domain.case_dates import FIELD_WORDS, CaseDate
from sgdesk.domain.dates import Precision
from sgdesk.domain.people import ChildRole
from sgdesk.domain.publication_gates import open_gates
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.review_questions import CIRCUMSTANCES, CRITERIA, PURPOSES
from sgdesk.records.cases import MissingItem
from sgdesk.records.shares import shown_of
from sgdesk.services.outstanding_returns import NO_RETURNS, OutstandingReturns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sgdesk.domain.cases import CaseDraft
    from sgdesk.domain.facts import CaseFacts
    from sgdesk.domain.local_reviews import LocalReviewDraft
    from sgdesk.domain.publication_gates import Gate
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.domain.rapid_reviews import RapidReviewDraft
    from sgdesk.records.cases import ChildRow

_MOST_NAMED = 3
"""How many things of one kind are named; the others are counted."""
_UNBORN = "unborn"
_OF_CHILD = {
    "sex": "sex",
    "ethnicity": "ethnicity",
    "disability": "disability",
    "address": "home address",
    "placement": "where the child lived",
    "legal_status": "legal status",
    "looked_after": "looked after or not",
    "protection_plan": "child protection plan or not",
    "need_plan": "child in need plan or not",
    "known_to_agencies": "known to agencies or not",
    "harm": "death or harm",
}
"""What the national notification form asks of each child; see `services.copy_out`."""
_HARMED = (ChildRole.HARMED, ChildRole.BOTH)
_NOT_ASKED_OF_UNBORN = frozenset({"sex", "ethnicity", "disability"})
_SIGNATURES = (
    ("authority_signed_on", "the local authority"),
    ("health_signed_on", "health"),
    ("police_signed_on", "the police"),
)
_QUESTIONS = (
    ("purposes", PURPOSES),
    ("criteria", CRITERIA),
    ("circumstances", CIRCUMSTANCES),
)


@dataclass(frozen=True, slots=True)
class CaseParts:
    """What is held of a case, as far as it can be missing."""

    draft: CaseDraft
    children: Sequence[ChildRow] = ()
    rapid: RapidReviewDraft | None = None
    local: LocalReviewDraft | None = None
    publication: PublicationDraft | None = None
    returns: OutstandingReturns = NO_RETURNS
    gates: Sequence[Gate] = ()
    """Of a publication that is planned; none before that."""


def missing_items(facts: CaseFacts, parts: CaseParts) -> tuple[MissingItem, ...]:
    """Return what is still missing, in the order a meeting would ask for it.

    Nothing is missing of a case that is closed.
    """
    if facts.is_closed or facts.is_withdrawn:
        return ()
    if CaseDate.PUBLISHED in facts.dates:
        return tuple(_always(parts)) + tuple(_of_published(parts))
    return (
        *_always(parts),
        *_of_notification(facts, parts),
        *_of_rapid_review(facts, parts),
        *_of_local_review(facts, parts.local),
        *_of_publication(parts),
    )


def _always(parts: CaseParts) -> Iterator[MissingItem]:
    if not parts.children:
        yield MissingItem("the children of the case", "child")
    if parts.draft.incident.precision is Precision.BLANK:
        yield MissingItem("the incident date, or that it is unknown", "case")


def _of_published(parts: CaseParts) -> Iterator[MissingItem]:
    if parts.publication is not None and not parts.publication.summary:
        yield MissingItem("the summary for the public list", "publication:report")


def _of_notification(facts: CaseFacts, parts: CaseParts) -> Iterator[MissingItem]:
    if CaseDate.AWARE not in facts.dates:
        yield MissingItem(FIELD_WORDS[CaseDate.AWARE], "case")
    if CaseDate.NOTIFIED not in facts.dates:
        yield MissingItem(FIELD_WORDS[CaseDate.NOTIFIED], "notification")
    if CaseDate.RAPID_REVIEW_SENT in facts.dates:
        return
    for row in parts.children:
        wanted = _missing_of_child(row)
        if wanted:
            words = f"details of {row.draft.pseudonym}: {_listed(wanted)}"
            yield MissingItem(words, f"child:{row.child_id}")


def _missing_of_child(row: ChildRow) -> list[str]:
    not_asked = set(_NOT_ASKED_OF_UNBORN if row.age_words == _UNBORN else ())
    if row.draft.role not in _HARMED:
        not_asked.add("harm")
    return [
        words
        for name, words in _OF_CHILD.items()
        if getattr(row.draft, name) in ("", Answer.BLANK) and name not in not_asked
    ]


def _of_rapid_review(facts: CaseFacts, parts: CaseParts) -> Iterator[MissingItem]:
    rapid, dates = parts.rapid, facts.dates
    if CaseDate.NOTIFIED not in dates:
        return
    if CaseDate.RAPID_REVIEW_SENT not in dates:
        yield from _of_agencies(facts, parts.returns)
        if rapid is not None:
            yield from _of_meeting(rapid)
    if rapid is not None and rapid.decision is Decision.NOT_MADE:
        yield MissingItem("the decision", "rapid_review:decision")


def _of_meeting(rapid: RapidReviewDraft) -> Iterator[MissingItem]:
    if rapid.meeting_on is None:
        yield MissingItem("a date for the Rapid Review meeting", "rapid_review:meeting")
    else:
        asked = {"chair": "the chair of the meeting", "meeting_place": "the place of the meeting"}
        for name, words in asked.items():
            if not getattr(rapid, name).strip():
                yield MissingItem(words, "rapid_review:meeting")
    for form, questions in _QUESTIONS:
        if blank := _unanswered(rapid, questions):
            yield MissingItem(_answers(blank, len(questions), form), f"rapid_review:{form}")
    unsigned = [words for name, words in _SIGNATURES if getattr(rapid, name) is None]
    if unsigned:
        yield MissingItem(f"sign-off by {_listed(unsigned)}", "rapid_review:decision")


def _answers(blank: int, number: int, noun: str) -> str:
    if blank == number:
        return f"answers to all {number} {noun}"
    return f"{'an answer' if blank == 1 else 'answers'} to {blank} of the {number} {noun}"


def _of_agencies(facts: CaseFacts, returns: OutstandingReturns) -> Iterator[MissingItem]:
    out = returns.agencies
    if len(out) == 1:
        yield MissingItem(f"the return of {out[0]}", "agencies")
    elif out:
        yield MissingItem(f"{len(out)} agency returns: {_listed(out)}", "agencies")
    elif not returns.has_requests and CaseDate.FIRST_REQUEST not in facts.dates:
        yield MissingItem("the requests to agencies", "agencies:ask")


def _unanswered(rapid: RapidReviewDraft, questions: Collection[str]) -> int:
    held = (considered(rapid.considered, code) for code in questions)
    return sum(one.answer == Answer.BLANK and not one.text.strip() for one in held)


def _of_local_review(facts: CaseFacts, local: LocalReviewDraft | None) -> Iterator[MissingItem]:
    if local is None and (facts.decision is not Decision.LOCAL_REVIEW or facts.has_national_review):
        return
    if local is None or local.initiated_on is None:
        words = "the date of the decision to initiate the local review"
        yield MissingItem(words, "local_review:initiated_on")
        return
    asked = {
        "reviewer": ("the reviewer of the local review", local.reviewer.strip()),
        "terms": ("the terms of reference", local.terms.strip() or local.terms_agreed_on),
        "terms_agreed_on": ("the day the terms of reference were agreed", local.terms_agreed_on),
        "forecast_on": ("a forecast of publication", local.forecast_on),
    }
    if not asked["terms"][1]:
        del asked["terms_agreed_on"]
    for name, (words, value) in asked.items():
        if not value:
            yield MissingItem(words, f"local_review:{name}")


def _of_publication(parts: CaseParts) -> Iterator[MissingItem]:
    waiting = [gate.words for gate in open_gates(parts.gates)]
    if waiting:
        first, *others = waiting
        named = [f"{first[:1].lower()}{first[1:]}", *others]
        count = "1 gate" if not others else f"{len(waiting)} gates"
        words = f"{count} before publication: {_listed(named, '; ')}"
        yield MissingItem(words, "publication:checklist")


def _listed(words: Sequence[str], between: str = ", ") -> str:
    """Return "a, b and c"; of more than a few the first ones and how many others there are."""
    shown = shown_of(len(words), _MOST_NAMED)
    if len(words) > shown:
        return f"{between.join(words[:shown])} and {len(words) - shown} more"
    *first, last = words
    return f"{between.join(first)} and {last}" if first else last
