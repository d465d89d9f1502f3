"""Requests to agencies as the case, the matrix and the letters show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import OUTSTANDING_STATES
from sgdesk.records.entries import Entry

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.agency_requests import (
        AgencyRequestDraft,
        AgencyReturnDraft,
        ChaseStep,
        ReturnState,
    )
    from sgdesk.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class RequestRow:
    """What one agency was asked for in one case, and how that stands today."""

    request_id: UUID
    revision: int
    case_id: UUID
    reference: str
    """Of the case as typed, or the title of a case without one."""
    agency_id: UUID | None
    agency_name: str
    """As the directory has it today."""
    former_name: str
    """What the agency was called on the day it was asked; "" where that is its name today."""
    contact: str = field(repr=False)
    """Whom the directory names, for requests that name nobody themselves."""
    email: str = field(repr=False)
    purpose: str
    round: int
    request: AgencyRequestDraft = field(repr=False)
    returned: AgencyReturnDraft = field(repr=False)
    due_on: date | None
    """The request's own date, else the date of RR-RETURN, agreed or by the rule."""
    due_is_own: bool
    state: ReturnState
    state_words: str
    """Such as "Overdue by 2 working days"."""
    standing: Standing
    """The same as a deadline would stand: for paper, and for what is left of the time."""
    late_days: int
    """Working days late, today or when it was received; 0 where it is not late."""
    days_left: int
    """Working days left while nothing was received; 0 where it is late or has no date."""
    chases: int
    """Reminders, chases and escalations that went out."""
    last_chased_on: date | None
    last_step: ChaseStep | None

    @property
    def is_outstanding(self) -> bool:
        return self.state in OUTSTANDING_STATES

    @property
    def request_entry(self) -> Entry[AgencyRequestDraft]:
        """Return what `save_request` saves over."""
        return Entry(self.request_id, self.revision, self.request)

    @property
    def return_entry(self) -> Entry[AgencyReturnDraft]:
        """Return what `save_return` saves over."""
        return Entry(self.request_id, self.revision, self.returned)


@dataclass(frozen=True, slots=True)
class DueIfAsked:
    """When requests that go out on a day would be due, and why, before they are made."""

    due_on: date | None
    words: str
    """The working in sentences; also why there is no date."""
    is_fair: bool = False
    """True for a date of its own that gives agencies added late their fair time."""
