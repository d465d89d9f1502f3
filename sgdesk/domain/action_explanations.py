"""How the due date of an action came about: nothing is counted, somebody set it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.agency_states import count_words
from sgdesk.domain.dates import long_date
from sgdesk.domain.day_counts import count_days

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar


class ActionDays(NamedTuple):
    set_on: date | None
    due_on: date | None
    revised_on: date | None
    revised_by: str = ""
    revised_reason: str = ""


def action_sentence(days: ActionDays, calendar: WorkingCalendar) -> str:
    """Return the working in one paragraph: who set the day, and what moved it."""
    if days.due_on is None and days.revised_on is None:
        return "No due date was set. Edit the action to give it one; no rule counts one."
    parts = ["No rule counts this date: it was set with the action."]
    if days.due_on is not None:
        parts.append(_set_words(days.set_on, days.due_on, calendar))
    if days.revised_on is not None:
        moved = "Moved to" if days.due_on else "Set later to"
        who = f", agreed by {days.revised_by}" if days.revised_by else ""
        parts.append(f"{moved} {long_date(days.revised_on)}{who}.")
        if reason := " ".join(days.revised_reason.split()):
            parts.append(f"Reason: {reason if reason.endswith('.') else f'{reason}.'}")
        if days.due_on is not None:
            parts.append("The first date stays in view.")
    return " ".join(parts)


def _set_words(set_on: date | None, due_on: date, calendar: WorkingCalendar) -> str:
    if set_on is None:
        return f"Due {long_date(due_on)}. The day it was set is not recorded."
    count = count_days(set_on, due_on, calendar)
    after = f", {count_words(count.working_days)} later" if count else ""
    return f"Set {long_date(set_on)}, due {long_date(due_on)}{after}."
