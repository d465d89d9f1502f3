"""Local timetables, and what is kept of deadlines, read the quick way."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sgdesk.domain.facts import KeptResult
from sgdesk.domain.standings import Standing
from sgdesk.domain.timetables import Milestone, Timetable
from sgdesk.store.queries.case_facts import of_case

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows

_TIMETABLES = (
    "SELECT id, revision, starts_on, note FROM timetable WHERE deleted_at IS NULL "
    "ORDER BY starts_on"
)
_MILESTONES = (
    "SELECT timetable_id, code, name, count, is_used, owner FROM milestone "
    "WHERE deleted_at IS NULL ORDER BY position"
)
_CODES = "SELECT DISTINCT code FROM milestone"
_NAMES = (
    "SELECT m.code, m.name FROM milestone AS m JOIN timetable AS t ON t.id = m.timetable_id "
    "ORDER BY m.deleted_at IS NULL, t.starts_on"
)
_KEPT = (
    "SELECT case_id, rule_code, trigger_on, due_on, done_on, is_late, days, working "
    "FROM kept_result WHERE deleted_at IS NULL"
)
_DONE = "SELECT case_id, rule_code, done_on FROM milestone_done WHERE deleted_at IS NULL"
_MET = "SELECT rule_code, count(*) FROM milestone_done WHERE deleted_at IS NULL GROUP BY rule_code"


class HeldTimetable(NamedTuple):
    """A timetable with its key and the revision that a save must have seen."""

    timetable_id: UUID
    revision: int
    timetable: Timetable


def read_timetables(rows: Rows) -> tuple[Timetable, ...]:
    """Return the partnership's timetables, the earliest first."""
    return tuple(one.timetable for one in read_timetables_held(rows))


def read_timetables_held(rows: Rows) -> list[HeldTimetable]:
    """Return the partnership's timetables with their keys, the earliest first."""
    steps: dict[str, list[Milestone]] = {}
    for timetable_id, code, name, count, is_used, owner in rows.all(_MILESTONES):
        step = Milestone(code, name, count, bool(is_used), owner)
        steps.setdefault(timetable_id, []).append(step)
    return [
        HeldTimetable(
            UUID(key),
            revision,
            Timetable(date.fromisoformat(starts_on), tuple(steps.get(key, ())), note),
        )
        for key, revision, starts_on, note in rows.all(_TIMETABLES)
    ]


def read_used_codes(rows: Rows) -> list[str]:
    """Return the codes of all steps that any timetable has or had."""
    return [code for (code,) in rows.all(_CODES)]


def read_step_names(rows: Rows) -> dict[str, str]:
    """Return the names of all steps by code, as the newest timetable that has them says them."""
    return dict(rows.all(_NAMES))


def count_met(rows: Rows) -> dict[str, int]:
    """Return how many cases have met each milestone of the partnership's own, by code."""
    return dict(rows.all(_MET))


def read_kept_results(rows: Rows, case_id: UUID | None = None) -> dict[UUID, dict[str, KeptResult]]:
    """Return the kept results of each case that has any, by rule code."""
    found: dict[UUID, dict[str, KeptResult]] = {}
    for key, code, trigger_on, due_on, done_on, is_late, days, working in rows.all(
        *of_case(_KEPT, case_id)
    ):
        found.setdefault(UUID(key), {})[code] = KeptResult(
            date.fromisoformat(trigger_on) if trigger_on else None,
            date.fromisoformat(due_on),
            date.fromisoformat(done_on),
            Standing.MET_LATE if is_late else Standing.MET,
            days,
            working,
        )
    return found


def read_milestones_done(rows: Rows, case_id: UUID | None = None) -> dict[UUID, dict[str, date]]:
    """Return when each case met milestones of the partnership's own, by code."""
    found: dict[UUID, dict[str, date]] = {}
    for key, code, done_on in rows.all(*of_case(_DONE, case_id)):
        found.setdefault(UUID(key), {})[code] = date.fromisoformat(done_on)
    return found
