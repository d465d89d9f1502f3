"""The filters above the list of deadlines, and a reading of the register sorted into them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.standings import OPEN_STANDINGS, Standing
from sgdesk.records.deadlines import DueKind

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
    DeadlineFilter("open", "Open", OPEN_STANDINGS, "Open deadlines"),
    DeadlineFilter("overdue", "Overdue", frozenset({Standing.OVERDUE}), "Overdue deadlines"),
    DeadlineFilter("today", "Due today", frozenset({Standing.DUE_TODAY}), "Deadlines due today"),
    DeadlineFilter(
        "soon", "Due in 5 days", frozenset({Standing.DUE_SOON}), "Due in the next 5 working days"
    ),
    DeadlineFilter(
        "waiting",
        "Waiting",
        frozenset({Standing.WAITING}),
        "Deadlines waiting for a date",
    ),
    DeadlineFilter("paused", "Paused", frozenset({Standing.PAUSED}), "Paused deadlines"),
    DeadlineFilter("met", "Met", frozenset({Standing.MET, Standing.MET_LATE}), "Met deadlines"),
)

WHAT_WORDS = {
    "": "Everything",
    DueKind.RULE.value: "By rule",
    DueKind.RETURN.value: "Returns",
    DueKind.ACTION.value: "Actions",
}
"""Which kinds of lines the list shows, by the word that a saved view keeps."""
_FIRST = "open deadline"
_KINDS = ((DueKind.RULE, _FIRST), (DueKind.RETURN, "agency return"), (DueKind.ACTION, "action"))
"""What the head of the page counts: open deadlines by rule in any case, others if there are."""


@dataclass(frozen=True, slots=True)
class SortedDeadlines:
    """All that is due, by the kind and the filter that let it through, in order of the list."""

    by_what: dict[str, dict[str, tuple[DeadlineRow, ...]]]
    has_cases: bool

    def counts(self, what: str = "") -> dict[str, int]:
        """Return how many rows of the kind `what`, "" for all, each filter lets through."""
        return {key: len(rows) for key, rows in self.by_what[what].items()}

    def sentence(self) -> str:
        """Return "37 open deadlines and 12 agency returns in 16 cases · 4 overdue, 2 due today"."""
        everything = self.by_what[""]
        kinds = [(len(self.by_what[kind]["open"]), words) for kind, words in _KINDS]
        told = [counted(number, words) for number, words in kinds if number or words == _FIRST]
        listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
        cases = len({row.case_id for row in everything["open"] if row.case_id is not None})
        late, now = len(everything["overdue"]), len(everything["today"])
        words = f"{listed} in {counted(cases, 'case')}"
        return f"{words} · {late or 'none'} overdue, {now or 'none'} due today"


def sort_deadlines(rows: Sequence[DeadlineRow]) -> SortedDeadlines:
    """Return `rows` under each kind and the key of every filter that lets them through."""
    everything = {
        one.key: tuple(row for row in rows if row.standing in one.standings)
        for one in DEADLINE_FILTERS
    }
    by_what = {
        what: {
            key: tuple(row for row in held if not what or row.kind == what)
            for key, held in everything.items()
        }
        for what in WHAT_WORDS
    }
    return SortedDeadlines(by_what, any(row.case_id is not None for row in rows))


def filter_of(key: str) -> DeadlineFilter:
    """Return the filter `key`; an unknown one is a programming error."""
    return next(one for one in DEADLINE_FILTERS if one.key == key)


def counted(number: int, noun: str) -> str:
    """Return "1 case", "2 cases"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
