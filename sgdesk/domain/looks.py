"""Which pause somebody must look at again first, and whether anything presses more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.domain.deadlines import Deadline


def first_look(deadlines: Iterable[Deadline]) -> Deadline | None:
    """Return the paused deadline whose pause somebody should have looked at first, or None."""
    due = (deadline for deadline in deadlines if deadline.is_look_due)
    return min(due, key=look_day, default=None)


def look_day(deadline: Deadline) -> date:
    """Return the day of the next look at what pauses `deadline`; the first of all if none is."""
    pause = deadline.pause
    return date.min if pause is None or pause.next_check_on is None else pause.next_check_on


def presses_more(deadline: Deadline | None, look: Deadline) -> bool:
    """Return whether an open deadline comes before a look that is due."""
    if deadline is None or not deadline.is_open or deadline.counts_to is None:
        return False
    return deadline.counts_to < look_day(look)
