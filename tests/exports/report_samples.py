"""Invented deadline reports of any length for the tests of the documents."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle, islice

from sgdesk.domain.dates import long_date, short_date
from sgdesk.domain.standings import Standing
from sgdesk.records.reports import DeadlineReport, ReportRow

_WORDS = {
    Standing.OVERDUE: "Overdue by 2 working days",
    Standing.DUE_TODAY: "Due today",
    Standing.DUE_SOON: "Due in 3 working days",
    Standing.ON_TRACK: "On track",
    Standing.WAITING: "Waiting for a date",
    Standing.MET: "Met",
    Standing.MET_LATE: "Met 4 working days late",
    Standing.PAUSED: "Paused by inquest",
    Standing.NOT_APPLICABLE: "Not applicable",
}
_WHAT = (
    ("Notify the National Panel", "Statutory duty"),
    ("Rapid Review to the Panel", "Statutory guidance"),
    ("Decide whether to hold a local review", "Statutory guidance"),
    ("Publish the local child safeguarding practice review", "Panel expectation"),
    ("Briefing note for practitioners", "Local"),
)
_OWNERS = ("Business support", "Quality lead", "Independent scrutineer")


def make_row(number: int, standing: Standing) -> ReportRow:
    start = date(2026, 9, 1) + timedelta(days=7 * (number // 5 % 12))
    what, weight = _WHAT[number % len(_WHAT)]
    waiting = standing is Standing.WAITING
    return ReportRow(
        reference=f"ESCP2026-27/{number // 5 + 1:02}",
        what=what,
        started="The Panel has not replied yet" if waiting else f"Notified {short_date(start)}",
        due="Not known yet" if waiting else long_date(start + timedelta(days=21)),
        agreed=long_date(start + timedelta(days=28)) if number % 7 == 3 else "",
        weight=weight,
        owner=_OWNERS[number % len(_OWNERS)],
        standing=standing,
        standing_words=_WORDS[standing],
    )


def make_report(count: int, mark: str = "OFFICIAL-SENSITIVE") -> DeadlineReport:
    """A report with so many rows, every standing in turn."""
    standings = islice(cycle(_WORDS), count)
    return DeadlineReport(
        title="Statutory deadlines",
        partnership="Eastmarsh Safeguarding Children Partnership",
        as_at=date(2026, 11, 20),
        counting=(
            "Working days leave out weekends and bank holidays in England; "
            "the day of the trigger is day 0."
        ),
        summary=f"{count} deadlines of open cases, the most pressing first.",
        mark=mark,
        rows=tuple(make_row(number, standing) for number, standing in enumerate(standings)),
    )
