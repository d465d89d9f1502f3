"""The partnership's own milestones in a case: which it has, and when they were met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.milestones import MilestoneDraft, check_milestone
from sgdesk.errors import RejectedError, UserError
from sgdesk.records.timetables import MilestoneRow
from sgdesk.services.deadlines import case_deadlines, deadline_row
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register


def list_milestones(register: Register, case_id: UUID, *, today: date) -> tuple[MilestoneRow, ...]:
    """Return the own milestones of a case's timetable, by their day; none where it has none."""
    case = _case(register, case_id)
    return tuple(
        MilestoneRow(
            deadline_row(case, one, today, register.calendar),
            case.facts.milestones_done.get(one.rule.code),
        )
        for one in case_deadlines(register, case, today)
        if one.rule.is_own
    )


def save_milestone_done(
    register: Register, case_id: UUID, code: str, draft: MilestoneDraft, *, today: date
) -> Changes:
    """Record when a case met a milestone of the partnership's own, or that it is open again.

    Raises `RejectedError` if the day cannot be, and `UserError` if the case has no such
    milestone; nothing is stored then.
    """
    from sqlalchemy import select  # noqa: PLC0415 - the mapper

    from sgdesk.store.entities.deadlines import MilestoneDoneEntity  # noqa: PLC0415 - as above

    case = _case(register, case_id)
    step = case.facts.timetable.milestone(code)
    if step is None or not step.is_own:
        raise UserError("This milestone does not belong to the timetable of the case.")
    if problems := check_milestone(draft, case.facts.dates, today=today):
        raise RejectedError(problems)
    with register.write() as session:
        held = session.scalar(
            select(MilestoneDoneEntity).where(
                MilestoneDoneEntity.case_id == case_id,
                MilestoneDoneEntity.rule_code == code,
                MilestoneDoneEntity.deleted_at.is_(None),
            )
        )
        if draft.done_on is None:
            if held is not None:
                held.deleted_at = register.now()
        elif held is None:
            done = MilestoneDoneEntity(case_id=case_id, rule_code=code, done_on=draft.done_on)
            session.add(done)
        elif held.done_on != draft.done_on:
            held.done_on = draft.done_on
    verb = "met" if draft.done_on else "open again"
    return Changes(f"Milestone {verb}: {step.name}", frozenset({case_id}))


def _case(register: Register, case_id: UUID) -> HeldCase:
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        raise UserError("This case is no longer in the register.")
    return case
