"""The calendar file of deadlines, made and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.progress import Progress, silent
from sgdesk.services.deadline_events import CALENDAR_KIND, deadline_events
from sgdesk.services.made_files import MadeDocument, field_prints, log_documents, write_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sgdesk.records.deadline_files import DeadlineCalendar
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.exports import MadeFile
    from sgdesk.services.register import Register

_NOTHING = (
    "None of these has a date by a rule: the calendar file would be empty. Choose another filter."
)


def deadline_calendar(
    register: Register,
    rows: Sequence[DeadlineRow] | None = None,
    *,
    today: date,
    progress: Progress = silent,
) -> bytes:
    """Return the deadlines as a calendar file (RFC 5545); see `deadline_events`.

    Passes on what `progress` raises.
    """
    return calendar_file(deadline_events(register, rows, today=today), progress)


def calendar_file(calendar: DeadlineCalendar, progress: Progress = silent) -> bytes:
    """Return the file, the same bytes every time."""
    from sgdesk.exports.calendar.deadlines import calendar_bytes  # noqa: PLC0415 - slow import

    return calendar_bytes(calendar, progress)


def save_deadline_calendar(
    register: Register,
    rows: Sequence[DeadlineRow] | None,
    target: Path,
    *,
    today: date,
    progress: Progress = silent,
) -> MadeFile:
    """Write the deadlines as a calendar file to `target` and log it, with its cases.

    Raises `UserError` where there is no date for it or it cannot be written, or what `progress`
    raises; nothing is left behind then.
    """
    calendar = deadline_events(register, rows, today=today)
    if not calendar.events:
        raise UserError(_NOTHING)
    made = MadeDocument(
        target.name,
        CALENDAR_KIND,
        "Deadlines for a calendar",
        calendar_file(calendar, progress),
        field_prints(calendar),
        case_ids=calendar.case_ids,
    )
    file = write_document(register, target.parent, made)
    log_documents(register, [made], (file,))
    return file
