"""The partnership's local timetables: read, saved as a new version, corrected, taken away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sgdesk.domain.dates import long_date
from sgdesk.domain.stages import stage_of
from sgdesk.domain.timetables import (
    STANDARD,
    Timetable,
    check_timetable,
    in_order,
    next_own_code,
    standard_milestones,
)
from sgdesk.errors import Problem, RejectedError, UserError
from sgdesk.records.timetables import TimetableRow
from sgdesk.services.case_list import OVER
from sgdesk.services.drafts import cleaned, fill, values_of
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes
from sgdesk.store.queries.timetables import (
    count_met,
    read_timetables_held,
    read_used_codes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from uuid import UUID

    from sqlalchemy.orm import Session

    from sgdesk.services.register import Register
    from sgdesk.store.entities.timetables import MilestoneEntity

_FIXED = "The program’s own timetable stays as it is. Make a new timetable instead."


def list_timetables(register: Register) -> tuple[TimetableRow, ...]:
    """Return the program's own timetable, then the partnership's, the earliest first."""
    began: Counter[date | None] = Counter()
    are_open: Counter[date | None] = Counter()
    for case in read_held_cases(register):
        since = case.facts.timetable.starts_on
        began[since] += 1
        are_open[since] += stage_of(case.facts).stage not in OVER
    standard = replace(STANDARD, milestones=standard_milestones())
    with register.store.rows() as rows:
        held = [
            (one.timetable_id, one.revision, one.timetable) for one in read_timetables_held(rows)
        ]
    return tuple(
        TimetableRow(key, one, began[one.starts_on], are_open[one.starts_on], revision)
        for key, revision, one in [(None, 0, standard), *held]
    )


def new_timetable_draft(register: Register, *, today: date) -> Timetable:
    """Return a copy of the newest timetable, from the next day on which none begins."""
    newest = register.timetables[-1] if register.timetables else STANDARD
    taken = {one.starts_on for one in register.timetables}
    day = today
    while day in taken:
        day += timedelta(days=1)
    return Timetable(day, newest.milestones or standard_milestones())


def new_own_code(register: Register, draft: Timetable) -> str:
    """Return the code of a milestone to be added to `draft`, one that was never in use."""
    with register.store.rows() as rows:
        used = read_used_codes(rows)
    return next_own_code([*used, *(step.code for step in draft.milestones)])


def save_timetable(register: Register, row: TimetableRow | None, draft: Timetable) -> Changes:
    """Store `draft` in place of the timetable of `row`, or as a new one if that is None.

    Correcting one moves the open dates of the cases under it, and says so first. Raises
    `RejectedError` with every problem at once, and `UserError` if it was changed meanwhile.
    """
    draft = cleaned(replace(draft, milestones=in_order(draft.milestones)))
    others = _others(register, row)
    taken = frozenset(one.starts_on for one in others if one.starts_on is not None)
    problems = check_timetable(draft, taken=taken)
    if row is not None:
        problems += _lost(register, row.timetable, (draft, *others))
    if problems:
        raise RejectedError(problems)
    with register.write() as session:
        put_timetable(session, row, draft, at=register.now())
    register.refresh()
    return Changes(f"Local timetable saved: in force from {_since(draft)}")


def remove_timetable(register: Register, row: TimetableRow) -> Changes:
    """Take a timetable away; its cases are under the one before it then.

    Raises as `save_timetable` does.
    """
    from sgdesk.store.entities.timetables import TimetableEntity  # noqa: PLC0415 - the mapper
    from sgdesk.store.queries.find import get_live  # noqa: PLC0415 - as above

    if problems := _lost(register, row.timetable, _others(register, row)):
        raise RejectedError(problems)
    with register.write() as session:
        key = _key(row)
        now = register.now()
        get_live(session, TimetableEntity, key, row.revision).deleted_at = now
        for step in _steps(session, key):
            step.deleted_at = now
    register.refresh()
    return Changes(f"Local timetable removed: it was in force from {_since(row.timetable)}")


def put_timetable(
    session: Session, row: TimetableRow | None, draft: Timetable, *, at: datetime
) -> None:
    """Store a cleaned draft within a session that the caller commits."""
    from sgdesk.store.entities.timetables import (  # noqa: PLC0415 - the mapper
        MilestoneEntity,
        TimetableEntity,
    )
    from sgdesk.store.queries.find import get_live  # noqa: PLC0415 - as above

    if row is None:
        held = TimetableEntity(**values_of(draft, skip=("milestones",)))
        session.add(held)
    else:
        held = get_live(session, TimetableEntity, _key(row), row.revision)
        fill(held, draft, skip=("milestones",))
    steps = {step.code: step for step in _steps(session, held.id)}
    for position, step in enumerate(draft.milestones):
        if step.code not in steps:
            added = MilestoneEntity(timetable_id=held.id, position=position, **values_of(step))
            session.add(added)
            continue
        found = steps.pop(step.code)
        fill(found, step)
        if found.position != position:
            found.position = position
    for gone in steps.values():
        gone.deleted_at = at


def _steps(session: Session, timetable_id: UUID) -> list[MilestoneEntity]:
    from sqlalchemy import select  # noqa: PLC0415 - the mapper

    from sgdesk.store.entities.timetables import MilestoneEntity  # noqa: PLC0415 - as above

    return list(
        session.scalars(
            select(MilestoneEntity).where(
                MilestoneEntity.timetable_id == timetable_id,
                MilestoneEntity.deleted_at.is_(None),
            )
        )
    )


def _others(register: Register, row: TimetableRow | None) -> list[Timetable]:
    """Return every timetable but that of `row`. Raises `UserError` for the program's own."""
    key = _key(row) if row else None
    with register.store.rows() as rows:
        return [one.timetable for one in read_timetables_held(rows) if one.timetable_id != key]


def _key(row: TimetableRow) -> UUID:
    if row.timetable_id is None:
        raise UserError(_FIXED)
    return row.timetable_id


def _lost(register: Register, before: Timetable, after: Iterable[Timetable]) -> list[Problem]:
    """Return a problem for each own milestone that cases have met and no timetable has any more."""
    kept = {step.code for one in after for step in one.milestones}
    lost = [step for step in before.milestones if step.is_own and step.code not in kept]
    if not lost:
        return []
    with register.store.rows() as rows:
        met = count_met(rows)
    return [
        Problem(step.code, f"{step.name}: {_met_words(met[step.code])}")
        for step in lost
        if met.get(step.code)
    ]


def _met_words(cases: int) -> str:
    who = "1 case has met it" if cases == 1 else f"{cases} cases have met it"
    return f"{who}, so it stays in the list. Untick “Used” instead."


def _since(timetable: Timetable) -> str:
    return long_date(timetable.starts_on) if timetable.starts_on else "the beginning"
