"""The ways that a list of deadlines leaves the program, each with its words and its work."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from sgdesk.records.deadline_files import file_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sgdesk.progress import Progress
    from sgdesk.records.deadline_reports import ReportOptions
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.register import Register


class ExportKind(Enum):
    PAPER = auto()
    PDF = auto()
    WORKBOOK = auto()
    CALENDAR = auto()


@dataclass(frozen=True, slots=True)
class ExportWay:
    """What the dialog says of one way, and of the file that it makes."""

    title: str
    second: str
    icon: str
    about: str
    """Under the choices, when this one is taken."""
    button: str
    suffix: str = ""
    """Without its dot; "" for the one that makes no file."""
    files: str = ""
    """The kind of file, as the file dialog names it."""

    @property
    def is_paper(self) -> bool:
        """Whether order, working and the way the page lies can be chosen."""
        return self.suffix in ("", "pdf")


_ABOUT_PAPER = (
    "Handling mark, date and counting setting stand on every page. It reads in grey as well."
)
WAYS = {
    ExportKind.PAPER: ExportWay(
        "Paper", "Preview, then print", "printer", _ABOUT_PAPER, "Preview and print…"
    ),
    ExportKind.PDF: ExportWay(
        "PDF",
        "The same pages as a file",
        "file-text",
        _ABOUT_PAPER,
        "Save as PDF…",
        "pdf",
        "PDF documents (*.pdf)",
    ),
    ExportKind.WORKBOOK: ExportWay(
        "Excel workbook",
        "A line each, to sort and filter",
        "file-spreadsheet",
        "Dates are real dates. The last column holds the whole working of each, and a second "
        "sheet says how the days were counted.",
        "Save workbook…",
        "xlsx",
        "Excel workbooks (*.xlsx)",
    ),
    ExportKind.CALENDAR: ExportWay(
        "Calendar file",
        "An event each, for Outlook",
        "calendar-plus",
        "Dates by a rule, with no titles and no names; returns and actions stay out. Open the file "
        "in your calendar: a later one brings the dates up to date and doubles nothing.",
        "Save calendar file…",
        "ics",
        "Calendar files (*.ics)",
    ),
}


@dataclass(frozen=True)
class DeadlineExport:
    """The list on show and what is to become of it; used from a thread of its own."""

    register: Register
    rows: Sequence[DeadlineRow]
    title: str
    today: date
    summary: str = field(default="", repr=False)
    """Which deadlines a search has left; what was searched for may be anything."""

    def file_name(self, kind: ExportKind) -> str:
        """Return how the file is called unless the officer wants otherwise; it names nobody."""
        return file_name(self.today, WAYS[kind].suffix)

    def paper(self, options: ReportOptions) -> Paper:
        """Return the report as it is printed."""
        from sgdesk.services.deadline_reports import deadline_report  # noqa: PLC0415 - slow

        return deadline_report(
            self.register,
            self.rows,
            today=self.today,
            title=self.title,
            summary=self.summary,
            options=options,
        )

    def save(
        self, kind: ExportKind, options: ReportOptions, target: Path, progress: Progress
    ) -> Path:
        """Write the file and log it; return where it is. Raises `UserError`."""
        from sgdesk.services import (  # noqa: PLC0415 - as above
            deadline_calendars,
            deadline_files,
            papers,
        )

        register, today = self.register, self.today
        if kind is ExportKind.WORKBOOK:
            book = deadline_files.deadline_book(
                register, self.rows, today=today, title=self.title, summary=self.summary
            )
            case_ids = deadline_files.case_ids_of(self.rows)
            made = deadline_files.save_book(register, book, case_ids, target, progress)
        elif kind is ExportKind.CALENDAR:
            made = deadline_calendars.save_deadline_calendar(
                register, self.rows, target, today=today, progress=progress
            )
        else:
            made = papers.save_paper(register, self.paper(options), target, progress)
        return made.path
