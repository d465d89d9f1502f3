"""The working of each deadline of a list: read once, for files and reports of many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sgdesk.domain.calendar import OutsideCalendarError
from sgdesk.domain.case_dates import FIELD_WORDS
from sgdesk.domain.explanations import explain
from sgdesk.records.deadlines import DueKind
from sgdesk.services.deadlines import case_deadlines, yearly_report
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.register import Register


class Worked(NamedTuple):
    """A row with the deadline that it shows."""

    row: DeadlineRow
    deadline: Deadline | None
    """None for what no rule gives a date to: a return of an agency, an action."""
    working: str
    """How its date came about, in sentences."""


def worked_rows(
    register: Register, rows: Sequence[DeadlineRow], *, today: date
) -> tuple[Worked, ...]:
    """Return `rows` in their order, each with its deadline and the working of its date."""
    found = _found(register, {row.case_id for row in rows}, today)
    entries = {**_returns(register, rows, today), **_actions(register, rows, today)}
    return tuple(
        Worked(row, None, entries[row.entry_id])
        if row.entry_id in entries
        else _worked(row, found.get((row.case_id, row.code)), register)
        for row in rows
    )


def working_sentence(register: Register, deadline: Deadline, calendar: WorkingCalendar) -> str:
    """Return how the date of `deadline` came about, counted in `calendar`.

    Where the calendar does not reach it says so.
    """
    if deadline.trigger_on is None:
        missing = FIELD_WORDS[deadline.rule.trigger]
        return f"Not counted yet: the {missing} is missing. The rule is {deadline.rule.period}."
    try:
        return explain(deadline.rule, deadline.trigger_on, calendar, register.counting).sentence
    except OutsideCalendarError as error:  # one mistyped year must not keep a file from being made
        return str(error)


def _returns(register: Register, rows: Sequence[DeadlineRow], today: date) -> dict[UUID, str]:
    """Return the working of the date of each agency's return by the id of its request."""
    case_ids = _cases_of(rows, DueKind.RETURN)
    if not case_ids:
        return {}
    from sgdesk.services.agency_rows import list_requests_of  # noqa: PLC0415 - loads the mapper
    from sgdesk.services.request_workings import read_workings  # noqa: PLC0415 - as above

    requests = list_requests_of(register, case_ids, today=today)
    workings = read_workings(register, requests, today=today)
    return {key: working.sentence for key, working in workings.items()}


def _actions(register: Register, rows: Sequence[DeadlineRow], today: date) -> dict[UUID, str]:
    """Return the working of the date of each action by its id."""
    case_ids = _cases_of(rows, DueKind.ACTION)
    if not case_ids:
        return {}
    from sgdesk.services.action_workings import explain_action_date  # noqa: PLC0415 - as above
    from sgdesk.services.learning import read_learning  # noqa: PLC0415 - as above

    wanted = {row.entry_id for row in rows}
    return {
        action.row.action_id: explain_action_date(register, action).sentence
        for case_id in case_ids
        for action in read_learning(register, case_id, today=today).all_actions()
        if action.row.action_id in wanted
    }


def _cases_of(rows: Sequence[DeadlineRow], kind: DueKind) -> list[UUID]:
    """Return the cases with single lines of a kind."""
    held = (row for row in rows if row.kind is kind and row.entry_id is not None)
    return list(dict.fromkeys(row.case_id for row in held if row.case_id is not None))


def _worked(row: DeadlineRow, found: tuple[Deadline, str] | None, register: Register) -> Worked:
    if found is None:
        return Worked(row, None, "")
    deadline, kept = found
    return Worked(row, deadline, kept or working_sentence(register, deadline, register.calendar))


def _found(
    register: Register, case_ids: set[UUID | None], today: date
) -> dict[tuple[UUID | None, str], tuple[Deadline, str]]:
    """Return the deadlines of cases by case and rule, with the working of a result that stays."""
    yearly = yearly_report(register, today)
    found: dict[tuple[UUID | None, str], tuple[Deadline, str]] = {
        (None, yearly.rule.code): (yearly, "")
    }
    for case in read_held_cases(register):
        if case.case_id not in case_ids:
            continue
        for deadline in case_deadlines(register, case, today):
            code = deadline.rule.code
            kept = case.facts.kept[code].working if deadline.is_kept else ""
            found[case.case_id, code] = deadline, kept
    return found
