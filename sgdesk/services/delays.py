"""The register of proceedings and delay: the few changes that need no form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.services.entries import save_entry

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.delays import DelayDraft
    from sgdesk.records.entries import Entry
    from sgdesk.services.outcomes import Changes
    from sgdesk.services.register import Register


def end_delay(
    register: Register, case_id: UUID, entry: Entry[DelayDraft], *, today: date
) -> Changes:
    """Record that what held the review up ended today: its clocks run again from now on."""
    return save_entry(register, case_id, entry, replace(entry.draft, ended_on=today), today=today)
