"""The letter that a request to an agency goes out with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import full_date
from sgdesk.domain.letters import LetterKey
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.letters import write_letter
from sgdesk.services.request_workings import letter_reason

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.letters import Letter
    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register


def draft_request(register: Register, row: RequestRow, *, today: date) -> Letter:
    """Return the letter that asks for what `row` asks for, and says why by that day."""
    case = next(iter(read_held_cases(register, row.case_id)), None)
    notified_on = case.facts.dates.get(CaseDate.NOTIFIED) if case else None
    fields = {
        "reference": row.reference,
        "agency": row.agency_name,
        "purpose": row.purpose,
        "round": str(row.round),
        "notified date": full_date(notified_on) if notified_on else "",
        "due date": full_date(row.due_on) if row.due_on else "",
        "why this date": letter_reason(register, row, today=today),
    }
    recipient = row.request.contact or row.contact
    return write_letter(register, LetterKey.REQUEST, fields, to=row.email, recipient=recipient)


def log_request(
    register: Register, row: RequestRow, letter: Letter, route: str, *, today: date
) -> Changes:
    """Record how and to whom the request went; one not asked before counts as asked `today`.

    Raises as `save_request` does.
    """
    from sgdesk.services.agency_requests import save_request  # noqa: PLC0415 - the ORM loads slowly

    asked = replace(
        row.request,
        asked_on=row.request.asked_on or today,
        contact=letter.recipient or row.request.contact,
        route=route,
    )
    return save_request(register, row.case_id, row.request_entry, asked, today=today)
