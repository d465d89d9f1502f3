"""Why requests to agencies are due when they are: for screens, for the chase list, for letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.agency_requests import AgencyRequestDraft
from sgdesk.domain.dates import long_date
from sgdesk.domain.letter_dates import request_reason
from sgdesk.domain.request_explanations import DueBasis, ReturnsDate
from sgdesk.records.date_workings import DateWorking, WorkingFact
from sgdesk.services.agency_dates import RETURN_CODE, request_working, returns_date
from sgdesk.services.entries import list_entries
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.request_explanations import RequestWorking
    from sgdesk.records.agencies import RequestRow
    from sgdesk.services.register import Register

_BASIS_WORDS = {
    DueBasis.RULE: "By the rule",
    DueBasis.AGREED: "Agreed for all returns",
    DueBasis.FAIR: "Its own: added late",
    DueBasis.OWN: "Its own",
    DueBasis.NONE: "None",
}


def read_workings(
    register: Register, rows: Iterable[RequestRow], *, today: date
) -> Mapping[UUID, RequestWorking]:
    """Return the working of each request's due date by its id.

    `rows` are all requests of their cases: the first of a round says what is fair to others.
    """
    by_case: dict[UUID, list[RequestRow]] = {}
    for row in rows:
        by_case.setdefault(row.case_id, []).append(row)
    cases = {case.id: case for case in read_held_cases(register)} if by_case else {}
    found: dict[UUID, RequestWorking] = {}
    for case_id, held in by_case.items():
        case = cases.get(case_id)
        returns = returns_date(register, case, today=today) if case else ReturnsDate()
        others = [row.request for row in held]
        for row in held:
            found[row.request_id] = request_working(register, returns, row.request, others)
    return found


def explain_request_date(register: Register, row: RequestRow, *, today: date) -> DateWorking:
    """Return everything that "Why this date?" shows of the request `row`."""
    returns, working = _working(register, row, today)
    facts = [
        WorkingFact("Due", long_date(row.due_on) if row.due_on else "No date", _basis(working)),
        WorkingFact("Asked", long_date(row.request.asked_on) if row.request.asked_on else ""),
    ]
    if working.by_rule is not None and working.basis is not DueBasis.RULE:
        facts.append(WorkingFact("By the rule", long_date(working.by_rule), "Stays in view."))
    if returns.agreed is not None and working.basis is DueBasis.AGREED:
        facts.append(WorkingFact("Agreed by", returns.agreed.authority, returns.agreed.reason))
    if working.basis is DueBasis.OWN:
        facts.append(WorkingFact("Reason", row.request.due_reason))
    if row.request.promised_on is not None:
        promised = long_date(row.request.promised_on)
        facts.append(WorkingFact("Promised for", promised, "The due date stays as it is."))
    return DateWorking(
        what=f"{row.purpose}: {row.agency_name}",
        about=f"{row.reference} · round {row.round}",
        standing=row.standing,
        standing_words=row.state_words,
        sentence=working.sentence,
        days=working.days,
        facts=tuple(fact for fact in facts if fact.words),
        case_id=row.case_id,
        code=RETURN_CODE if returns.rule is not None and working.by_rule else "",
    )


def letter_reason(register: Register, row: RequestRow, *, today: date) -> str:
    """Return the sentence that a letter gives for the due date of `row`, "" where it has none."""
    returns, working = _working(register, row, today)
    return request_reason(row.request, working, returns)


def _working(
    register: Register, row: RequestRow, today: date
) -> tuple[ReturnsDate, RequestWorking]:
    case = next(iter(read_held_cases(register, row.case_id)), None)
    returns = returns_date(register, case, today=today) if case else ReturnsDate()
    others = [one.draft for one in list_entries(register, AgencyRequestDraft, row.case_id)]
    return returns, request_working(register, returns, row.request, others)


def _basis(working: RequestWorking) -> str:
    return f"{_BASIS_WORDS[working.basis]}." if working.due_on else ""
