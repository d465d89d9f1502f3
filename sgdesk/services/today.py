"""The officer's first look in the morning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.deadlines import SOON, Deadline
from sgdesk.domain.looks import first_look, look_day
from sgdesk.domain.rules import Weight
from sgdesk.domain.stages import stage_of
from sgdesk.domain.standings import Standing
from sgdesk.records.deadlines import DayLoad, DeadlineRow
from sgdesk.records.family import NO_FAMILY_STEP
from sgdesk.records.today import CaseNextStep, TodayView
from sgdesk.services.action_deadlines import action_lines
from sgdesk.services.actions import list_all_actions
from sgdesk.services.case_list import OVER
from sgdesk.services.deadlines import by_date, deadline_row, pending_deadlines
from sgdesk.services.family import list_no_contacts, read_family_steps
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.held_facts import HeldCase
from sgdesk.services.history import read_history
from sgdesk.services.next_steps import next_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.records.family import FamilyStep
    from sgdesk.records.learning import ActionRow
    from sgdesk.services.register import Register

_WEEKS = 6
_MOST_STEPS = 6
_URGENT = frozenset({Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON})

Held = tuple[HeldCase, list[Deadline]]


def look_at_today(register: Register, *, today: date) -> TodayView:
    """Return what is overdue, due and coming, what to do next, and what changed."""
    cases = [(case, pending_deadlines(register, case, today)) for case in read_held_cases(register)]
    calendar = register.calendar
    urgent = [
        (case, deadline)
        for case, deadlines in cases
        for deadline in deadlines
        if deadline.standing in _URGENT
    ]
    rows = sorted((deadline_row(*pair, today, calendar) for pair in urgent), key=by_date)
    actions = list_all_actions(register, today=today)
    lines = action_lines(actions, {case.id: case.title for case, _ in cases})
    pressing = sorted([*rows, *lines], key=by_date)
    waiting = [pair for pair in urgent if pair[1].rule.owner]
    before = register.opened_before
    since = before.date() if before else today
    return TodayView(
        today=today,
        is_working_day=calendar.is_working_day(today),
        holiday=calendar.bank_holidays.get(today, "") or calendar.closures.get(today, ""),
        overdue=_with_standing(pressing, Standing.OVERDUE),
        due_today=_with_standing(pressing, Standing.DUE_TODAY),
        due_soon=_with_standing(pressing, Standing.DUE_SOON),
        soon_until=calendar.add_working_days(today, SOON),
        waiting_on_others=tuple(
            sorted((deadline_row(*pair, today, calendar) for pair in waiting), key=by_date)
        ),
        looks=tuple(_looks(cases, today, calendar)),
        next_steps=_next_steps(cases, read_family_steps(register, today=today)),
        opened_before=before,
        since=read_history(register, since=before) if before else (),
        became_overdue=sum(
            row.standing is Standing.OVERDUE
            and row.counts_to is not None
            and row.counts_to >= since
            for row in rows
        ),
        weeks=_weeks(register, cases, actions, today),
        open_cases=sum(stage_of(case.facts).stage not in OVER for case, _ in cases),
        all_cases=len(cases),
        deadlines=len(rows),
        overdue_actions=sum(row.standing is Standing.OVERDUE for row in actions),
        no_contacts=list_no_contacts(
            register, {case.id: case.reference for case, _ in cases}, today=today
        ),
    )


def _looks(cases: Iterable[Held], today: date, calendar: WorkingCalendar) -> list[DeadlineRow]:
    """Return the paused deadline of each case whose pause somebody should look at again.

    One pause may hold several clocks; the first of them stands for all.
    """
    found = []
    for case, deadlines in cases:
        look = first_look(deadlines)
        if look is not None:
            found.append(_look_row(deadline_row(case, look, today, calendar), look))
    return sorted(found, key=by_date)


def _look_row(row: DeadlineRow, look: Deadline) -> DeadlineRow:
    pause = look.pause
    words = f"Look again: {pause.by}" if pause else row.what
    return replace(
        row,
        what=words,
        title=words,
        counts_to=pause.next_check_on if pause else None,
        day=None,
        standing=Standing.PAUSED,
        short_words="Paused",
        standing_words="Paused; the day of the next look has come",
    )


def _pressing_day(deadline: Deadline) -> date | None:
    """Return the day by which `deadline` asks for somebody, or None while it does not."""
    if deadline.is_look_due:
        return look_day(deadline)
    return deadline.counts_to if deadline.standing in _URGENT else None


def _with_standing(rows: Iterable[DeadlineRow], standing: Standing) -> tuple[DeadlineRow, ...]:
    return tuple(row for row in rows if row.standing is standing)


def _next_steps(
    cases: Iterable[Held], families: Mapping[UUID, FamilyStep]
) -> tuple[CaseNextStep, ...]:
    """Return the steps of the cases whose earliest open deadline presses most."""
    pressing = [
        (min(dates), case, deadlines)
        for case, deadlines in cases
        if (dates := [day for deadline in deadlines if (day := _pressing_day(deadline))])
    ]
    pressing.sort(key=lambda item: (item[0], item[1].reference))
    return tuple(
        CaseNextStep(
            case.id,
            case.reference,
            next_step(
                case.facts,
                deadlines,
                briefings=case.briefings,
                family=families.get(case.id, NO_FAMILY_STEP),
            ),
        )
        for _, case, deadlines in pressing[:_MOST_STEPS]
    )


def _weeks(
    register: Register, cases: Iterable[Held], actions: Iterable[ActionRow], today: date
) -> tuple[DayLoad, ...]:
    """Return the load of each day of six weeks, from this week's Monday."""
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(7 * _WEEKS)]
    loads: dict[date, list[Weight]] = {day: [] for day in days}
    for _, deadlines in cases:
        for deadline in deadlines:
            day = deadline.counts_to
            if deadline.is_open and day is not None and day in loads:
                loads[day].append(deadline.rule.weight)
    for action in actions:
        if action.is_open and action.counts_to in loads:
            loads[action.counts_to].append(Weight.LOCAL_PRACTICE)
    calendar = register.calendar
    return tuple(
        DayLoad(
            day,
            calendar.is_working_day(day),
            calendar.bank_holidays.get(day, ""),
            tuple(sorted(loads[day])),
        )
        for day in days
    )
