"""The ways to group the list of actions: by date, agency, case or plan."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from sgdesk.domain.learning import PLAN_WORDS
from sgdesk.domain.standings import Standing
from sgdesk.ui.models.record_table import Group
from sgdesk.ui.pages.actions_filters import COMING
from sgdesk.ui.pages.learning_words import PARTNERSHIP, agency_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.learning import ActionRow


KeyT = TypeVar("KeyT")


class Grouping(Enum):
    DATE = "By date"
    AGENCY = "By agency"
    CASE = "By case"
    PLAN = "By plan"
    NONE = "Not grouped"


_BANDS = {
    Standing.OVERDUE: "Overdue",
    Standing.DUE_TODAY: "Due today",
    Standing.DUE_SOON: "Next 5 working days",
    Standing.WAITING: "No due date",
}
_WITHIN, _LATER, _CLOSED = f"Next {COMING} working days", "Later", "Closed"
_ORDER = ("Overdue", "Due today", "Next 5 working days", _WITHIN, _LATER, "No due date", _CLOSED)
_MARKED = {
    words: standing for standing, words in _BANDS.items() if standing is not Standing.WAITING
}


def grouped(rows: Sequence[ActionRow], grouping: Grouping) -> list[Group[ActionRow]]:
    """Return `rows` in their groups; within a group they keep their order."""
    match grouping:
        case Grouping.DATE:
            bands = _parts(rows, [_band(row) for row in rows])
            return [
                Group(name, bands[name], standing=_MARKED.get(name))
                for name in _ORDER
                if name in bands
            ]
        case Grouping.AGENCY:
            agencies = _parts(rows, [agency_words(row) for row in rows])
            names = sorted(agencies, key=lambda name: (name != PARTNERSHIP, name.casefold()))
            return [Group(name, agencies[name], _late(agencies[name])) for name in names]
        case Grouping.CASE:
            cases = _parts(rows, [row.reference for row in rows])
            return [Group(name, cases[name], _late(cases[name])) for name in sorted(cases)]
        case Grouping.PLAN:
            plans = _parts(rows, [row.plan for row in rows])
            return [
                Group(words, plans[plan], _late(plans[plan]))
                for plan, words in PLAN_WORDS.items()
                if plan in plans
            ]
        case Grouping.NONE:
            return [Group("", rows)]


def _band(row: ActionRow) -> str:
    if not row.is_open:
        return _CLOSED
    if row.standing is Standing.ON_TRACK:
        return _WITHIN if row.days <= COMING else _LATER
    return _BANDS[row.standing]


def _late(rows: Sequence[ActionRow]) -> str:
    late = sum(row.standing is Standing.OVERDUE for row in rows)
    return f"{late} overdue" if late else ""


def _parts(rows: Sequence[ActionRow], keys: Sequence[KeyT]) -> dict[KeyT, list[ActionRow]]:
    parts: dict[KeyT, list[ActionRow]] = {}
    for row, key in zip(rows, keys, strict=True):
        parts.setdefault(key, []).append(row)
    return parts
