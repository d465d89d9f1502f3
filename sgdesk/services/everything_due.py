"""Everything that is due: deadlines by rule, returns of agencies, and actions, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.services.action_deadlines import action_line
from sgdesk.services.actions import list_all_actions
from sgdesk.services.deadlines import by_date, list_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.return_lines import read_out_returns, return_line

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.register import Register


def list_everything_due(register: Register, *, today: date) -> tuple[DeadlineRow, ...]:
    """Return the rows of `list_deadlines`, with each outstanding return and open action.

    The earliest comes first. A return or an action that is not asked for any more is left out.
    """
    rules = list_deadlines(register, today=today)
    cases = {case.id: case for case in read_held_cases(register)}
    returns = [return_line(one) for one in read_out_returns(register, cases, today=today)]
    actions = [
        action_line(action, cases[action.case_id].title)
        for action in list_all_actions(register, today=today)
        if action.is_open and action.case_id in cases
    ]
    return tuple(sorted([*rules, *returns, *actions], key=by_date))
