"""The officer's first look in the morning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.applicability import why_over
from sgdesk.domain.deadlines import SOON, Deadline
from sgdesk.domain.looks import first_look
from sgdesk.domain.stages import stage_of
from sgdesk.domain.standings import Standing
from sgdesk.records.family import NO_FAMILY_STEP
from sgdesk.records.today import CaseNextStep, TodayView
from sgdesk.services.action_deadlines import action_lines
from sgdesk.services.actions import list_open_actions
from sgdesk.services.agency_dates import RETURN_CODE
from sgdesk.services.calendar_years import calendar_notice
from sgdesk.services.case_list import OVER
from sgdesk.services.coming_weeks import day_loads
from sgdesk.services.deadlines import by_date, partnership_row
from sgdesk.services.family import list_no_contacts, read_family_steps
from sgdesk.services.history import read_history
from sgdesk.services.list_window import list_window
from sgdesk.services.moved_since import list_moved
from sgdesk.services.next_steps import next_step
from sgdesk.services.pending_cases import PRESSING, read_pending_by_id
from sgdesk.services.return_lines import return_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.family import FamilyStep
    from sgdesk.services.pending_cases import PendingCase
    from sgdesk.services.register import Register

_MOST_STEPS = 6


class Pressing(NamedTuple):
    """What presses, in no order."""

    deadlines: list[DeadlineRow]
    lines: list[DeadlineRow]
    """The same, and a line for the actions of each case that press alike."""
    overdue_actions: int


def look_at_today(register: Register, *, today: date) -> TodayView:
    """Return what is overdue, due and coming, what to do next, and what changed."""
    by_id = read_pending_by_id(register, today=today)
    cases, calendar = by_id.values(), register.calendar
    references = {key: one.case.reference for key, one in by_id.items()}
    pressing = list_pressing(register, by_id, today=today)
    lines = sorted(pressing.lines, key=by_date)
    before = register.opened_before
    since = before.date() if before else today
    return TodayView(
        today=today,
        is_working_day=calendar.is_working_day(today),
        holiday=calendar.bank_holidays.get(today, "") or calendar.closures.get(today, ""),
        overdue=_with_standing(lines, Standing.OVERDUE),
        due_today=_with_standing(lines, Standing.DUE_TODAY),
        due_soon=_with_standing(lines, Standing.DUE_SOON),
        soon_until=calendar.add_working_days(today, SOON),
        waiting_on_others=_waiting(register, by_id, today),
        looks=tuple(sorted(_looks(cases), key=by_date)),
        next_steps=_next_steps(cases, read_family_steps(register, today=today)),
        opened_before=before,
        since=read_history(register, since=before) if before else (),
        moved=list_moved(register, by_id, since=before) if before else (),
        became_overdue=sum(
            row.standing is Standing.OVERDUE
            and row.counts_to is not None
            and row.counts_to >= since
            for row in pressing.deadlines
        ),
        weeks=day_loads(register, cases, today=today),
        open_cases=sum(_is_open(one) for one in cases),
        all_cases=len(cases),
        deadlines=len(pressing.deadlines),
        overdue_actions=pressing.overdue_actions,
        no_contacts=list_no_contacts(register, references, today=today),
        list_window=list_window(cases, today=today),
        calendar_notice=calendar_notice(register, today=today),
    )


def list_pressing(
    register: Register, cases: Mapping[UUID, PendingCase], *, today: date
) -> Pressing:
    """Return what is overdue, due today or due soon: of `cases`, and of the partnership."""
    deadlines = [row for one in cases.values() for row in one.shown.pressing]
    own = partnership_row(register, today)
    if own.standing in PRESSING:
        deadlines.append(own)
    until = register.calendar.add_working_days(today, SOON + 1)
    actions = list_open_actions(register, cases, until, today=today)
    titles = {action.case_id: cases[action.case_id].case.title for action in actions}
    overdue = sum(row.standing is Standing.OVERDUE for row in actions)
    return Pressing(deadlines, [*deadlines, *action_lines(actions, titles)], overdue)


def _is_open(one: PendingCase) -> bool:
    facts = one.case.facts
    return not why_over(facts) and stage_of(facts).stage not in OVER


def _waiting(
    register: Register, cases: Mapping[UUID, PendingCase], today: date
) -> tuple[DeadlineRow, ...]:
    """Return what others must do; where single returns are out, they stand for all of a case."""
    returns = return_lines(register, {key: one.case for key, one in cases.items()}, today=today)
    named = {row.case_id for row in returns}
    rows = [
        row
        for one in cases.values()
        for row in one.shown.on_others
        if not (row.code == RETURN_CODE and row.case_id in named)
    ]
    return tuple(sorted([*rows, *returns], key=by_date))


def _looks(cases: Iterable[PendingCase]) -> list[DeadlineRow]:
    """Return the paused deadline of each case whose pause somebody should look at again.

    One pause may hold several clocks; the first of them stands for all.
    """
    return [
        _look_row(one.row(look), look)
        for one in cases
        if one.case.facts.pauses and (look := first_look(one.deadlines)) is not None
    ]


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
        note="",
    )


def _with_standing(rows: Iterable[DeadlineRow], standing: Standing) -> tuple[DeadlineRow, ...]:
    return tuple(row for row in rows if row.standing is standing)


def _next_steps(
    cases: Iterable[PendingCase], families: Mapping[UUID, FamilyStep]
) -> tuple[CaseNextStep, ...]:
    """Return the steps of the cases whose earliest open deadline presses most."""
    pressing = [(day, one) for one in cases if (day := one.shown.presses_on) is not None]
    pressing.sort(key=lambda item: (item[0], item[1].case.reference))
    return tuple(
        CaseNextStep(
            one.case.id,
            one.case.reference,
            next_step(
                one.case.facts,
                one.deadlines,
                briefings=one.case.briefings,
                family=families.get(one.case.id, NO_FAMILY_STEP),
            ),
        )
        for _, one in pressing[:_MOST_STEPS]
    )
