"""Invented papers of any length for the tests of the documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice

from sgdesk.domain.dates import long_date, short_date
from sgdesk.domain.standings import Standing
from sgdesk.records.papers import Paper, PaperColumn, PaperRow, PaperTable, PaperText

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
COLUMNS = (
    PaperColumn("Case", 1.0),
    PaperColumn("What is due", 2.1, is_quiet_below=True),
    PaperColumn("Started", 1.1),
    PaperColumn("Due by the rule", 1.2),
    PaperColumn("Sent", 0.5, is_centred=True),
    PaperColumn("Owner", 1.0),
    PaperColumn("Standing", 1.5),
)
OPENING = PaperText(
    "Before the meeting",
    ("Each line says what is due, by which rule, and who has to act. " * 3, "", "Read it first."),
)
TO_DO = PaperText("To bring", ("The chronology", "A pen", "The terms of reference"), is_list=True)
SIGNING = PaperTable(
    (PaperColumn("", 1.0), PaperColumn("", 3.0)),
    (PaperRow(("Name", "\n\n")), PaperRow(("Date", ""))),
    title="Signed",
    note="One line for each partner.",
)


def make_row(number: int, standing: Standing) -> PaperRow:
    start = date(2026, 9, 1) + timedelta(days=7 * (number // 5 % 12))
    what, weight = _WHAT[number % len(_WHAT)]
    waiting = standing is Standing.WAITING
    due = "Not known yet" if waiting else long_date(start + timedelta(days=21))
    agreed = f"\nAgreed: {long_date(start + timedelta(days=28))}" if number % 7 == 3 else ""
    return PaperRow(
        (
            f"ESCP2026-27/{number // 5 + 1:02}",
            f"{what}\n{weight}",
            "The Panel has not replied yet" if waiting else f"Notified {short_date(start)}",
            f"{due}{agreed}",
            "Yes" if number % 2 else "",
            _OWNERS[number % len(_OWNERS)],
            _WORDS[standing],
        ),
        standing,
    )


def make_table(count: int, *, is_grouped: bool = False) -> PaperTable:
    """A table with so many rows, every standing in turn, a heading over each five if asked."""
    rows: list[PaperRow] = []
    for number, standing in enumerate(islice(cycle(_WORDS), count)):
        if is_grouped and number % 5 == 0:
            rows.append(PaperRow((f"Group {number // 5 + 1}",), is_heading=True))
        rows.append(make_row(number, standing))
    note = "" if rows else "There is no deadline to show."
    return PaperTable(COLUMNS, tuple(rows), note=note)


def make_paper(count: int, mark: str = "OFFICIAL-SENSITIVE", *, is_landscape: bool = True) -> Paper:
    """A paper of one table with so many rows."""
    return Paper(
        title="Statutory deadlines",
        partnership="Eastmarsh Safeguarding Children Partnership",
        as_at=date(2026, 11, 20),
        counting=(
            "Working days leave out weekends and bank holidays in England; "
            "the day of the trigger is day 0."
        ),
        summary=f"{count} deadlines of open cases, the most pressing first.",
        mark=mark,
        parts=(make_table(count),),
        file_stem="deadline-report",
        is_landscape=is_landscape,
    )


def make_mixed_paper(count: int, *, is_landscape: bool = False) -> Paper:
    """A paper with paragraphs, a list, a grouped table and one to sign."""
    parts = (OPENING, TO_DO, make_table(count, is_grouped=True), SIGNING)
    return replace(make_paper(count, is_landscape=is_landscape), parts=parts)


def make_worked_paper(count: int) -> Paper:
    """A paper whose rows have a line below each that says more."""
    rows = tuple(
        row
        for number in range(count)
        for row in (
            make_row(number, Standing.ON_TRACK),
            PaperRow((f"Working {number}: day 5 counted. " * 4,), is_below=True),
        )
    )
    return replace(make_paper(0), parts=(PaperTable(COLUMNS, rows),))
