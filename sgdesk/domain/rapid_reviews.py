"""Rapid Reviews: meeting, sign-off, decision, sending, and the Panel’s view kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems, long_date
from sgdesk.domain.prose import prose
from sgdesk.domain.sign_offs import last_signature
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.answers import Considered


class Decision(StrEnum):
    NOT_MADE = "not_made"
    LOCAL_REVIEW = "local_review"
    NO_LOCAL_REVIEW = "no_local_review"
    OTHER_LOCAL_LEARNING = "other_local_learning"
    NATIONAL_REVIEW = "national_review"
    JOINED = "joined"
    DEFERRED = "deferred"


DECISION_WORDS = {
    Decision.NOT_MADE: "Not yet made",
    Decision.LOCAL_REVIEW: "Local review (LCSPR)",
    Decision.NO_LOCAL_REVIEW: "No local review: learning captured in the Rapid Review",
    Decision.OTHER_LOCAL_LEARNING: "Other local learning review",
    Decision.NATIONAL_REVIEW: "Referred as a possible national review",
    Decision.JOINED: "Joined to another review",
    Decision.DEFERRED: "Deferred until more is known",
}


class PanelView(StrEnum):
    NOT_RECEIVED = "not_received"
    AGREES = "agrees"
    DISAGREES = "disagrees"
    ASKS_MORE = "asks_more"
    NATIONAL_REVIEW = "national_review"


PANEL_VIEW_WORDS = {
    PanelView.NOT_RECEIVED: "Not received",
    PanelView.AGREES: "Agrees with the decision",
    PanelView.DISAGREES: "Disagrees with the decision",
    PanelView.ASKS_MORE: "Asks for more information",
    PanelView.NATIONAL_REVIEW: "Chooses a national review",
}


@dataclass(frozen=True, slots=True)
class RapidReviewDraft:
    first_request_on: date | None = None
    last_return_on: date | None = None
    meeting_on: date | None = None
    meeting_time: str = ""
    meeting_place: str = ""
    chair: str = ""
    attended: str = prose()
    considered: tuple[Considered, ...] = ()
    """Purposes, criteria and circumstances, by the codes of `review_questions`."""
    authority_signed_on: date | None = None
    authority_signed_by: str = ""
    health_signed_on: date | None = None
    health_signed_by: str = ""
    police_signed_on: date | None = None
    police_signed_by: str = ""
    decision: Decision = Decision.NOT_MADE
    decided_on: date | None = None
    reasons: str = prose()
    dissent: str = prose()
    """Who did not agree, and why; empty where all three partners agreed."""
    sent_on: date | None = None
    sent_route: str = ""
    late_reason: str = prose()
    late_told_on: date | None = None
    """The day the Panel was told that the Rapid Review will be late."""
    expected_on: date | None = None
    """The new day by which a late Rapid Review is expected."""
    panel_view: PanelView = PanelView.NOT_RECEIVED
    panel_replied_on: date | None = None
    panel_comments: str = prose()
    reconsidered: Decision = Decision.NOT_MADE
    """The decision made again after the Panel's reply; not made where the first one stands."""
    reconsidered_on: date | None = None
    reconsidered_reasons: str = prose()

    @property
    def standing_decision(self) -> Decision:
        """Return the decision in force: the reconsidered one, where there is one."""
        return self.reconsidered if self.is_reconsidered else self.decision

    @property
    def is_reconsidered(self) -> bool:
        """Return whether the partners decided again after the Panel's reply."""
        return self.reconsidered is not Decision.NOT_MADE

    @property
    def signed_off_on(self) -> date | None:
        """Return the day the last of the three partners signed, or None until all have."""
        return last_signature(
            self.authority_signed_on, self.health_signed_on, self.police_signed_on
        )


_PAST_FIELDS = (
    ("first_request_on", "First request"),
    ("last_return_on", "Last return"),
    ("authority_signed_on", "Sign-off, local authority"),
    ("health_signed_on", "Sign-off, health"),
    ("police_signed_on", "Sign-off, police"),
    ("decided_on", "Decision date"),
    ("sent_on", "Sent to the Panel"),
    ("late_told_on", "Panel told of the delay"),
    ("panel_replied_on", "Panel’s reply"),
    ("reconsidered_on", "Reconsidered on"),
)


