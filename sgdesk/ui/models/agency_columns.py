"""The columns in which a case lists its requests to agencies."""

from __future__ import annotations

from datetime import date

from sgdesk.domain.agency_requests import CHASE_WORDS, ReturnState
from sgdesk.domain.dates import brief_date, day_and_month
from sgdesk.records.agencies import RequestRow
from sgdesk.ui.models.columns import CellKind, Column

_URGENCY = (
    ReturnState.OVERDUE,
    ReturnState.QUERIED,
    ReturnState.OWN_DATE,
    ReturnState.ASKED,
    ReturnState.ACKNOWLEDGED,
    ReturnState.PROMISED,
    ReturnState.NOT_ASKED,
    ReturnState.RECEIVED_LATE,
    ReturnState.RECEIVED,
    ReturnState.NIL,
    ReturnState.NOT_NEEDED,
)
"""Most pressing first: the order of a list that is sorted by state."""


def urgency(row: RequestRow) -> tuple[int, date]:
    """Return what sorts the request first that needs a person first."""
    return _URGENCY.index(row.state), row.due_on or date.max


def former_words(row: RequestRow) -> str:
    """Return what the agency was called when it was asked, "" where that is its name today."""
    return f"then {row.former_name}" if row.former_name else ""


def request_line(row: RequestRow) -> str:
    """Return when a request is due, when it was made, and how often the agency was chased."""
    asked = row.request.asked_on
    parts = [_due(row), f"asked {brief_date(asked)}" if asked else "not asked yet"]
    if row.chases:
        parts.append(f"chased {row.chases}")
    words = ", ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}"


def _due(row: RequestRow) -> str:
    if row.due_on is None:
        return "" if row.state is ReturnState.NOT_NEEDED else "no due date"
    return f"{'own date' if row.due_is_own else 'due'} {day_and_month(row.due_on)}"


def state_note(row: RequestRow) -> str:
    """Return the words of a state as a narrow column prints them."""
    return row.state_words.replace(" working day", " day")


def last_chase_words(row: RequestRow) -> str:
    """Return the last step of the ladder with its day, such as "Reminder Thu 12 Nov"."""
    if row.last_step is None:
        return ""
    made = f" {day_and_month(row.last_chased_on)}" if row.last_chased_on else ""
    return f"{CHASE_WORDS[row.last_step]}{made}"


def _name(row: RequestRow) -> str:
    then = former_words(row)
    return f"{row.agency_name} ({then})" if then else row.agency_name


def _said(row: RequestRow) -> str:
    last = last_chase_words(row)
    return "\n".join(part for part in (_name(row), request_line(row), last) if part)


REQUEST_COLUMNS = (
    Column[RequestRow](
        "Agency",
        _name,
        lambda row: row.agency_name.casefold(),
        second=request_line,
        tooltip=_said,
        kind=CellKind.STRONG,
        width=150,
        stretches=True,
        elides=True,
    ),
    Column[RequestRow](
        "State (working days)",
        state_note,
        urgency,
        state=lambda row: row.state,
        spoken=lambda row: row.state_words,
        tooltip=lambda row: row.state_words,
        kind=CellKind.RETURN,
        width=150,
    ),
)
"""Two lines a row: a case leaves a tab half the window. Purpose and round head the groups."""
