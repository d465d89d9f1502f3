"""What a reminder says: how many deadlines press, and nothing of any case."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.standings import Standing
from sgdesk.services.pending_cases import read_pending_by_id
from sgdesk.services.today import list_pressing

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.services.register import Register


class PressingCount(NamedTuple):
    """The figures of the first two tiles of Today."""

    overdue: int = 0
    due_today: int = 0


def count_pressing(register: Register, *, today: date) -> PressingCount:
    """Return how many lines of Today are overdue, and how many are due today."""
    cases = read_pending_by_id(register, today=today)
    rows = list_pressing(register, cases, today=today).lines
    return PressingCount(
        sum(row.standing is Standing.OVERDUE for row in rows),
        sum(row.standing is Standing.DUE_TODAY for row in rows),
    )


def reminder_words(count: PressingCount) -> str:
    """Return "3 deadlines are overdue and 1 is due today.", or "" where nothing presses."""
    if count.overdue and count.due_today:
        rest = f"{count.due_today} {'is' if count.due_today == 1 else 'are'} due today"
        return f"{_deadlines(count.overdue)} overdue and {rest}."
    if count.overdue:
        return f"{_deadlines(count.overdue)} overdue."
    return f"{_deadlines(count.due_today)} due today." if count.due_today else ""


def _deadlines(number: int) -> str:
    return "1 deadline is" if number == 1 else f"{number} deadlines are"
