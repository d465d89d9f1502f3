"""Due dates that a save moves: found before it is committed, agreed to, and kept in history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sgdesk.domain.deadline_words import standing_words
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.moves import compare_deadlines
from sgdesk.domain.standings import Standing
from sgdesk.records.moved_dates import KeptDate, MovedDate, Recalculation
from sgdesk.services.held_facts import HeldCase, read_cases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.moves import Comparison
    from sgdesk.store.engine import Rows

_TIMED = frozenset({"partnership", "calendar_change", "timetable", "milestone"})
"""Tables whose changes may move dates of any case."""
_MOST_CASES = 20
"""More cases than this are read quicker all at once."""
_TOUCHED = "SELECT DISTINCT table_name, case_id FROM audit WHERE seq BETWEEN ? AND ?"


class Terms(NamedTuple):
    """What dates are computed with, beside the facts of a case."""

    calendar: WorkingCalendar
    counting: Counting
    today: date


class CaseMoves(NamedTuple):
    """What a save does to the deadlines of one case."""

    case: HeldCase
    """As it was before."""
    comparison: Comparison
    held: Mapping[str, Deadline]
    """The deadlines before, by code."""


def touched_cases(rows: Rows, told: Sequence[int]) -> set[UUID] | None:
    """Return the cases that a save changed, or None if it may move dates of all.

    `told` are the numbers of its audit entries, `rows` a view that has them.
    """
    found = rows.all(_TOUCHED, (told[0], told[-1]))
    if any(table in _TIMED for table, _case_id in found):
        return None
    return {UUID(case_id) for _table, case_id in found if case_id}


def find_moves(
    before: Mapping[UUID, HeldCase], after: Mapping[UUID, HeldCase], terms: tuple[Terms, Terms]
) -> list[CaseMoves]:
    """Return what changes in the deadlines of cases, in order of reference.

    `before` and `after` are the cases without a save and with it; so are the two `terms`.
    """
    was_on, is_on = terms
    found: list[CaseMoves] = []
    for case_id, was in before.items():
        now = after.get(case_id)
        if now is None or (now.facts == was.facts and was_on == is_on):
            continue
        held = _deadlines(was, was_on)
        comparison = compare_deadlines(
            held, _deadlines(now, is_on), (was_on.counting, is_on.counting)
        )
        if any(comparison):
            found.append(CaseMoves(was, comparison, {one.rule.code: one for one in held}))
    return sorted(found, key=lambda one: one.case.reference)


def read_touched(rows: Rows, case_ids: set[UUID] | None) -> dict[UUID, HeldCase]:
    """Return the cases asked for, all of them where `case_ids` is None."""
    if case_ids is None or len(case_ids) > _MOST_CASES:
        return {
            key: case
            for key, case in read_cases(rows).items()
            if case_ids is None or key in case_ids
        }
    return {key: case for one in case_ids for key, case in read_cases(rows, one).items()}


def as_told(found: Sequence[CaseMoves]) -> Recalculation:
    """Return `found` as the officer sees it before applying it."""
    moved = tuple(
        MovedDate(
            moves.case.id,
            moves.case.reference,
            move.code,
            move.what,
            move.before,
            move.after,
            move.cause,
            _agreed_on(moves.held.get(move.code)),
        )
        for moves in found
        for move in moves.comparison.moves
    )
    kept = tuple(
        KeptDate(
            moves.case.id,
            moves.case.reference,
            one.rule.code,
            one.rule.name,
            one.due,
            standing_words(one),
        )
        for moves in found
        for one in moves.comparison.kept
        if one.due is not None
    )
    return Recalculation(moved, kept)


def store_moves(session: Session, found: Sequence[CaseMoves], was_on: Terms, now: datetime) -> None:
    """Store results that must not move and dates that did; let go of what is open again."""
    from sgdesk.store.entities.deadlines import MovedDateEntity  # noqa: PLC0415 - few saves

    for case, comparison, _held in found:
        for code in comparison.released:
            if (row := _kept_row(session, case.id, code)) is not None:
                row.deleted_at = now
        for deadline in comparison.kept:
            _keep(session, case.id, deadline, was_on)
        for move in comparison.moves:
            session.add(
                MovedDateEntity(
                    case_id=case.id,
                    rule_code=move.code,
                    before_on=move.before,
                    after_on=move.after,
                    cause=move.cause,
                )
            )


def _keep(session: Session, case_id: UUID, deadline: Deadline, was_on: Terms) -> None:
    from sgdesk.domain.explanations import explain  # noqa: PLC0415 - few saves move a date
    from sgdesk.store.entities.deadlines import KeptResultEntity  # noqa: PLC0415 - as above

    rule, due_on, done_on = deadline.rule, deadline.due, deadline.done_on
    if due_on is None or done_on is None:
        return
    row = _kept_row(session, case_id, rule.code)
    if row is not None:
        row.done_on, row.days = done_on, deadline.days
        row.is_late = deadline.standing is Standing.MET_LATE
        return
    trigger_on = deadline.trigger_on
    working = ""
    if trigger_on is not None:
        working = explain(rule, trigger_on, was_on.calendar, was_on.counting).sentence
    session.add(
        KeptResultEntity(
            case_id=case_id,
            rule_code=rule.code,
            trigger_on=trigger_on,
            due_on=due_on,
            done_on=done_on,
            is_late=deadline.standing is Standing.MET_LATE,
            days=deadline.days,
            working=working,
        )
    )


def _kept_row(session: Session, case_id: UUID, code: str) -> Any:
    from sqlalchemy import select  # noqa: PLC0415 - few saves move a date

    from sgdesk.store.entities.deadlines import KeptResultEntity  # noqa: PLC0415 - as above

    return session.scalar(
        select(KeptResultEntity).where(
            KeptResultEntity.case_id == case_id,
            KeptResultEntity.rule_code == code,
            KeptResultEntity.deleted_at.is_(None),
        )
    )


def _deadlines(case: HeldCase, terms: Terms) -> tuple[Deadline, ...]:
    return deadlines_of(
        case.facts, calendar=terms.calendar, counting=terms.counting, today=terms.today
    )


def _agreed_on(deadline: Deadline | None) -> date | None:
    return deadline.agreed.agreed_on if deadline is not None and deadline.agreed else None
