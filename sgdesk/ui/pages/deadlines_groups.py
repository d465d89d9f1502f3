"""The ways to group the list of deadlines: by date, case, owner, agency or week."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from sgdesk.domain.dates import long_date
from sgdesk.domain.standings import Standing
from sgdesk.ui.models.record_table import Group
from sgdesk.ui.pages.group_heads import judged
from sgdesk.ui.pages.learning_words import PARTNERSHIP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from sgdesk.records.deadlines import DeadlineRow


class Grouping(Enum):
    DATE = "By date"
    CASE = "By case"
    OWNER = "By owner"
    AGENCY = "By agency"
    WEEK = "By week"
    NONE = "Not grouped"

    @property
    def key(self) -> str:
        """What a saved view calls it."""
        return self.name.lower()


KeyT = TypeVar("KeyT")

_NEAR = timedelta(weeks=4)
_BANDS = {
    Standing.OVERDUE: "Overdue",
    Standing.DUE_TODAY: "Due today",
    Standing.DUE_SOON: "Next 5 working days",
    Standing.PAUSED: "Paused",
    Standing.WAITING: "Waiting for a date",
    Standing.MET_LATE: "Met late",
    Standing.MET: "Met",
}
_WITHIN, _LATER, _NO_DAY = "Within 4 weeks", "Later", "No day is set"
_BAND_ORDER = ("Overdue", "Due today", "Next 5 working days", _WITHIN, _LATER, _NO_DAY)
_MARKED = {
    words: standing
    for standing, words in _BANDS.items()
    if standing in (Standing.OVERDUE, Standing.DUE_TODAY, Standing.DUE_SOON)
}


def grouped(
    rows: Sequence[DeadlineRow], grouping: Grouping, today: date
) -> list[Group[DeadlineRow]]:
    """Return `rows` in their groups; within a group they keep their order.

    A head says how many rows there are and the worst of their standings.
    """
    match grouping:
        case Grouping.DATE:
            return _by_date(rows, today)
        case Grouping.CASE:
            cases = _parts(rows, lambda row: (row.case_id, row.reference))
            return [
                Group(name, held, judge=judged(_case_note(held[0])))
                for (_, name), held in cases.items()
            ]
        case Grouping.OWNER:
            owners = _parts(rows, lambda row: row.owner)
            names = sorted(owners, key=lambda name: (not name, name.casefold()))
            return [Group(name or "No owner", owners[name], judge=judged()) for name in names]
        case Grouping.AGENCY:
            agencies = _parts(rows, lambda row: row.agency)
            names = sorted(agencies, key=lambda name: (bool(name), name.casefold()))
            return [Group(name or PARTNERSHIP, agencies[name], judge=judged()) for name in names]
        case Grouping.WEEK:
            return _by_week(rows, today)
        case Grouping.NONE:
            return [Group("", rows)]


def _by_date(rows: Sequence[DeadlineRow], today: date) -> list[Group[DeadlineRow]]:
    bands = _parts(rows, lambda row: _band(row, today))
    names = [name for name in _BAND_ORDER if name in bands]
    names += [name for name in bands if name not in _BAND_ORDER]
    return [Group(name, bands[name], standing=_MARKED.get(name)) for name in names]


def _band(row: DeadlineRow, today: date) -> str:
    if row.standing is not Standing.ON_TRACK:
        return _BANDS[row.standing]
    if row.counts_to is None:
        return _NO_DAY
    return _WITHIN if row.counts_to <= today + _NEAR else _LATER


def _by_week(rows: Sequence[DeadlineRow], today: date) -> list[Group[DeadlineRow]]:
    weeks = _parts(rows, lambda row: _monday(row.counts_to) if row.counts_to else None)
    this_week = _monday(today)
    groups = [
        Group(
            f"Week of {long_date(monday)}",
            weeks[monday],
            judge=judged(_week_note(monday, this_week)),
        )
        for monday in sorted(monday for monday in weeks if monday is not None)
    ]
    if None in weeks:
        groups.append(Group("No date", weeks[None], judge=judged()))
    return groups


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week_note(monday: date, this_monday: date) -> str:
    weeks = (monday - this_monday).days // 7
    return {-1: "last week", 0: "this week", 1: "next week"}.get(weeks, "")


def _case_note(row: DeadlineRow) -> str:
    return row.case_title if row.case_title != row.reference else ""


def _parts(
    rows: Sequence[DeadlineRow], key_of: Callable[[DeadlineRow], KeyT]
) -> dict[KeyT, list[DeadlineRow]]:
    """Return `rows` by key, the keys in the order in which they first occur."""
    parts: dict[KeyT, list[DeadlineRow]] = {}
    for row in rows:
        parts.setdefault(key_of(row), []).append(row)
    return parts
