"""Actions with what lists say of them, read in one go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sgdesk.domain.learning import CLOSED_STATUSES, ActionPlan, ActionStatus

if TYPE_CHECKING:
    from sgdesk.store.engine import Rows


class ActionFacts(NamedTuple):
    """One action; `agency` is "" where the partnership itself acts."""

    action_id: UUID
    case_id: UUID
    plan: ActionPlan
    number: str
    text: str
    agency: str
    owner: str
    set_on: date | None
    due_on: date | None
    revised_on: date | None
    status: ActionStatus
    closed_on: date | None
    evidence: int
    impacts: int

    def __repr__(self) -> str:
        return f"<ActionFacts {self.action_id}>"


_FIELDS = (
    "SELECT a.id, a.case_id, a.plan, a.number, a.text, coalesce(g.name, ''), a.owner, a.set_on, "
    "a.due_on, a.revised_on, a.status, a.closed_on, "
)
_ACTIONS = (
    f"{_FIELDS} coalesce(e.held, 0), coalesce(i.held, 0) "  # noqa: S608 - constants all
    "FROM action AS a JOIN case_file AS c ON c.id = a.case_id AND c.deleted_at IS NULL "
    "LEFT JOIN agency AS g ON g.id = a.agency_id "
    "LEFT JOIN (SELECT action_id, count(*) AS held FROM evidence WHERE deleted_at IS NULL "
    "GROUP BY action_id) AS e ON e.action_id = a.id "
    "LEFT JOIN (SELECT action_id, count(*) AS held FROM impact WHERE deleted_at IS NULL "
    "GROUP BY action_id) AS i ON i.action_id = a.id "
    "WHERE a.deleted_at IS NULL"
)
_IS_OPEN = (
    "a.deleted_at IS NULL AND a.status NOT IN "
    f"({', '.join(repr(str(status)) for status in sorted(CLOSED_STATUSES))})"
)
_COUNTS_TO = "coalesce(a.revised_on, a.due_on)"
_OPEN_ACTIONS = (
    f"{_FIELDS} "  # noqa: S608 - as above
    "(SELECT count(*) FROM evidence WHERE action_id = a.id AND deleted_at IS NULL), "
    "(SELECT count(*) FROM impact WHERE action_id = a.id AND deleted_at IS NULL) "
    "FROM action AS a JOIN case_file AS c ON c.id = a.case_id AND c.deleted_at IS NULL "
    f"LEFT JOIN agency AS g ON g.id = a.agency_id WHERE {_IS_OPEN} AND {_COUNTS_TO} <= ?"
)
_LOADS = (
    f"SELECT {_COUNTS_TO}, count(*) "  # noqa: S608 - as above
    "FROM action AS a JOIN case_file AS c ON c.id = a.case_id AND c.deleted_at IS NULL "
    f"WHERE {_IS_OPEN} AND {_COUNTS_TO} BETWEEN ? AND ? GROUP BY 1"
)


def read_actions(rows: Rows, case_id: UUID | None = None) -> list[ActionFacts]:
    """Return every action that was not removed, in no order; only `case_id`’s if it is given."""
    if case_id is None:
        return [_facts(*row) for row in rows.all(_ACTIONS)]
    return [_facts(*row) for row in rows.all(f"{_ACTIONS} AND a.case_id = ?", (case_id.hex,))]


def read_open_actions(rows: Rows, until: date) -> list[ActionFacts]:
    """Return those of `read_actions` of which something is asked by `until`, in no order.

    Most actions of an old register are closed, and most of the others are not due for long.
    """
    return [_facts(*row) for row in rows.all(_OPEN_ACTIONS, (until.isoformat(),))]


def read_action_loads(rows: Rows, first: date, last: date) -> dict[date, int]:
    """Return of how many actions something is asked by each day from `first` to `last`."""
    found = rows.all(_LOADS, (first.isoformat(), last.isoformat()))
    return {date.fromisoformat(day): number for day, number in found}


def _facts(*row: Any) -> ActionFacts:
    action_id, case_id, plan, number, text, agency, owner, *days, status, closed, shown, known = row
    set_on, due_on, revised_on = map(_day, days)
    return ActionFacts(
        action_id=UUID(action_id),
        case_id=UUID(case_id),
        plan=ActionPlan(plan),
        number=number,
        text=text,
        agency=agency,
        owner=owner,
        set_on=set_on,
        due_on=due_on,
        revised_on=revised_on,
        status=ActionStatus(status),
        closed_on=_day(closed),
        evidence=shown,
        impacts=known,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
