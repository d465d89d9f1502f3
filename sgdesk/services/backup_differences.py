"""What one state of the register has and another has not, told from their audit trails."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from sgdesk.records.backups import CaseChange, Comparison, Difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.store.engine import Rows

OTHERS = "Settings and lists"
_DIGESTS = "SELECT digest FROM audit ORDER BY seq"
_SPAN = "SELECT count(*), min(at), max(at) FROM audit WHERE seq > ?"
_BY_CASE = (
    "SELECT a.case_id, count(*), max(a.at), c.reference, c.title FROM audit AS a "
    "LEFT JOIN case_file AS c ON c.id = a.case_id WHERE a.seq > ? "
    "GROUP BY a.case_id ORDER BY max(a.seq) DESC"
)
_COUNT = "SELECT count(*) FROM case_file WHERE deleted_at IS NULL"


def compare_rows(now: Rows | PresentRows, then: Rows) -> Comparison:
    """Compare the register as it is with a backup of it.

    Their trails agree up to an entry and part after it: each seal depends on all before, so
    two that are equal at one entry are equal in all earlier ones.
    """
    mine, theirs = ([digest for (digest,) in rows.all(_DIGESTS)] for rows in (now, then))
    shorter = range(min(len(mine), len(theirs)))
    common = bisect_left(shorter, 1, key=lambda at: mine[at] != theirs[at])
    return Comparison(
        lost=_after(now, common),
        gained=_after(then, common),
        cases_now=count_cases(now),
        cases_then=count_cases(then),
        is_other=common == 0 and bool(theirs) and bool(mine),
    )


class UnreadError(Exception):
    """The register as it is now is too damaged to be compared with anything."""


class PresentRows:
    """The rows of the register that is open; a damaged page raises `UnreadError`."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return every row that `sql`, a SELECT, finds."""
        try:
            return self._rows.all(sql, parameters)
        except dbapi2.DatabaseError as failure:
            raise UnreadError from failure


def describe_alone(then: Rows) -> Comparison:
    """Say what a backup holds where the register cannot be read beside it."""
    nothing = Difference(0, ())
    return Comparison(nothing, nothing, 0, count_cases(then), is_other=False, is_unread=True)


def count_cases(rows: Rows | PresentRows) -> int:
    """Return how many cases there are, those that were removed left out."""
    ((cases,),) = rows.all(_COUNT)
    return int(cases)


def _after(rows: Rows | PresentRows, common: int) -> Difference:
    ((entries, first_at, last_at),) = rows.all(_SPAN, (common,))
    if not entries:
        return Difference(0, ())
    cases = tuple(
        CaseChange(case_id or "", _name(case_id, reference, title), number, _moment(at))
        for case_id, number, at, reference, title in rows.all(_BY_CASE, (common,))
    )
    return Difference(entries, cases, _moment(first_at), _moment(last_at))


def _name(case_id: str | None, reference: str | None, title: str | None) -> str:
    if case_id is None:
        return OTHERS
    return " · ".join(part for part in (reference, title) if part) or "A case erased since"


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
