"""The filters above the case list, and how many cases each lets through."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.stages import Stage
from sgdesk.domain.standings import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.records.cases import CaseRow

_SOON = frozenset({Standing.DUE_TODAY, Standing.DUE_SOON})


@dataclass(frozen=True, slots=True)
class CaseFilter:
    key: str
    title: str
    lets_through: Callable[[CaseRow], bool]


CASE_FILTERS = (
    CaseFilter("all", "All", lambda _row: True),
    CaseFilter("open", "Open", lambda row: row.is_open),
    CaseFilter("overdue", "Overdue", lambda row: row.standing is Standing.OVERDUE),
    CaseFilter("soon", "Due in 5 days", lambda row: row.standing in _SOON),
    CaseFilter("local", "Local review", lambda row: row.stage is Stage.LOCAL_REVIEW),
    CaseFilter("published", "Published", lambda row: row.stage is Stage.PUBLISHED),
)


def filter_counts(rows: Sequence[CaseRow]) -> dict[str, int]:
    """Return how many of `rows` each filter lets through, by its key."""
    return {one.key: sum(map(one.lets_through, rows)) for one in CASE_FILTERS}


def filter_of(key: str) -> CaseFilter:
    """Return the filter `key`; an unknown one is a programming error."""
    return next(one for one in CASE_FILTERS if one.key == key)
