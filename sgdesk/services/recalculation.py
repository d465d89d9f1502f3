"""What a save does to due dates: found before it is committed, so that it can be agreed to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sgdesk.domain.dates import long_date
from sgdesk.domain.deadline_words import standing_words
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.moves import CALENDAR_CHANGED, compare_deadlines
from sgdesk.records.moved_dates import KeptDate, MovedDate, Recalculation
from sgdesk.services.held_facts import HeldCase, read_cases, under_timetables
from sgdesk.store.queries.timetables import read_timetables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.counting import Counting
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.domain.moves import Comparison, Move
    from sgdesk.domain.timetables import Timetable
    from sgdesk.store.engine import Rows, Store

_TIMED = frozenset({"partnership", "calendar_change", "timetable", "milestone"})
"""Tables whose changes may move dates of any case."""
_LONGEST = timedelta(days=150)
"""No period of working days is longer: 60 of them, with weekends and bank holidays."""
_MOST_CASES = 20
"""More cases than this are read quicker all at once."""
_TOUCHED = "SELECT DISTINCT table_name, case_id FROM audit WHERE seq BETWEEN ? AND ?"
_JUDGED = (
    "SELECT k.case_id, k.rule_code FROM audit AS a JOIN kept_result AS k ON k.id = a.row_id "
    "WHERE a.table_name = 'kept_result' AND a.seq BETWEEN ? AND ?"
)


class Terms(NamedTuple):
    """What dates are computed with, beside the facts of a case."""

    calendar: WorkingCalendar
    counting: Counting
    today: date


class Present(NamedTuple):
    """The register as it stands while a save is not committed."""

    store: Store
    terms: Terms
    timetables: Sequence[Timetable]
    terms_of: Callable[[Rows], Terms]
    """Reads the terms that a view has."""


class CaseMoves(NamedTuple):
    """What a save does to the deadlines of one case."""

    case: HeldCase
    """As it was before."""
    comparison: Comparison
    held: Mapping[str, Deadline]
    """The deadlines before, by code."""
    calendar: WorkingCalendar
    """The one that holds afterwards."""


class _Sides(NamedTuple):
    """The cases that a save may matter to, and what their dates are computed with."""

    before: Mapping[UUID, HeldCase]
    after: Mapping[UUID, HeldCase]
    was_on: Terms
    is_on: Terms


def find_moves(present: Present, rows: Rows, told: Sequence[int]) -> list[CaseMoves]:
    """Return what a save does to the deadlines of cases, in order of reference.

    `rows` is a view that has the save, as `present` has not; `told` are the numbers of its audit
    entries. A result that it kept or let go of itself, as undo does, is left as it has it.
    """
    span = (told[0], told[-1])
    sides = _sides(present, rows, span)
    days, calendar_words = _changed_days(sides), _calendar_words(sides)
    judged = {(UUID(case_id), code) for case_id, code in rows.all(_JUDGED, span)}
    found = []
    for case_id, was in sides.before.items():
        case = sides.after.get(case_id)
        if case is None or (case.facts == was.facts and not _is_concerned(was, days)):
            continue
        held = _deadlines(was, sides.was_on)
        comparison = compare_deadlines(
            held, _deadlines(case, sides.is_on), (sides.was_on.counting, sides.is_on.counting)
        )
        kept, released = comparison.kept, comparison.released
        comparison = comparison._replace(
            kept=tuple(one for one in kept if (case_id, one.rule.code) not in judged),
            released=tuple(code for code in released if (case_id, code) not in judged),
            moves=tuple(_with_cause(one, calendar_words) for one in comparison.moves),
        )
        if any(comparison):
            by_code = {one.rule.code: one for one in held}
            found.append(CaseMoves(was, comparison, by_code, sides.is_on.calendar))
    return sorted(found, key=lambda one: one.case.reference)


def _sides(present: Present, rows: Rows, span: tuple[int, int]) -> _Sides:
    was_on = present.terms
    touched = rows.all(_TOUCHED, span)
    case_ids = {UUID(case_id) for _table, case_id in touched if case_id}
    if any(table in _TIMED for table, _case_id in touched):
        is_on = present.terms_of(rows)
        timetables = read_timetables(rows)
        if not _is_same(was_on, is_on) or timetables != present.timetables:
            with present.store.rows() as held:
                before = read_cases(held)
            after = under_timetables(before, timetables) | _read(rows, case_ids)
            return _Sides(before, after, was_on, is_on)
    with present.store.rows() as held:
        return _Sides(_read(held, case_ids), _read(rows, case_ids), was_on, was_on)


def _changed_days(sides: _Sides) -> tuple[date, date] | None:
    """Return the first and the last day between which dates may change, None if none may."""
    was_on, is_on = sides.was_on, sides.is_on
    if was_on.counting is not is_on.counting:
        return date.min, date.max
    days = was_on.calendar.bank_holidays.keys() ^ is_on.calendar.bank_holidays.keys()
    return (min(days) - _LONGEST, max(days) + _LONGEST) if days else None


def _calendar_words(sides: _Sides) -> str:
    """Return which day changed in the calendar, where it is a single one."""
    was, now = sides.was_on.calendar.bank_holidays, sides.is_on.calendar.bank_holidays
    added, removed = now.keys() - was.keys(), was.keys() - now.keys()
    if len(added) + len(removed) != 1:
        return CALENDAR_CHANGED
    (day,) = added or removed
    if added:
        return f"{long_date(day)} is no working day now: {now[day]}"
    return f"{long_date(day)} is a working day now, not {was[day]}"


def _with_cause(move: Move, calendar_words: str) -> Move:
    return move._replace(cause=calendar_words) if move.cause == CALENDAR_CHANGED else move


def _is_concerned(case: HeldCase, days: tuple[date, date] | None) -> bool:
    """Return whether a date of the case is so near that a period may run over changed days."""
    if days is None:
        return False
    facts = case.facts
    known = [*facts.dates.values(), *facts.milestones_done.values()]
    known += [one.due_on for one in facts.kept.values()]
    return bool(known) and min(known) <= days[1] and max(known) >= days[0]


def _is_same(was_on: Terms, is_on: Terms) -> bool:
    """Return whether both give the same dates; an office closure changes none."""
    same_days = was_on.calendar.bank_holidays.keys() == is_on.calendar.bank_holidays.keys()
    return same_days and was_on.counting is is_on.counting


def _read(rows: Rows, case_ids: set[UUID]) -> dict[UUID, HeldCase]:
    if len(case_ids) > _MOST_CASES:
        return {key: case for key, case in read_cases(rows).items() if key in case_ids}
    return {key: case for one in case_ids for key, case in read_cases(rows, one).items()}


def _deadlines(case: HeldCase, terms: Terms) -> tuple[Deadline, ...]:
    return deadlines_of(
        case.facts, calendar=terms.calendar, counting=terms.counting, today=terms.today
    )


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
            _working_days(move, moves.calendar),
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


def _agreed_on(deadline: Deadline | None) -> date | None:
    return deadline.agreed.agreed_on if deadline is not None and deadline.agreed else None


def _working_days(move: Move, calendar: WorkingCalendar) -> int | None:
    if move.before is None or move.after is None:
        return None
    return calendar.working_days_between(move.before, move.after)
