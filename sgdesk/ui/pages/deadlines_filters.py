"""The filters above the list of deadlines, and a reading of the register sorted into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.standings import OPEN_STANDINGS, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.deadlines import DeadlineRow


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    key: str
    title: str
    standings: frozenset[Standing]
    report_title: str


DEADLINE_FILTERS = (
    DeadlineFilter("open", "All open", OPEN_STANDINGS, "Open deadlines"),
    DeadlineFilter("overdue", "Overdue", frozenset({Standing.OVERDUE}), "Overdue deadlines"),
    DeadlineFilter("today", "Due today", frozenset({Standing.DUE_TODAY}), "Deadlines due today"),
    DeadlineFilter(
        "soon", "Due in 5 days", frozenset({Standing.DUE_SOON}), "Due in the next 5 working days"
    ),
    DeadlineFilter(
        "waiting",
        "Waiting for a date",
        frozenset({Standing.WAITING}),
        "Deadlines waiting for a date",
    ),
    DeadlineFilter("paused", "Paused", frozenset({Standing.PAUSED}), "Paused deadlines"),
    DeadlineFilter("met", "Met", frozenset({Standing.MET, Standing.MET_LATE}), "Met deadlines"),
)


@dataclass(frozen=True, slots=True)
class SortedDeadlines:
    """All deadlines of the register under the key of each filter, in the order of the list."""

    by_key: dict[str, tuple[DeadlineRow, ...]]

    def counts(self) -> dict[str, int]:
        return {key: len(rows) for key, rows in self.by_key.items()}

    def sentence(self) -> str:
        """Return "37 open deadlines in 16 cases · 4 overdue, 2 due today"."""
        rows = self.by_key["open"]
        cases = len({row.case_id for row in rows if row.case_id is not None})
        words = f"{counted(len(rows), 'open deadline')} in {counted(cases, 'case')}"
        late, now = len(self.by_key["overdue"]), len(self.by_key["today"])
        return f"{words} · {late or 'none'} overdue, {now or 'none'} due today"


def sort_deadlines(rows: Sequence[DeadlineRow]) -> SortedDeadlines:
    """Return `rows` under the key of every filter that lets them through."""
    return SortedDeadlines(
        {
            one.key: tuple(row for row in rows if row.standing in one.standings)
            for one in DEADLINE_FILTERS
        }
    )


def filter_of(key: str) -> DeadlineFilter:
    """Return the filter `key`; an unknown one is a programming error."""
    return next(one for one in DEADLINE_FILTERS if one.key == key)


def counted(number: int, noun: str) -> str:
    """Return "1 case", "2 cases"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
