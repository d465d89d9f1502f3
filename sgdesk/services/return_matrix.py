"""The matrix of agency returns: read in one go, without SQLAlchemy, and filtered."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sgdesk.domain.agency_requests import (
    OUTSTANDING_STATES,
    AgencyRequestDraft,
    AgencyReturnDraft,
    ReturnState,
)
from sgdesk.domain.agency_states import StateNow, due_of, stands_now
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import brief_date
from sgdesk.domain.deadlines import day_now
from sgdesk.domain.stages import STAGE_WORDS, stage_of
from sgdesk.records.return_matrix import (
    HeldReturns,
    MatrixAgency,
    MatrixCase,
    MatrixCell,
    ReturnMatrix,
)
from sgdesk.services.agency_dates import returns_due
from sgdesk.services.case_list import OVER
from sgdesk.services.deadlines import pending_deadlines
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.stored_requests import request_of, stored_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

_REQUESTS = """
    SELECT id, case_id, agency_id, purpose, round, asked_on, due_on, acknowledged_on,
        promised_on, queried_on, answered_on, not_needed_reason, received_on, is_nil
    FROM agency_request WHERE deleted_at IS NULL ORDER BY case_id, position
"""
_AGENCIES = "SELECT id, name FROM agency"
_NOBODY = "No agency chosen"
_RAPID_REVIEW = "RR-15"


class MatrixFilter(StrEnum):
    ALL = "all"
    OUTSTANDING = "outstanding"
    OVERDUE = "overdue"


def read_returns(register: Register, *, today: date) -> HeldReturns:
    """Return the requests of the cases that are open, newest reference first.

    A case that is over stays while something in it is outstanding.
    """
    with register.store.rows() as rows:
        found = rows.all(_REQUESTS)
        names = {UUID(key): str(name) for key, name in rows.all(_AGENCIES)}
    cases = {case.id: case for case in read_held_cases(register)}
    by_case: dict[UUID, list[tuple[Any, ...]]] = {}
    for row in found:
        by_case.setdefault(UUID(row[1]), []).append(row)
    shown: list[MatrixCase] = []
    cells: list[MatrixCell] = []
    for key in sorted(by_case.keys() & cases.keys(), key=lambda one: cases[one].reference)[::-1]:
        case = cases[key]
        rule_due = returns_due(register, case, today=today)
        own = [_cell(register, row, rule_due, today) for row in by_case[key]]
        if stage_of(case.facts).stage in OVER and not any(one.is_outstanding for one in own):
            continue
        shown.append(_matrix_case(register, case, rule_due, today))
        cells += own
    used = {cell.agency_id for cell in cells}
    agencies = [MatrixAgency(one, names.get(one, _NOBODY) if one else _NOBODY) for one in used]
    return HeldReturns(
        tuple(shown), tuple(sorted(agencies, key=lambda one: one.name.casefold())), tuple(cells)
    )


def purposes_of(held: HeldReturns) -> tuple[str, ...]:
    """Return what is asked for, each once, in order of name."""
    return tuple(sorted({cell.purpose for cell in held.cells}, key=str.casefold))


def matrix_of(held: HeldReturns, which: MatrixFilter, purpose: str = "") -> ReturnMatrix:
    """Return what passes: requests for `purpose`, "" for any, that stand as `which` says.

    Agencies and cases without any of them are left out.
    """
    cells: dict[tuple[UUID | None, UUID], list[MatrixCell]] = {}
    for cell in held.cells:
        if _passes(cell, which) and purpose in ("", cell.purpose):
            cells.setdefault((cell.agency_id, cell.case_id), []).append(cell)
    cases = {case_id for _, case_id in cells}
    out = Counter(
        agency_id for (agency_id, _), own in cells.items() for cell in own if cell.is_outstanding
    )
    asked = {agency_id for agency_id, _ in cells}
    agencies = tuple(one for one in held.agencies if one.agency_id in asked)
    return ReturnMatrix(
        tuple(one for one in held.cases if one.case_id in cases),
        agencies,
        {key: tuple(sorted(own, key=_urgency)) for key, own in cells.items()},
        tuple(out[one.agency_id] for one in agencies),
    )


def counts_of(held: HeldReturns, purpose: str = "") -> Mapping[MatrixFilter, int]:
    """Return how many requests for `purpose` pass each filter."""
    asked = [cell for cell in held.cells if purpose in ("", cell.purpose)]
    return {which: sum(_passes(cell, which) for cell in asked) for which in MatrixFilter}


def _passes(cell: MatrixCell, which: MatrixFilter) -> bool:
    if which is MatrixFilter.OUTSTANDING:
        return cell.is_outstanding
    return which is MatrixFilter.ALL or cell.is_overdue


_FIRST = (ReturnState.OVERDUE, ReturnState.QUERIED)


def _urgency(cell: MatrixCell) -> tuple[int, int]:
    """What needs a person first, then what is still out, then the latest round."""
    if cell.state in _FIRST:
        return _FIRST.index(cell.state), -cell.round
    return (len(_FIRST) if cell.state in OUTSTANDING_STATES else len(_FIRST) + 1), -cell.round


def _cell(
    register: Register, row: tuple[Any, ...], rule_due: date | None, today: date
) -> MatrixCell:
    key, case_id, agency_id, purpose, number, *days, reason, received, is_nil = row
    request = request_of(purpose, days, round=number, not_needed_reason=reason)
    returned = AgencyReturnDraft(received_on=stored_day(received), is_nil=bool(is_nil))
    due_on = due_of(request, rule_due=rule_due)
    now = stands_now(request, returned, due_on=due_on, today=today, calendar=register.calendar)
    return MatrixCell(
        request_id=UUID(key),
        case_id=UUID(case_id),
        agency_id=UUID(agency_id) if agency_id else None,
        purpose=purpose,
        round=number,
        state=now.state,
        words=now.words,
        note=_note(now, request, returned, due_on),
    )


def _note(
    now: StateNow, request: AgencyRequestDraft, returned: AgencyReturnDraft, due_on: date | None
) -> str:
    match now.state:
        case ReturnState.OVERDUE:
            return f"by {now.days} {'day' if now.days == 1 else 'days'}" if now.days else ""
        case ReturnState.QUERIED:
            return _short(request.queried_on)
        case ReturnState.PROMISED:
            return f"for {_short(request.promised_on)}"
        case ReturnState.NOT_ASKED | ReturnState.NOT_NEEDED:
            return ""
    if returned.received_on is not None:
        return _short(returned.received_on)
    return f"due {_short(due_on)}" if due_on else ""


def _short(day: date | None) -> str:
    return brief_date(day) if day else ""


def _matrix_case(
    register: Register, case: HeldCase, rule_due: date | None, today: date
) -> MatrixCase:
    pending = pending_deadlines(register, case, today)
    rapid_review = next((one for one in pending if one.rule.code == _RAPID_REVIEW), None)
    day = day_now(rapid_review, today, register.calendar) if rapid_review else None
    is_running = day is not None and CaseDate.RAPID_REVIEW_SENT not in case.facts.dates
    return MatrixCase(
        case.id,
        case.reference,
        f"day {day[0]} of {day[1]}" if day and is_running else _stage_words(case),
        rule_due if is_running else None,
    )


def _stage_words(case: HeldCase) -> str:
    return STAGE_WORDS[stage_of(case.facts).stage]
