"""Reports for tests of printing, made by hand, and a ruler that needs no fonts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sgdesk.domain.standings import Standing
from sgdesk.records.reports import DeadlineReport, ReportRow
from sgdesk.ui.printing.paper import POINT

if TYPE_CHECKING:
    from sgdesk.ui.printing.lettering import Style

ROW = ReportRow(
    reference="ZZSP2026-27-04",
    what="Rapid Review completed and sent to the Panel",
    started="Notified 29 Oct 2026",
    due="Thu 19 Nov 2026",
    agreed="",
    weight="Panel expectation",
    owner="Business support",
    standing=Standing.OVERDUE,
    standing_words="Overdue by 2 working days",
)


def make_row(**changes: Any) -> ReportRow:
    return replace(ROW, **changes)


def make_report(count: int = 64, **changes: Any) -> DeadlineReport:
    """Return a report of `count` rows whose references count up from ZZ-0001."""
    standings = list(Standing)
    rows = tuple(
        make_row(
            reference=f"ZZ-{number:04d}",
            standing=standings[number % len(standings)],
            agreed="Agreed: Mon 7 Dec 2026" if number % 9 == 0 else "",
        )
        for number in range(1, count + 1)
    )
    report = DeadlineReport(
        title="Open deadlines",
        partnership="Test partnership",
        as_at=date(2026, 11, 23),
        counting="Working days leave out weekends; the day after the trigger is day 1.",
        summary=f"{count} deadlines as at Mon 23 Nov 2026.",
        mark="OFFICIAL-SENSITIVE",
        rows=rows,
    )
    return replace(report, **changes)


def half_square(text: str, style: Style) -> float:
    """Measure every letter half as wide as its text is high."""
    return len(text) * style.points * POINT / 2