def check_rapid_review(
    draft: RapidReviewDraft, *, notified_on: date | None, due_on: date | None, today: date
) -> list[Problem]:
    """Return every problem of `draft` at once; warnings do not stop saving.

    `due_on` is day 15, given to warn of lateness; None where it cannot be computed.
    """
    past = [(name, words, getattr(draft, name)) for name, words in _PAST_FIELDS]
    meeting = ("meeting_on", "Meeting date", draft.meeting_on)
    expected = ("expected_on", "Now expected", draft.expected_on)
    problems = [*date_problems(past, today=today), *date_problems([meeting, expected])]
    problems += [
        _before_notified(name, words, day, notified_on)
        for name, words, day in (*past, meeting, expected)
        if day is not None and notified_on is not None and day < notified_on
    ]
    problems += _decision_problems(draft) + _panel_problems(draft) + _again_problems(draft)
    if draft.sent_on and due_on and draft.sent_on > due_on and not draft.late_reason.strip():
        problems.append(
            Problem(
                "late_reason",
                f"Reason for lateness: the Rapid Review was sent after day 15, "
                f"{long_date(due_on)}. You can save; give the reason when you know it.",
                is_warning=True,
            )
        )
    return problems


def _decision_problems(draft: RapidReviewDraft) -> list[Problem]:
    problems: list[Problem] = []
    is_made = draft.decision is not Decision.NOT_MADE
    if is_made and draft.decided_on is None:
        problems.append(Problem("decided_on", "Decision date: give the day of the decision."))
    if is_made and not draft.reasons.strip():
        problems.append(
            Problem("reasons", "Reasons: write the reasons for the decision; they are its record.")
        )
    if draft.decided_on and not is_made:
        problems.append(Problem("decision", "Decision: choose it, or clear the decision date."))
    if draft.dissent.strip() and not is_made:
        problems.append(
            Problem("dissent", "Dissent: choose the decision that it is about, or clear this.")
        )
    return problems


def _panel_problems(draft: RapidReviewDraft) -> list[Problem]:
    problems: list[Problem] = []
    is_received = draft.panel_view is not PanelView.NOT_RECEIVED
    if not is_received and (draft.panel_replied_on or draft.panel_comments.strip()):
        problems.append(
            Problem(
                "panel_view", "View: choose it, or clear the day and the comments of the Panel."
            )
        )
    if draft.panel_view is not PanelView.NOT_RECEIVED and draft.panel_replied_on is None:
        problems.append(Problem("panel_replied_on", "Panel’s reply: give the day it came."))
    if draft.panel_replied_on and draft.sent_on and draft.panel_replied_on < draft.sent_on:
        problems.append(
            Problem("panel_replied_on", "Panel’s reply: it is before the Rapid Review was sent.")
        )
    return problems


def _again_problems(draft: RapidReviewDraft) -> list[Problem]:
    problems: list[Problem] = []
    again, reasons = draft.reconsidered, draft.reconsidered_reasons.strip()
    if again is Decision.NOT_MADE:
        if draft.reconsidered_on or reasons:
            problems.append(
                Problem(
                    "reconsidered",
                    "Decision after reconsidering: choose it, or clear its date and its reasons.",
                )
            )
        return problems
    if draft.decision is Decision.NOT_MADE:
        problems.append(
            Problem(
                "reconsidered", "Decision after reconsidering: record the first decision first."
            )
        )
    if draft.reconsidered_on is None:
        problems.append(
            Problem("reconsidered_on", "Reconsidered on: give the day of the new decision.")
        )
    elif draft.decided_on and draft.reconsidered_on < draft.decided_on:
        problems.append(
            Problem("reconsidered_on", "Reconsidered on: it is before the first decision.")
        )
    if not reasons:
        problems.append(
            Problem("reconsidered_reasons", "Reasons: write why it was decided so the second time.")
        )
    return problems


def _before_notified(name: str, words: str, day: date, notified_on: date) -> Problem:
    return Problem(
        name, f"{words}: {long_date(day)} is before the notified date, {long_date(notified_on)}."
    )
