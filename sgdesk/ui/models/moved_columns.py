"""The columns of due dates that move, and of met deadlines that keep their result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.records.moved_dates import KeptDate, MovedDate
from sgdesk.ui.models.columns import CellKind, Column

if TYPE_CHECKING:
    from datetime import date

NO_DATE = "No date"


def moved_by(moved: MovedDate) -> str:
    """Return "1 working day later", "3 working days earlier", or "" where it has one end."""
    days = moved.working_days
    if days is None:
        return ""
    if days == 0:  # from a Saturday to a Sunday, as months do
        return "No working day between"
    number = abs(days)
    return (
        f"{number} working {'day' if number == 1 else 'days'} {'later' if days > 0 else 'earlier'}"
    )


def agreed_words(moved: MovedDate) -> str:
    """Return that the agreed date stays, or "" where none was agreed."""
    if moved.agreed_on is None:
        return ""
    return f"Agreed {long_date(moved.agreed_on)} stays"


def _day(day: date | None) -> str:
    return long_date(day) if day is not None else NO_DATE


def _sorted(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def why_words(moved: MovedDate) -> str:
    """Return why it moves, and that an agreed date beside it does not."""
    return ". ".join(part for part in (moved.cause, agreed_words(moved)) if part)


MOVED_COLUMNS = (
    Column[MovedDate](
        "Case and what is due",
        lambda row: row.reference,
        second=lambda row: row.what,
        kind=CellKind.STRONG,
        width=190,
        elides=True,
    ),
    Column[MovedDate]("Date before", lambda row: _day(row.before), lambda row: _sorted(row.before)),
    Column[MovedDate](
        "Date after",
        lambda row: _day(row.after),
        lambda row: _sorted(row.after),
        second=moved_by,
        kind=CellKind.STRONG,
    ),
    Column[MovedDate](
        "Why",
        why_words,
        kind=CellKind.MUTED_PROSE,
        tooltip=why_words,
        width=170,
        stretches=True,
        elides=True,
    ),
)

KEPT_COLUMNS = (
    Column[KeptDate](
        "Case", lambda row: row.reference, kind=CellKind.MUTED, width=120, elides=True
    ),
    Column[KeptDate]("What was due", lambda row: row.what, width=170, elides=True),
    Column[KeptDate]("Due", lambda row: long_date(row.due), lambda row: row.due),
    Column[KeptDate](
        "Result that stays",
        lambda row: row.standing_words,
        kind=CellKind.MUTED,
        width=160,
        stretches=True,
        elides=True,
    ),
)
