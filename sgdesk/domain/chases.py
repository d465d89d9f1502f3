"""The chase ladder of a request: which step is next, and from which day on.

The steps and their intervals are local practice; no guidance sets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import OUTSTANDING_STATES, ChaseStep, ReturnState
from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.dates import date_problems, day_and_month, long_date
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sgdesk.domain.agency_requests import ChaseDraft
    from sgdesk.domain.calendar import WorkingCalendar

REMIND_BEFORE = 2
"""A reminder is due so many working days before the return is. Local practice."""
CHASE_AFTER = 1
"""A chase is due so many working days after the return was, or after the reminder where no
date was set. Local practice."""
ESCALATE_AFTER = 2
"""An escalation is due so many working days after a chase, and after an escalation that
changed nothing. Local practice."""


@dataclass(frozen=True, slots=True)
class TakenStep:
    step: ChaseStep
    made_on: date


@dataclass(frozen=True, slots=True)
class NextStep:
    step: ChaseStep
    from_on: date | None
    """The day from which it is due; None where no date was set, so that any day will do."""

    def words(self, today: date) -> str:
        """Return when it is due, as in "suggested today"."""
        if self.from_on is None:
            return "when you think it is time"
        if self.from_on == today:
            return "suggested today"
        if self.from_on < today:
            return f"suggested since {day_and_month(self.from_on)}"
        return f"suggested from {long_date(self.from_on)}"

    def is_due(self, today: date) -> bool:
        """Return whether its day has come; a step without a day is not due by itself."""
        return self.from_on is not None and self.from_on <= today


def next_step(
    state: ReturnState,
    due_on: date | None,
    taken: Sequence[TakenStep],
    *,
    today: date,
    calendar: WorkingCalendar,
) -> NextStep | None:
    """Return the next step of the ladder; None where nothing more is to come.

    1. Until the due date is over: one reminder, from `REMIND_BEFORE` working days before it.
    2. Once it is over: a chase, even if there was no reminder.
    3. After a chase: an escalation; after that another, for there is no higher step.
    Steps before the due date do not count once it is over, so that a date that was moved back
    begins the ladder anew. A return that was queried is asked about by a reminder, any day.
    """
    if state not in OUTSTANDING_STATES:
        return None
    if state is ReturnState.QUERIED:
        return NextStep(ChaseStep.REMINDER, None)
    steps = [one.step for one in taken]
    if due_on is None:
        return _without_date(taken, calendar)
    late = [one for one in taken if one.made_on > due_on and one.step is not ChaseStep.REMINDER]
    if late:
        last = max(one.made_on for one in late)
        return NextStep(ChaseStep.ESCALATION, _days_after(last, ESCALATE_AFTER, calendar))
    if due_on < today or ChaseStep.REMINDER in steps:
        return NextStep(ChaseStep.CHASE, _days_after(due_on, CHASE_AFTER, calendar))
    return NextStep(ChaseStep.REMINDER, _days_after(due_on, -REMIND_BEFORE, calendar))


def _without_date(taken: Sequence[TakenStep], calendar: WorkingCalendar) -> NextStep:
    if not taken:
        return NextStep(ChaseStep.REMINDER, None)
    last = max(taken, key=lambda one: one.made_on)
    if last.step is ChaseStep.REMINDER:
        return NextStep(ChaseStep.CHASE, _days_after(last.made_on, CHASE_AFTER, calendar))
    return NextStep(ChaseStep.ESCALATION, _days_after(last.made_on, ESCALATE_AFTER, calendar))


def _days_after(day: date, count: int, calendar: WorkingCalendar) -> date | None:
    try:
        return calendar.add_working_days(day, count)
    except OutsideCalendarError:  # a mistyped year: the step has no day
        return None


def check_chase(draft: ChaseDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("made_on", "Sent on", draft.made_on)], today=today)
    if draft.made_on is None:
        problems.append(Problem("made_on", "Sent on: give the day it was sent."))
    if not draft.route:
        problems.append(Problem("route", "Way of sending: choose how it was sent."))
    return problems
