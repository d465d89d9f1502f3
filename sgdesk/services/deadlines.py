"""Deadlines of every case as lists and explanations show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.counting import Counting
from sgdesk.domain.deadline_words import due_words, short_standing_words, standing_words
from sgdesk.domain.deadlines import (
    Deadline,
    day_now,
    deadlines_of,
    due_date,
    pending_deadlines_of,
    repeating_deadline,
)
from sgdesk.domain.editions import edition_on
from sgdesk.domain.facts import edition_of
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import rule_words
from sgdesk.errors import UserError
from sgdesk.records.deadlines import DeadlineDetail, DeadlineRow
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.held_facts import HeldCase

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.services.register import Register

PARTNERSHIP = "Partnership"
"""What lists print as the reference of a deadline that belongs to no case."""
_NO_DATE = date.max


def list_deadlines(register: Register, *, today: date) -> tuple[DeadlineRow, ...]:
    """Return every deadline that applies, of all cases and the partnership, earliest first."""
    rows = [
        deadline_row(case, deadline, today, register.calendar)
        for case in read_held_cases(register)
        for deadline in case_deadlines(register, case, today)
        if deadline.standing is not Standing.NOT_APPLICABLE
    ]
    rows.append(partnership_row(register, today))
    return tuple(sorted(rows, key=by_date))


def by_date(row: DeadlineRow) -> tuple[date, str, str]:
    """Sort key: the date that counts, then the reference; rows without a date come last."""
    return row.counts_to or _NO_DATE, row.reference, row.code


def case_deadlines(register: Register, case: HeldCase, today: date) -> tuple[Deadline, ...]:
    """Return all deadlines of one case, those not applying too."""
    return deadlines_of(
        case.facts, calendar=register.calendar, counting=register.counting, today=today
    )


def pending_deadlines(register: Register, case: HeldCase, today: date) -> list[Deadline]:
    """Return the deadlines of one case that are open, paused or waiting for a date."""
    return pending_deadlines_of(
        case.facts, calendar=register.calendar, counting=register.counting, today=today
    )


def deadline_row(
    case: HeldCase, deadline: Deadline, today: date, calendar: WorkingCalendar
) -> DeadlineRow:
    """Return `deadline` as a list shows it."""
    rule = deadline.rule
    words = standing_words(deadline)
    return DeadlineRow(
        case_id=case.case_id,
        reference=case.reference,
        case_title=case.title,
        code=rule.code,
        what=rule.name,
        title=rule.title,
        trigger=rule.trigger,
        trigger_on=deadline.trigger_on,
        due=deadline.due,
        due_words=due_words(deadline),
        agreed_on=deadline.agreed.agreed_on if deadline.agreed else None,
        counts_to=deadline.counts_to,
        day=day_now(deadline, today, calendar),
        standing=deadline.standing,
        standing_words=words,
        short_words=short_standing_words(deadline) if deadline.note else words,
        note=deadline.note,
        weight=rule.weight,
        phase=rule.phase,
        owner=rule.owner or case.owner,
        is_open=deadline.is_open,
        agency=rule.owner,
    )


def explain_deadline(
    register: Register, case_id: UUID | None, code: str, *, today: date
) -> DeadlineDetail:
    """Return the working of one deadline. Raises `UserError` if the case has no such rule."""
    if case_id is None:
        deadline, row = yearly_report(register, today), partnership_row(register, today)
        return _detail(register, deadline, row, "")
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        raise UserError("This case is no longer in the register.")
    found = [held for held in case_deadlines(register, case, today) if held.rule.code == code]
    if not found:
        raise UserError(f"The {rule_words(code)} does not belong to this type of notification.")
    from sgdesk.services.agreed_history import read_agreed_history  # noqa: PLC0415 - as below
    from sgdesk.services.earlier_dates import read_earlier_dates  # noqa: PLC0415 - as below

    deadline = found[0]
    row = deadline_row(case, deadline, today, register.calendar)
    return replace(
        _detail(register, deadline, row, _edition_reason(case, today)),
        agreed_history=read_agreed_history(register, case_id, code),
        kept=case.facts.kept[code] if deadline.is_kept else None,
        earlier=read_earlier_dates(register, case_id, code),
    )


def _edition_reason(case: HeldCase, today: date) -> str:
    if case.facts.edition is not None:
        return case.edition_reason or "Chosen for this case."
    return f"In force on the trigger date of this case; {edition_of(case.facts, today).label}."


def _detail(
    register: Register, deadline: Deadline, row: DeadlineRow, edition_reason: str
) -> DeadlineDetail:
    from sgdesk.domain.explanations import explain  # noqa: PLC0415 - lists do without

    rule, trigger_on = deadline.rule, deadline.trigger_on
    explanation = None
    others: list[tuple[Counting, date]] = []
    is_counted = deadline.standing is not Standing.NOT_APPLICABLE and not deadline.is_kept
    if trigger_on is not None and is_counted:
        explanation = explain(rule, trigger_on, register.calendar, register.counting)
        for counting in Counting:
            due = due_date(rule, trigger_on, register.calendar, counting)
            if due is not None and due != deadline.due:
                others.append((counting, due))
    return DeadlineDetail(
        row, rule, explanation, deadline.done_on, deadline.agreed, edition_reason, tuple(others)
    )


def yearly_report(register: Register, today: date) -> Deadline:
    """Return the deadline that belongs to no case: the partnership's next yearly report."""
    rule = RULE_PACKS[edition_on(today)]["YR-12"]
    last = register.profile.last_yearly_report_on
    return repeating_deadline(rule, last, today, register.calendar)


def partnership_row(register: Register, today: date) -> DeadlineRow:
    """Return the yearly report as a list shows it."""
    deadline = yearly_report(register, today)
    nobody = HeldCase(case_id=None, reference=PARTNERSHIP, owner=register.profile.officer)
    return deadline_row(nobody, deadline, today, register.calendar)
