"""Which deadline rules apply to a case, and why the others do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import FIELD_WORDS, CaseDate
from sgdesk.domain.forecasts import is_late_forecast
from sgdesk.domain.rapid_reviews import Decision
from sgdesk.domain.rules import Phase, Rule, Unit, Weight

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.domain.facts import CaseFacts


def why_not(rule: Rule, facts: CaseFacts) -> str:
    """Return why a rule does not apply to a case, as part of a sentence, or "" if it does."""
    dates = facts.dates
    if rule.phase is Phase.PUBLIC_LIST:
        return "" if CaseDate.PUBLISHED in dates else "the review is not published"
    met_on = rule.code in facts.milestones_done if rule.is_own else rule.completed_by in dates
    is_done = met_on and rule.trigger in dates and not rule.is_repeating
    if is_done:
        return ""
    return why_over(facts) or _BY_PHASE[rule.phase](rule, facts)


def why_over(facts: CaseFacts) -> str:
    """Return why nothing that is still undone can be asked of a case any more, or "" if it can.

    The public list is another matter: its rules begin with the publication.
    """
    if CaseDate.PUBLISHED in facts.dates:
        return "the review is published"
    if facts.is_withdrawn:
        return "the notification was withdrawn"
    return "the case is closed" if facts.is_closed else ""


def _why_no_notification(rule: Rule, facts: CaseFacts) -> str:
    has_moved_on = CaseDate.RAPID_REVIEW_SENT in facts.dates or CaseDate.INITIATED in facts.dates
    if rule.trigger not in facts.dates and has_moved_on:
        return f"the {FIELD_WORDS[rule.trigger]} was not recorded"
    return ""


def _why_no_rapid_review(rule: Rule, facts: CaseFacts) -> str:
    dates = facts.dates
    if rule.weight is Weight.LOCAL_PRACTICE and CaseDate.RAPID_REVIEW_SENT in dates:
        return "the Rapid Review has been sent"
    if rule.trigger not in dates and CaseDate.INITIATED in dates:
        return f"the {FIELD_WORDS[rule.trigger]} was not recorded"
    return ""


def why_elsewhere(facts: CaseFacts) -> str:
    """Return where the review of a case goes on instead of here, or "" if it does not."""
    return _ELSEWHERE.get(facts.decision, "")


_ELSEWHERE = {
    Decision.NATIONAL_REVIEW: "it was decided to leave the case to a national review",
    Decision.JOINED: "the case was joined to another review",
}


def _why_no_local_review(rule: Rule, facts: CaseFacts) -> str:
    if elsewhere := why_elsewhere(facts):
        return elsewhere
    if CaseDate.INITIATED not in facts.dates and facts.has_national_review:
        return "the Panel chose a national review"
    if CaseDate.INITIATED not in facts.dates and facts.decision is not Decision.LOCAL_REVIEW:
        is_made = facts.decision not in (Decision.NOT_MADE, Decision.DEFERRED)
        return "no local review was decided" if is_made else "only if a local review is decided"
    if rule.trigger is CaseDate.DECIDED and CaseDate.DECIDED not in facts.dates:
        return "the decision date of the Rapid Review was not recorded"
    if rule.unit is Unit.TASK and not _is_forecast_late(facts):
        return "no forecast later than the six months"
    return ""


def _is_forecast_late(facts: CaseFacts) -> bool:
    dates = facts.dates
    return is_late_forecast(dates.get(CaseDate.INITIATED), dates.get(CaseDate.FORECAST))


def _why_no_publication(_rule: Rule, facts: CaseFacts) -> str:
    if elsewhere := why_elsewhere(facts):
        return elsewhere
    is_coming = not {CaseDate.PLANNED_PUBLICATION, CaseDate.INITIATED}.isdisjoint(facts.dates)
    return "" if is_coming else "no publication is planned"


_BY_PHASE: dict[Phase, Callable[[Rule, CaseFacts], str]] = {
    Phase.NOTIFICATION: _why_no_notification,
    Phase.RAPID_REVIEW: _why_no_rapid_review,
    Phase.LOCAL_REVIEW: _why_no_local_review,
    Phase.PUBLICATION: _why_no_publication,
}
