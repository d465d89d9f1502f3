"""Local Child Safeguarding Practice Reviews: from the decision to initiate to the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class LocalReviewDraft:
    initiated_on: date | None = None
    """The day of the decision to initiate: the six months start here and nowhere else."""
    reviewer: str = ""
    decision_told_on: date | None = None
    last_monitored_on: date | None = None
    forecast_on: date | None = None
    delay_reason: str = ""
    delay_told_on: date | None = None
    paused_by: str = ""
    """What holds the review up, such as "trial" or "inquest"; empty while it runs."""
    next_check_on: date | None = None


def check_local_review(draft: LocalReviewDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    past = (
        ("initiated_on", "Decision to initiate", draft.initiated_on),
        ("decision_told_on", "Decision told", draft.decision_told_on),
        ("last_monitored_on", "Last monitored", draft.last_monitored_on),
        ("delay_told_on", "Delay told", draft.delay_told_on),
    )
    coming = (
        ("forecast_on", "Forecast", draft.forecast_on),
        ("next_check_on", "Next check", draft.next_check_on),
    )
    problems = [*date_problems(past, today=today), *date_problems(coming)]
    if draft.initiated_on is None and _says_anything(draft):
        problems.append(
            Problem("initiated_on", "Decision to initiate: the six months start on this day.")
        )
    if draft.paused_by.strip() and draft.next_check_on is None:
        problems.append(
            Problem("next_check_on", "Next check: say when somebody looks again at the pause.")
        )
    if draft.delay_told_on and not draft.delay_reason.strip():
        problems.append(Problem("delay_reason", "Reason for delay: say what was told."))
    if draft.initiated_on and draft.forecast_on and draft.forecast_on < draft.initiated_on:
        problems.append(Problem("forecast_on", "Forecast: it is before the decision to initiate."))
    return problems


def _says_anything(draft: LocalReviewDraft) -> bool:
    return draft != LocalReviewDraft()
