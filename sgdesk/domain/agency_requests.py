"""What agencies are asked for, what they return, and how each request stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.answers import Answer
from sgdesk.domain.prose import prose

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

RAPID_REVIEW_RETURN = "Rapid Review return"
"""The purpose of the requests whose returns the Rapid Review waits for."""


@dataclass(frozen=True, slots=True)
class AgencyRequestDraft:
    agency_id: UUID | None = None
    purpose: str = RAPID_REVIEW_RETURN
    round: int = 1
    contact: str = field(default="", repr=False)
    """Whom it was sent to."""
    asked_on: date | None = None
    route: str = ""
    due_on: date | None = None
    """A date of its own; None where the date by the rule holds."""
    due_reason: str = prose()
    acknowledged_on: date | None = None
    promised_on: date | None = None
    """The day for which the agency promised its return."""
    queried_on: date | None = None
    query: str = prose()
    """What was unclear in the return and asked back."""
    answered_on: date | None = None
    """The day the query was answered."""
    not_needed_reason: str = prose()
    """Why the request was taken back; empty while it holds."""
    note: str = prose()


@dataclass(frozen=True, slots=True)
class AgencyReturnDraft:
    received_on: date | None = None
    is_nil: bool = False
    """The agency answered that it knows nothing of the child and the family."""
    version: str = ""
    author: str = field(default="", repr=False)
    signatory: str = field(default="", repr=False)
    period_covered: str = ""
    documents_secured: Answer = Answer.BLANK
    involvement: str = prose()
    practice_episodes: str = prose()
    child_voice: str = prose()
    identity: str = prose()
    """How identity, culture, racism and disability were considered."""
    good_practice: str = prose()
    learning: str = prose()
    """Learning of the agency, and what it does at once."""
    review_view: str = prose()
    """The agency's view on a local review."""
    checked_on: date | None = None
    checked_by: str = ""
    found_sound: Answer = Answer.BLANK
    """What the quality check found: yes where nothing has to be asked again."""
    check_note: str = prose()


class ReturnState(StrEnum):
    """How a request stands. The letters are those of the matrix."""

    NOT_NEEDED = "not_needed"
    NOT_ASKED = "not_asked"
    ASKED = "asked"
    ACKNOWLEDGED = "acknowledged"
    PROMISED = "promised"
    OVERDUE = "overdue"
    OWN_DATE = "own_date"
    QUERIED = "queried"
    RECEIVED = "received"
    RECEIVED_LATE = "received_late"
    NIL = "nil"


STATE_WORDS = {
    ReturnState.NOT_NEEDED: "Not needed",
    ReturnState.NOT_ASKED: "Not asked",
    ReturnState.ASKED: "Asked",
    ReturnState.ACKNOWLEDGED: "Acknowledged",
    ReturnState.PROMISED: "Promised",
    ReturnState.OVERDUE: "Overdue",
    ReturnState.OWN_DATE: "Own date, added late",
    ReturnState.QUERIED: "Queried",
    ReturnState.RECEIVED: "Received",
    ReturnState.RECEIVED_LATE: "Received late",
    ReturnState.NIL: "Nil return",
}

STATE_LETTERS = {
    ReturnState.NOT_NEEDED: "·",
    ReturnState.NOT_ASKED: "·",
    ReturnState.ASKED: "S",
    ReturnState.ACKNOWLEDGED: "A",
    ReturnState.PROMISED: "P",
    ReturnState.OVERDUE: "O",
    ReturnState.OWN_DATE: "D",
    ReturnState.QUERIED: "Q",
    ReturnState.RECEIVED: "R",
    ReturnState.RECEIVED_LATE: "L",
    ReturnState.NIL: "N",
}

OUTSTANDING_STATES = frozenset(
    {
        ReturnState.ASKED,
        ReturnState.ACKNOWLEDGED,
        ReturnState.PROMISED,
        ReturnState.OVERDUE,
        ReturnState.OWN_DATE,
        ReturnState.QUERIED,
    }
)
"""States in which something is still to come from the agency."""


class ChaseStep(StrEnum):
    REMINDER = "reminder"
    CHASE = "chase"
    ESCALATION = "escalation"


CHASE_WORDS = {
    ChaseStep.REMINDER: "Reminder",
    ChaseStep.CHASE: "Chase",
    ChaseStep.ESCALATION: "Escalation",
}


@dataclass(frozen=True, slots=True)
class ChaseDraft:
    """One step of the ladder that was taken for a request, with the words that were sent."""

    request_id: UUID | None = None
    step: ChaseStep = ChaseStep.REMINDER
    made_on: date | None = None
    route: str = ""
    recipient: str = field(default="", repr=False)
    subject: str = field(default="", repr=False)
    body: str = prose()
