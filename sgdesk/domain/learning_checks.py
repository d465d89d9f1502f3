"""What findings, recommendations, evidence and impact need before they are saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.dates import date_problems
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.learning import (
        EvidenceDraft,
        FindingDraft,
        ImpactDraft,
        RecommendationDraft,
    )


def check_finding(draft: FindingDraft, *, today: date) -> list[Problem]:  # noqa: ARG001 - one shape
    """Return every problem of `draft` at once."""
    if draft.text.strip():
        return []
    return [Problem("text", "Finding: write it as the report has it.")]


def check_recommendation(
    draft: RecommendationDraft,
    *,
    today: date,  # noqa: ARG001 - one shape for every check
) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems: list[Problem] = []
    if not draft.number.strip():
        problems.append(Problem("number", "Number: give the one it has in the report."))
    if not draft.text.strip():
        problems.append(Problem("text", "Recommendation: copy it word for word from the report."))
    if draft.accepted is Answer.NO and not draft.not_accepted_reason.strip():
        problems.append(
            Problem("not_accepted_reason", "Reason: say why it was not accepted, and by whom.")
        )
    return problems


def check_evidence(draft: EvidenceDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("dated_on", "Dated", draft.dated_on)], today=today)
    if not draft.kind.strip():
        problems.append(Problem("kind", "Kind of evidence: choose it from the list, or write it."))
    if not draft.what.strip():
        problems.append(Problem("what", "Evidence: say what it shows and where it is kept."))
    return problems


def check_impact(draft: ImpactDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving."""
    problems = date_problems([("assessed_on", "Assessed on", draft.assessed_on)], today=today)
    if draft.assessed_on is None:
        problems.append(Problem("assessed_on", "Assessed on: give the day."))
    if not draft.assessed_by.strip():
        problems.append(Problem("assessed_by", "Assessed by: say who looked, as a role."))
    if not draft.change.strip():
        problems.append(Problem("change", "What is different: say what changed for children."))
    elif not draft.measure.strip():
        problems.append(
            Problem(
                "measure",
                "How it is known: say what it was measured by, such as a second audit.",
                is_warning=True,
            )
        )
    return problems
