"""The filters above the list of actions, and a reading of the register sorted into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.learning import ActionStatus
from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.ui.pages.learning_words import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.records.learning import ActionRow

COMING = 20
"""An action is coming within this many working days."""


@dataclass(frozen=True, slots=True)
class ActionFilter:
    key: str
    title: str
    lets_through: Callable[[ActionRow], bool]
    paper_title: str


def is_coming(row: ActionRow) -> bool:
    """Return whether an action is due today or within the next 20 working days."""
    is_still_due = row.standing in OPEN_STANDINGS and row.standing is not Standing.OVERDUE
    return is_still_due and row.days <= COMING


ACTION_FILTERS = (
    ActionFilter("open", "Open", lambda row: row.is_open, "Open actions by agency"),
    ActionFilter(
        "overdue",
        "Overdue",
        lambda row: row.standing is Standing.OVERDUE,
        "Overdue actions by agency",
    ),
    ActionFilter("coming", "Due in 20 working days", is_coming, "Actions due soon by agency"),
    ActionFilter(
        "awaited",
        "Evidence awaited",
        lambda row: row.status is ActionStatus.AWAITING_EVIDENCE,
        "Actions whose evidence is awaited",
    ),
    ActionFilter("closed", "Closed", lambda row: not row.is_open, "Closed actions by agency"),
    ActionFilter("all", "All", lambda _row: True, "Action plan by agency"),
)


@dataclass(frozen=True, slots=True)
class SortedActions:
    """All actions of the register under the key of each filter, in the order of the list."""

    by_key: dict[str, tuple[ActionRow, ...]]

    def counts(self) -> dict[str, int]:
        return {key: len(rows) for key, rows in self.by_key.items()}

    def sentence(self) -> str:
        """Return "14 open actions in 3 cases · 4 overdue, 2 with evidence awaited"."""
        rows = self.by_key["open"]
        cases = len({row.case_id for row in rows})
        words = f"{counted(len(rows), 'open action')} in {counted(cases, 'case')}"
        late, awaited = len(self.by_key["overdue"]), len(self.by_key["awaited"])
        return f"{words} · {late or 'none'} overdue, evidence awaited for {awaited or 'none'}"


def sort_actions(rows: Sequence[ActionRow]) -> SortedActions:
    """Return `rows` under the key of every filter that lets them through."""
    return SortedActions({one.key: tuple(filter(one.lets_through, rows)) for one in ACTION_FILTERS})


def filter_of(key: str) -> ActionFilter:
    """Return the filter `key`; an unknown one is a programming error."""
    return next(one for one in ACTION_FILTERS if one.key == key)
