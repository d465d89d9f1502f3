"""Deadlines as notes of a calendar on paper: on the day each is due, and on the day it is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.standings import Standing
from sgdesk.records.paper_calendars import PaperNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from sgdesk.domain.deadlines import Deadline

    DayNote = tuple[date, PaperNote]


def deadline_notes(deadline: Deadline) -> Iterator[DayNote]:
    """Yield what a calendar says of a deadline, each with its day; nothing where it has none.

    The agreed date stands beside the date by the rule, which waits until it is done; and what is
    met has its mark on the day it was due.
    """
    due, name = deadline.due, deadline.rule.name
    if due is None:
        return
    is_open_on_agreed = deadline.agreed is not None and deadline.done_on is None
    if is_open_on_agreed:
        yield due, PaperNote(f"{name}: date by the rule", Standing.WAITING)
    else:
        yield due, PaperNote(name, deadline.standing)
    if deadline.agreed is not None:
        standing = deadline.standing if is_open_on_agreed else None
        yield deadline.agreed.agreed_on, PaperNote(f"{name}: agreed date", standing)
    if deadline.done_on not in (None, due):
        yield deadline.done_on, PaperNote(f"Done: {name}")


def by_day(notes: Iterable[DayNote]) -> Mapping[date, list[PaperNote]]:
    """Return the notes of each day, in the order given."""
    found: dict[date, list[PaperNote]] = {}
    for day, note in notes:
        found.setdefault(day, []).append(note)
    return found
