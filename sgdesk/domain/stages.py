"""The stage of a case, derived from the dates it holds, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.applicability import why_elsewhere
from sgdesk.domain.case_dates import WORDS, CaseDate
from sgdesk.domain.dates import short_date
from sgdesk.domain.notifications import KIND_WORDS, NotificationKind
from sgdesk.domain.rapid_reviews import DECISION_WORDS, Decision

if TYPE_CHECKING:
    from sgdesk.domain.facts import CaseFacts


class Stage(StrEnum):
    NOTIFICATION = "notification"
    RAPID_REVIEW = "rapid_review"
    PANEL_REPLY = "panel_reply"
    LOCAL_REVIEW = "local_review"
    PUBLICATION = "publication"
    PUBLISHED = "published"
    NO_REVIEW = "no_review"
    LEARNING = "learning"
    CLOSED = "closed"


STAGE_WORDS = {
    Stage.NOTIFICATION: "Notification",
    Stage.RAPID_REVIEW: "Rapid Review",
    Stage.PANEL_REPLY: "Panel’s reply",
    Stage.LOCAL_REVIEW: "Local review",
    Stage.PUBLICATION: "Publication",
    Stage.PUBLISHED: "Published",
    Stage.NO_REVIEW: "No review",
    Stage.LEARNING: "Learning",
    Stage.CLOSED: "Closed",
}


@dataclass(frozen=True, slots=True)
class StageReason:
    stage: Stage
    reason: str
    """A sentence: which date or fact puts the case there."""


def stage_of(facts: CaseFacts) -> StageReason:
    """Return where a case stands. A fact that closes the case outweighs any date."""
    found = _over(facts) or _review(facts)
    return found or _before_any_review(facts)


def _over(facts: CaseFacts) -> StageReason | None:
    if facts.is_withdrawn:
        return StageReason(Stage.CLOSED, "The notification was withdrawn.")
    if facts.is_closed:
        return StageReason(Stage.CLOSED, "The case is closed.")
    if CaseDate.PUBLISHED in facts.dates:
        return StageReason(Stage.PUBLISHED, _dated(facts, CaseDate.PUBLISHED))
    return None


def _review(facts: CaseFacts) -> StageReason | None:
    if CaseDate.INITIATED in facts.dates and (elsewhere := why_elsewhere(facts)):
        return StageReason(Stage.LEARNING, f"{elsewhere[:1].upper()}{elsewhere[1:]}.")
    for name, stage in (
        (CaseDate.COPY_SENT, Stage.PUBLICATION),
        (CaseDate.PLANNED_PUBLICATION, Stage.PUBLICATION),
        (CaseDate.INITIATED, Stage.LOCAL_REVIEW),
    ):
        if name in facts.dates:
            return StageReason(stage, _dated(facts, name))
    if facts.has_national_review:
        return StageReason(Stage.LEARNING, "The Panel chose a national review.")
    if facts.decision is Decision.LOCAL_REVIEW:
        return StageReason(Stage.LOCAL_REVIEW, "A local review was decided.")
    return None


def _before_any_review(facts: CaseFacts) -> StageReason:
    dates = facts.dates
    if facts.kind not in (None, NotificationKind.SERIOUS_INCIDENT) and CaseDate.NOTIFIED in dates:
        return StageReason(Stage.NO_REVIEW, f"{KIND_WORDS[facts.kind]}: it starts no Rapid Review.")
    if facts.is_asked_for_more:
        return StageReason(Stage.PANEL_REPLY, "The Panel asks for more information.")
    if CaseDate.PANEL_REPLIED in dates and facts.decision not in (
        Decision.NOT_MADE,
        Decision.DEFERRED,
    ):
        return StageReason(Stage.LEARNING, f"{DECISION_WORDS[facts.decision]}.")
    for name, stage in (
        (CaseDate.RAPID_REVIEW_SENT, Stage.PANEL_REPLY),
        (CaseDate.NOTIFIED, Stage.RAPID_REVIEW),
        (CaseDate.AWARE, Stage.NOTIFICATION),
    ):
        if name in dates:
            return StageReason(stage, _dated(facts, name))
    return StageReason(Stage.NOTIFICATION, "No date of notification is recorded yet.")


def _dated(facts: CaseFacts, name: CaseDate) -> str:
    return f"{WORDS[name]} {short_date(facts.dates[name])}."
