"""Requests to agencies for tests of letters, chasing and the matrix."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from case_samples import TODAY, Desk

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.services.agency_requests import ask_agencies, save_return
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.settings import list_agencies, save_agency

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.agencies import RequestRow

AGENCIES = ("Housing", "Police", "Schools")
ASKED_ON = date(2026, 11, 11)
LATE = date(2026, 11, 27)
"""Two working days after the agreed date for all returns, 25 November."""


def ask(desk: Desk, case_id: UUID, names: tuple[str, ...] = AGENCIES, **changes: object) -> None:
    """Ask agencies of the directory in a case; add those that it lacks."""
    held = {row.draft.name for row in list_agencies(desk.register)}
    for name in names:
        if name not in held:
            agency = AgencyDraft(name, contact=f"{name} lead", email=f"{name.lower()}@example.test")
            save_agency(desk.register, None, agency)
    keys = {row.draft.name: row.agency_id for row in list_agencies(desk.register)}
    draft = replace(AgencyRequestDraft(asked_on=ASKED_ON), **changes)
    ask_agencies(desk.register, case_id, [keys[name] for name in names], draft, today=TODAY)


def request(desk: Desk, name: str, case_id: UUID | None = None, today: date = TODAY) -> RequestRow:
    """Return the first request to an agency as it stands."""
    rows = list_requests(desk.register, case_id or desk.full_id, today=today)
    return next(row for row in rows if row.agency_name == name)


def receive(desk: Desk, name: str, case_id: UUID | None = None) -> None:
    """Log that a return came in today."""
    row = request(desk, name, case_id)
    returned = replace(row.returned, received_on=TODAY)
    save_return(desk.register, row.case_id, row.return_entry, returned, today=TODAY)
