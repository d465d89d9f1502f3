"""Agencies and requests for the tests of windows: what the full case asked and got."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from case_samples import TODAY

from sgdesk.domain.agency_requests import (
    AgencyRequestDraft,
    AgencyReturnDraft,
    ChaseDraft,
    ChaseStep,
)
from sgdesk.domain.answers import Answer
from sgdesk.domain.partnerships import AgencyDraft, FormerNameDraft
from sgdesk.services.agency_directory import save_earlier_name
from sgdesk.services.agency_requests import ask_agencies, save_request, save_return
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.entries import save_entry
from sgdesk.services.settings import list_agencies, save_agency

if TYPE_CHECKING:
    from uuid import UUID

    from case_samples import Desk

    from sgdesk.records.agencies import RequestRow

NAMES = ("Fire service", "Health trust", "Housing", "Police", "Schools")
ASKED = AgencyRequestDraft(asked_on=date(2026, 11, 11), route="Secure e-mail")
WHOLE = AgencyReturnDraft(
    received_on=date(2026, 11, 18),
    version="1.0",
    author="Planted Author",
    signatory="Planted Signatory",
    period_covered="Two years",
    documents_secured=Answer.YES,
    involvement="Two visits.",
    learning="Ask again.",
    checked_on=date(2026, 11, 19),
    checked_by="Business support",
    found_sound=Answer.NO,
    check_note="One date is missing.",
)


@dataclass
class AgencyDesk:
    """The desk of a test with its agencies by name."""

    desk: Desk
    agencies: dict[str, UUID]

    def row(self, name: str) -> RequestRow:
        """Return the request to the agency of this name."""
        return next(row for row in self.rows() if row.agency_name == name)

    def rows(self) -> tuple[RequestRow, ...]:
        return list_requests(self.desk.register, self.desk.full_id, today=TODAY)


def add_agencies(desk: Desk) -> AgencyDesk:
    """Save five agencies; one of them is asked no more."""
    for name in NAMES:
        draft = AgencyDraft(name, "Health" if name == "Health trust" else "", "The desk")
        save_agency(desk.register, None, replace(draft, is_active=name != "Schools"))
    held = {row.draft.name: row.agency_id for row in list_agencies(desk.register)}
    return AgencyDesk(desk, held)


def ask_some(desk: Desk) -> AgencyDesk:
    """Ask Health trust, Housing and Police; the first has returned all, the last is chased."""
    made = add_agencies(desk)
    register, case_id = desk.register, desk.full_id
    wanted = [made.agencies[name] for name in ("Health trust", "Housing", "Police")]
    ask_agencies(register, case_id, wanted, ASKED, today=TODAY)
    save_return(register, case_id, made.row("Health trust").return_entry, WHOLE, today=TODAY)
    police = made.row("Police")
    own = replace(
        police.request,
        due_on=date(2026, 11, 19),
        due_reason="The log is wanted early",
        acknowledged_on=date(2026, 11, 12),
        promised_on=date(2026, 11, 18),
        note="Rang twice",
    )
    save_request(register, case_id, police.request_entry, own, today=TODAY)
    for day, step in ((18, ChaseStep.REMINDER), (20, ChaseStep.CHASE)):
        chase = ChaseDraft(police.request_id, step, date(2026, 11, day), "E-mail")
        save_entry(register, case_id, None, chase, today=TODAY)
    former = FormerNameDraft("Council homes", date(2026, 11, 15))
    save_earlier_name(register, made.agencies["Housing"], None, former, today=TODAY)
    return made
