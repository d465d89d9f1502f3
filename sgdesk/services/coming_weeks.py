"""The coming six weeks: how much falls on each day, and what falls on one of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.rules import Weight
from sgdesk.records.deadlines import DayLoad
from sgdesk.services.action_deadlines import action_line
from sgdesk.services.actions import list_open_actions
from sgdesk.services.deadlines import partnership_row, yearly_report
from sgdesk.services.pending_cases import read_pending_by_id
from sgdesk.store.queries.actions import read_action_loads

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.pending_cases import PendingCase
    from sgdesk.services.register import Register

_WEEKS = 6


def day_loads(
    register: Register, cases: Iterable[PendingCase], *, today: date
) -> tuple[DayLoad, ...]:
    """Return the load of each day of six weeks, from this week's Monday.

    It is made of the deadlines of `cases`, the partnership's own, and of all actions.
    """
    calendar = register.calendar
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(7 * _WEEKS)]
    loads: dict[date, list[Weight]] = {day: [] for day in days}
    for one in cases:
        for day, weight in one.shown.loads:
            if day in loads:
                loads[day].append(weight)
    own = yearly_report(register, today)
    if own.is_open and own.counts_to is not None and own.counts_to in loads:
        loads[own.counts_to].append(own.rule.weight)
    with register.store.rows() as rows:
        for day, number in read_action_loads(rows, days[0], days[-1]).items():
            loads[day] += [Weight.LOCAL_PRACTICE] * number
    return tuple(
        DayLoad(
            day,
            calendar.is_working_day(day),
            calendar.bank_holidays.get(day, ""),
            tuple(sorted(loads[day])),
        )
        for day in days
    )


def list_day(register: Register, day: date, *, today: date) -> tuple[DeadlineRow, ...]:
    """Return what is to be done by `day` and is not: as many lines as `day_loads` counts.

    In order of reference; of one case its deadlines as they follow, then actions by number.
    """
    cases = read_pending_by_id(register, today=today)
    rows = [
        one.row(deadline)
        for one in cases.values()
        for deadline in one.deadlines
        if deadline.counts_to == day and deadline.is_open
    ]
    rows += [
        action_line(action, cases[action.case_id].case.title)
        for action in list_open_actions(register, cases, day, today=today)
        if action.counts_to == day
    ]
    own = partnership_row(register, today)
    if own.counts_to == day and own.is_open:
        rows.append(own)
    return tuple(sorted(rows, key=lambda row: row.reference))
