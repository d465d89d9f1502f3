"""The briefing that the measurements typeset: one of the practice register's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sgdesk.services.briefings import briefing_of, get_briefing, list_briefings
from sgdesk.services.practice import open_practice

if TYPE_CHECKING:
    from sgdesk.records.briefing import Briefing

TODAY = date(2026, 11, 23)


def sample_briefing() -> Briefing:
    """Return the briefing on serious youth violence, as its documents print it."""
    register = open_practice(today=TODAY, now=lambda: datetime.now(UTC))
    row = next(row for row in list_briefings(register) if "BSCP2022-23-02" in row.references)
    briefing = briefing_of(register, get_briefing(register, row.briefing_id), today=TODAY)
    register.close()
    return briefing
