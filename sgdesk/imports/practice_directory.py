"""Further contacts and former names of the invented agencies, their dates counted from today."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sgdesk.config.resources import resource
from sgdesk.domain.partnerships import AgencyContactDraft, FormerNameDraft
from sgdesk.imports.practice_dates import told_date
from sgdesk.imports.practice_entries import told_draft
from sgdesk.records.practice import PracticeAgencyPart

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar

_KINDS = {"contacts": AgencyContactDraft, "former_names": FormerNameDraft}


def load_directory(today: date, calendar: WorkingCalendar) -> tuple[PracticeAgencyPart, ...]:
    """Return the contacts and former names of every invented agency that has any."""
    told: Mapping[str, Mapping[str, list[Mapping[str, str]]]] = json.loads(
        resource("practice", "directory.json").read_text(encoding="utf-8")
    )

    def tell(text: str) -> date:
        return told_date(text, {}, today=today, calendar=calendar)

    return tuple(
        PracticeAgencyPart(name, told_draft(_KINDS[kind], one, tell))
        for name, parts in told.items()
        for kind, held in parts.items()
        for one in held
    )
