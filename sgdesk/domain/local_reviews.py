"""Local Child Safeguarding Practice Reviews: from the decision to initiate to the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.domain.forecasts import is_late_forecast
from sgdesk.domain.prose import prose
from sgdesk.domain.sign_offs import last_signature
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
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

    @property
    def signed_off_on(self) -> date | None:
        """Return the day the last of the three partners signed, or None until all have."""
        return last_signature(
            self.authority_signed_on, self.health_signed_on, self.police_signed_on
        )


_SIGNATURES = (
    ("authority", "Sign-off, local authority"),
    ("health", "Sign-off, health"),
    ("police", "Sign-off, police"),
)


def check_local_review(
    draft: LocalReviewDraft, *, today: date, agencies: Collection[str] = ()
) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving.

    `agencies` are the names of the agencies of the case, of which a reviewer is independent.
    """
    past = (
        ("initiated_on", "Decision to initiate", draft.initiated_on),
        ("decision_told_on", "Decision told", draft.decision_told_on),
        ("commissioned_on", "Commissioned", draft.commissioned_on),
        ("terms_agreed_on", "Terms agreed", draft.terms_agreed_on),
        ("legal_checked_on", "Legal check", draft.legal_checked_on),
        *((f"{name}_signed_on", title, _signed_on(draft, name)) for name, title in _SIGNATURES),
    )
    coming = (
        ("forecast_on", "Forecast", draft.forecast_on),
        ("scope_from_on", "Scope from", draft.scope_from_on),
        ("scope_to_on", "Scope to", draft.scope_to_on),
    )
    problems = [*date_problems(past, today=today), *date_problems(coming)]
    wrong = {problem.field for problem in problems}
    if "forecast_on" in wrong:
        wrong.add("forecast_reason")
    if draft.initiated_on is None and draft != LocalReviewDraft():
        problems.append(
            Problem("initiated_on", "Decision to initiate: the six months start on this day.")
        )
    problems += [problem for problem in _out_of_order(draft) if problem.field not in wrong]
    problems += [problem for problem in _warnings(draft, agencies) if problem.field not in wrong]
    return problems


def _out_of_order(draft: LocalReviewDraft) -> Iterator[Problem]:
    since = draft.initiated_on
    after = (
        ("forecast_on", "Forecast", draft.forecast_on),
        ("legal_checked_on", "Legal check", draft.legal_checked_on),
        *((f"{name}_signed_on", title, _signed_on(draft, name)) for name, title in _SIGNATURES),
    )
    for field, title, day in after:
        if since and day and day < since:
            sentence = f"{title}: it is before the decision to initiate. Put one of the two right."
            yield Problem(field, sentence)
    if draft.scope_from_on and draft.scope_to_on and draft.scope_to_on < draft.scope_from_on:
        yield Problem("scope_to_on", "Scope to: it is before the day it begins; swap the two.")


def _warnings(draft: LocalReviewDraft, agencies: Collection[str]) -> Iterator[Problem]:
    """What may be right all the same, and is asked about."""
    since = draft.initiated_on
    organisation = draft.reviewer_organisation.strip().casefold()
    asked = (
        (
            "commissioned_on",
            "Commissioned: it is before the decision to initiate. Check both days.",
            since and draft.commissioned_on and draft.commissioned_on < since,
        ),
        (
            "terms_agreed_on",
            "Terms agreed: it is before the decision to initiate. Check both days.",
            since and draft.terms_agreed_on and draft.terms_agreed_on < since,
        ),
        (
            "independence",
            "Independence: say why the reviewer is independent of the agencies of the case.",
            draft.reviewer.strip() and not draft.independence.strip(),
        ),
        (
            "reviewer_organisation",
            "Organisation: it is an agency of this case. Say below why that is no obstacle.",
            organisation and organisation in {name.strip().casefold() for name in agencies},
        ),
        (
            "terms_version",
            "Version: say which version of the terms was agreed.",
            draft.terms_agreed_on and not draft.terms_version.strip(),
        ),
        (
            "forecast_reason",
            "Reason: say why the review takes longer than six months.",
            is_late_forecast(since, draft.forecast_on) and not draft.forecast_reason.strip(),
        ),
        *(
            (
                f"{name}_signed_on",
                f"{title}: give the day too.",
                getattr(draft, f"{name}_signed_by").strip() and _signed_on(draft, name) is None,
            )
            for name, title in _SIGNATURES
        ),
    )
    for field, sentence, holds in asked:
        if holds:
            yield Problem(field, sentence, is_warning=True)


def _signed_on(draft: LocalReviewDraft, partner: str) -> date | None:
    day: date | None = getattr(draft, f"{partner}_signed_on")
    return day
