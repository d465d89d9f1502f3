"""Local timetables, confirmed years, and what is kept of deadlines, read the quick way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sgdesk.domain.facts import KeptResult
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone, Timetable

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows

_TIMETABLES = "SELECT id, starts_on, note FROM timetable WHERE deleted_at IS NULL"
_MILESTONES = (
    "SELECT timetable_id, code, name, count, is_used, owner FROM milestone "
    "WHERE deleted_at IS NULL ORDER BY position"
)
_KEPT = (
    "SELECT case_id, rule_code, trigger_on, due_on, done_on, is_late, days, working "
    "FROM kept_result WHERE deleted_at IS NULL"
)
_DONE = "SELECT case_id, rule_code, done_on FROM milestone_done WHERE deleted_at IS NULL"
_YEARS = "SELECT coalesce(max(year), 0) FROM announced_year WHERE deleted_at IS NULL"


def read_timetables(rows: Rows) -> tuple[Timetable, ...]:
    """Return the partnership's timetables, the earliest first."""
    steps: dict[str, list[Milestone]] = {}
    for timetable_id, code, name, count, is_used, owner in rows.all(_MILESTONES):
        step = Milestone(code, name, count, bool(is_used), owner)
        steps.setdefault(timetable_id, []).append(step)
    found = [
        Timetable(date.fromisoformat(starts_on), tuple(steps.get(key, ())), note)
        for key, starts_on, note in rows.all(_TIMETABLES)
    ]
    return tuple(sorted(found, key=lambda one: one.starts_on or date.min))


def read_kept_results(rows: Rows) -> dict[UUID, dict[str, KeptResult]]:
    """Return the kept results of each case that has any, by rule code."""
    found: dict[UUID, dict[str, KeptResult]] = {}
    for case_id, code, trigger_on, due_on, done_on, is_late, days, working in rows.all(_KEPT):
        found.setdefault(UUID(case_id), {})[code] = KeptResult(
            date.fromisoformat(trigger_on) if trigger_on else None,
            date.fromisoformat(due_on),
            date.fromisoformat(done_on),
            Standing.MET_LATE if is_late else Standing.MET,
            days,
            working,
        )
    return found


def read_milestones_done(rows: Rows) -> dict[UUID, dict[str, date]]:
    """Return when each case met milestones of the partnership's own, by code."""
    found: dict[UUID, dict[str, date]] = {}
    for case_id, code, done_on in rows.all(_DONE):
        found.setdefault(UUID(case_id), {})[code] = date.fromisoformat(done_on)
    return found


def read_announced_year(rows: Rows) -> int:
    """Return the last year that the partnership has checked, 0 if it has checked none."""
    ((year,),) = rows.all(_YEARS)
    return int(year)
