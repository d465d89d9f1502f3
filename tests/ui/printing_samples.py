"""Papers for tests of printing, made by hand, and a ruler that needs no fonts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sgdesk.domain.standings import Standing
from sgdesk.records.papers import Paper, PaperColumn, PaperRow, PaperTable, PaperText
from sgdesk.ui.printing.sheet_sizes import POINT

if TYPE_CHECKING:
    from sgdesk.ui.printing.lettering import Style

COLUMNS = (
    PaperColumn("Case", 1.0),
    PaperColumn("What is due", 2.1, is_quiet_below=True),
    PaperColumn("Started", 1.1),
    PaperColumn("Due by the rule", 1.2),
    PaperColumn("Owner", 1.0, is_centred=True),
    PaperColumn("Standing", 1.5),
)


def make_row(reference: str = "ZZSP2026-27-04", **changes: Any) -> PaperRow:
    """Return a row; `changes` are those of its texts or its standing."""
    texts = {
        "what": "Rapid Review completed and sent to the Panel\nPanel expectation",
        "started": "Notified 29 Oct 2026",
        "due": "Thu 19 Nov 2026",
        "owner": "Business support",
        "words": "Overdue by 2 working days",
    }
    standing = changes.pop("standing", Standing.OVERDUE)
    texts |= changes
    return PaperRow((reference, *texts.values()), standing)


def make_table(*rows: PaperRow, title: str = "", note: str = "") -> PaperTable:
    return PaperTable(COLUMNS, rows, title, note)


def make_paper(count: int = 64, **changes: Any) -> Paper:
    """Return a paper of `count` rows whose references count up from ZZ-0001."""
    standings = list(Standing)
    rows = tuple(
        make_row(
            f"ZZ-{number:04d}",
            standing=standings[number % len(standings)],
            due=f"Thu 19 Nov 2026{'' if number % 9 else chr(10) + 'Agreed: Mon 7 Dec 2026'}",
        )
        for number in range(1, count + 1)
    )
    paper = Paper(
        title="Open deadlines",
        partnership="Test partnership",
        as_at=date(2026, 11, 23),
        counting="Working days leave out weekends; the day after the trigger is day 1.",
        summary=f"{count} deadlines as at Mon 23 Nov 2026.",
        mark="OFFICIAL-SENSITIVE",
        parts=(make_table(*rows, note="" if rows else "There is no deadline to show."),),
        file_stem="deadline-report",
    )
    return replace(paper, **changes)


def make_mixed_paper(count: int = 12) -> Paper:
    """Return a paper with paragraphs, a list, a table in groups and one to sign."""
    rows: list[PaperRow] = []
    for number in range(count):
        if number % 4 == 0:
            rows.append(PaperRow((f"Group {number // 4 + 1}",), is_heading=True))
        rows.append(make_row(f"ZZ-{number + 1:04d}"))
    signed = (PaperRow(("Name", "\n\n")), PaperRow(("Date", "")))
    parts = (
        PaperText("Before the meeting", ("Read this first. " * 12, "", "Then this.")),
        PaperText("To bring", ("The chronology " * 20, "A pen"), is_list=True),
        make_table(*rows, title="All of them", note="In groups."),
        PaperTable((PaperColumn("", 1), PaperColumn("", 3)), signed, "Signed"),
    )
    return make_paper(0, parts=parts)


def half_square(text: str, style: Style) -> float:
    """Measure every letter half as wide as its text is high."""
    return len(text) * style.points * POINT / 2
