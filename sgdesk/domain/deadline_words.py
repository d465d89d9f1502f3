"""How deadlines stand, in words that need no colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import day_and_month, long_date
from sgdesk.domain.rules import Unit
from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.deadlines import Deadline


_PLAIN = {
    Standing.MET: "Met",
    Standing.DUE_TODAY: "Due today",
    Standing.ON_TRACK: "On track",
    Standing.NOT_APPLICABLE: "Not applicable",
}
_COUNTED = {
    Standing.MET_LATE: "Met {} late",
    Standing.OVERDUE: "Overdue by {}",
    Standing.DUE_SOON: "Due in {}",
}
_UNCOUNTED = {
    Standing.MET_LATE: "Met late",
    Standing.OVERDUE: "Overdue since {}",
    Standing.DUE_SOON: "Due {}",
}


def standing_words(deadline: Deadline) -> str:
    """Return the standing of `deadline`, such as "Overdue by 2 working days", with its note."""
    if deadline.standing is Standing.WAITING:
        return f"Waiting for a date: {deadline.note} missing"
    if deadline.standing is Standing.PAUSED:
        return _paused_words(deadline)
    if deadline.standing is Standing.ON_TRACK and deadline.due is None:
        return "To do, no day is set"
    words = dated_words(deadline.standing, deadline.days, deadline.counts_to)
    return f"{words}; {deadline.note}" if deadline.note and deadline.is_open else words


def short_standing_words(deadline: Deadline) -> str:
    """Return the standing as lists with a narrow column print it, without its note."""
    if deadline.standing in (Standing.WAITING, Standing.PAUSED):
        words = {Standing.WAITING: "Waiting for a date", Standing.PAUSED: "Paused by "}
        note = deadline.note.split(";")[0] if deadline.standing is Standing.PAUSED else ""
        return words[deadline.standing] + note
    return standing_words(deadline._replace(note=""))


def _paused_words(deadline: Deadline) -> str:
    """A pause that somebody agreed to turns "overdue" into "late, agreed"."""
    if not deadline.is_late:
        return f"Paused by {deadline.note}"
    is_agreed = deadline.pause is not None and deadline.pause.authority
    return f"Late, agreed: {deadline.note}" if is_agreed else f"Late: {deadline.note}"


def dated_words(standing: Standing, days: int, counts_to: date | None) -> str:
    """Return how something with a due date stands; `days` are working days left, or late.

    Weekends lie between two days with no working day between them: those name the day.
    """
    if standing in _PLAIN:
        return _PLAIN[standing]
    if days:
        return _COUNTED[standing].format(working_days(days))
    return _UNCOUNTED[standing].format(day_and_month(counts_to) if counts_to else "")


def due_words(deadline: Deadline) -> str:
    """Return the date by the rule as lists print it, or what stands in its place."""
    if deadline.due is not None:
        return long_date(deadline.due)
    if deadline.standing is Standing.WAITING:
        return f"{deadline.note[:1].upper()}{deadline.note[1:]} missing"
    return "No day is set" if deadline.rule.unit is Unit.TASK else "None"


def working_days(days: int) -> str:
    """Return "1 working day", "2 working days"."""
    return f"{days} working day" if days == 1 else f"{days} working days"
