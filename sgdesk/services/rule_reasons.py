"""Why a deadline of a case falls on its day, as a letter says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.letter_dates import rule_reason
from sgdesk.errors import UserError
from sgdesk.services.deadlines import explain_deadline

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.services.register import Register


def why_due(register: Register, case_id: UUID, code: str, *, today: date) -> str:
    """Return the reason of the date by the rule `code`; "" where the case has no such date."""
    try:
        return rule_reason(explain_deadline(register, case_id, code, today=today).explanation)
    except UserError:
        return ""
