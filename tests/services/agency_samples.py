"""A register with a few agencies, and requests to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from services_samples import TODAY, make_case

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.partnerships import AgencyDraft
from sgdesk.services.agency_requests import ask_agencies
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.settings import list_agencies, save_agency

NAMES = ("Acute hospital trust", "Housing", "Riverton Police", "Schools")
ASKED_ON = date(2026, 11, 11)
"""The working day after the case was notified, on Tuesday 10 November."""
RULE_DUE = date(2026, 11, 24)
"""Ten working days after it was notified."""
ASKED = AgencyRequestDraft(asked_on=ASKED_ON, route="Secure e-mail")


def add_agencies(register, names=NAMES):
    """Save agencies with a contact each; return their keys by name."""
    for name in names:
        save_agency(register, None, AgencyDraft(name, contact=f"Desk of {name}", email="a@b.test"))
    return {row.draft.name: row.agency_id for row in list_agencies(register)}


def make_asked(register, names=("Housing", "Riverton Police"), **changes):
    """Ask some agencies in a new case; return the case and the keys of all agencies by name."""
    agencies = add_agencies(register)
    case_id = make_case(register)
    wanted = [agencies[name] for name in names]
    ask_agencies(register, case_id, wanted, replace(ASKED, **changes), today=TODAY)
    return case_id, agencies


def rows_by_name(register, case_id, today=TODAY):
    return {row.agency_name: row for row in list_requests(register, case_id, today=today)}
