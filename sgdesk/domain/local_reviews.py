"""Local Child Safeguarding Practice Reviews: from the decision to initiate to the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.answers import Considered


@dataclass(frozen=True, slots=True)
class LocalReviewDraft:
    initiated_on: date | None = None
    """The day of the decision to initiate: the six months start here and nowhere else."""
    commissioned_on: date | None = None
    reviewer: str = ""
    reviewer_organisation: str = ""
    independence: str = prose()
    """Why the reviewer is independent of the agencies of the case."""
    chair: str = ""
    methodology: str = ""
    terms_version: str = ""
    terms_agreed_on: date | None = None
    terms: str = prose()
    """The terms of reference, or where they are kept."""
    scope_from_on: date | None = None
    scope_to_on: date | None = None
    decision_told_on: date | None = None
    forecast_on: date | None = None
    forecast_reason: str = prose()
    quality: tuple[Considered, ...] = ()
    """The 18 quality markers, by the codes of `QUALITY_MARKERS`."""
    legal_checked_on: date | None = None
    authority_signed_on: date | None = None
    authority_signed_by: str = ""
    health_signed_on: date | None = None
    health_signed_by: str = ""
    police_signed_on: date | None = None
    police_signed_by: str = ""


def check_local_review(draft: LocalReviewDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    past = (
        ("initiated_on", "Decision to initiate", draft.initiated_on),
        ("decision_told_on", "Decision told", draft.decision_told_on),
    )
    coming = (("forecast_on", "Forecast", draft.forecast_on),)
    problems = [*date_problems(past, today=today), *date_problems(coming)]
    if draft.initiated_on is None and _says_anything(draft):
        problems.append(
            Problem("initiated_on", "Decision to initiate: the six months start on this day.")
        )
    if draft.initiated_on and draft.forecast_on and draft.forecast_on < draft.initiated_on:
        problems.append(Problem("forecast_on", "Forecast: it is before the decision to initiate."))
    return problems


def _says_anything(draft: LocalReviewDraft) -> bool:
    return draft != LocalReviewDraft()
