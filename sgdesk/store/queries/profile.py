"""The partnership's profile, calendar changes and confirmed years, read the quick way."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.counting import Counting
from sgdesk.domain.partnerships import (
    CalendarChange,
    CalendarChangeKind,
    PartnershipDraft,
    ReadingLine,
)
from sgdesk.domain.typefaces import DocumentFont

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows

_PROFILE = (
    "SELECT name, short_name, prefix, officer, handling_mark, counting, ink, accent, logo_png, "
    "reading, last_yearly_report_on, contacts, typeface FROM partnership WHERE deleted_at IS NULL"
)
_CHANGES = "SELECT day, kind, name FROM calendar_change WHERE deleted_at IS NULL ORDER BY day, kind"

_YEARS = "SELECT year, checked_on FROM announced_year WHERE deleted_at IS NULL"


def read_profile(rows: Rows) -> PartnershipDraft | None:
    """Return the profile, or None before the first save of one."""
    for *texts, counting, ink, accent, logo, reading, reported_on, contacts, typeface in rows.all(
        _PROFILE
    ):
        name, short_name, prefix, officer, handling_mark = texts
        return PartnershipDraft(
            name=name,
            short_name=short_name,
            prefix=prefix,
            officer=officer,
            handling_mark=handling_mark,
            counting=Counting(counting),
            ink=ink,
            accent=accent,
            logo_png=logo,
            reading=tuple(ReadingLine(*parts) for parts in json.loads(reading)),
            last_yearly_report_on=date.fromisoformat(reported_on) if reported_on else None,
            contacts=tuple(json.loads(contacts)),
            typeface=DocumentFont(typeface),
        )
    return None


def read_calendar_changes(rows: Rows) -> list[CalendarChange]:
    """Return the officer's changes to the calendar, by day."""
    return [
        CalendarChange(date.fromisoformat(day), CalendarChangeKind(kind), name)
        for day, kind, name in rows.all(_CHANGES)
    ]


def read_announced_year(rows: Rows) -> int:
    """Return the last year that the partnership has checked, 0 if it has checked none."""
    return max(read_announced_years(rows), default=0)


def read_announced_years(rows: Rows) -> dict[int, date]:
    """Return the years that the partnership has checked, and the day on which it did."""
    return {year: date.fromisoformat(checked_on) for year, checked_on in rows.all(_YEARS)}
