"""How an action stands today. Nothing of it is typed: it follows from status and dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.deadline_words import dated_words, working_days
from sgdesk.domain.deadlines import open_standing
from sgdesk.domain.learning import CLOSED_STATUSES, STATUS_WORDS, ActionStatus
from sgdesk.domain.standings import OPEN_STANDINGS, Standing

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.calendar import WorkingCalendar

_ABANDONED = frozenset({ActionStatus.SUPERSEDED, ActionStatus.NOT_ACCEPTED})


class ActionStanding(NamedTuple):
    standing: Standing
    days: int
    """Working days left until the date that counts, or late after it."""
    words: str

    @property
    def is_open(self) -> bool:
        """Return whether something is still asked of its owner."""
        return self.standing in OPEN_STANDINGS or self.standing is Standing.WAITING


def action_standing(
    status: ActionStatus,
    counts_to: date | None,
    closed_on: date | None,
    *,
    today: date,
    calendar: WorkingCalendar,
) -> ActionStanding:
    """Return how an action stands that counts to its revised due date, else to its first.

    One whose evidence is awaited stays open, and can be overdue.
    """
    if status in _ABANDONED:
        return ActionStanding(Standing.NOT_APPLICABLE, 0, STATUS_WORDS[status])
    if status in CLOSED_STATUSES:
        return _closed(closed_on, counts_to, calendar)
    if counts_to is None:
        return ActionStanding(Standing.WAITING, 0, "Waiting for a due date")
    standing, days = open_standing(counts_to, today, calendar)
    if standing is Standing.ON_TRACK and status is ActionStatus.AT_RISK:
        return ActionStanding(standing, days, f"Due in {working_days(days)}")
    return ActionStanding(standing, days, dated_words(standing, days, counts_to))


def _closed(
    closed_on: date | None, counts_to: date | None, calendar: WorkingCalendar
) -> ActionStanding:
    if closed_on is None or counts_to is None or closed_on <= counts_to:
        return ActionStanding(Standing.MET, 0, "Complete")
    days = calendar.working_days_between(counts_to, closed_on)
    words = f"Complete {working_days(days)} late" if days else "Complete, late"
    return ActionStanding(Standing.MET_LATE, days, words)
