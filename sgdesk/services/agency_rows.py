"""Requests to agencies with everything that lists show of them, for one case or several."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft, ReturnState
from sgdesk.domain.agency_states import due_of, stands_now
from sgdesk.domain.standings import Standing
from sgdesk.records.agencies import RequestRow
from sgdesk.services.agency_dates import returns_due
from sgdesk.services.agency_directory import name_then, read_directory
from sgdesk.services.drafts import draft_from
from sgdesk.services.held_cases import read_held_cases
from sgdesk.store.entities.agencies import AgencyRequestEntity, ChaseEntity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.records.settings import AgencyRow
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

PlacedT = TypeVar("PlacedT", AgencyRequestEntity, ChaseEntity)
_NOBODY = "No agency chosen"
_LATE = (Standing.OVERDUE, Standing.MET_LATE)


def list_requests(register: Register, case_id: UUID, *, today: date) -> tuple[RequestRow, ...]:
    """Return the requests of a case in the order in which they were made."""
    return list_requests_of(register, (case_id,), today=today)


def list_requests_of(
    register: Register, case_ids: Collection[UUID], *, today: date
) -> tuple[RequestRow, ...]:
    """Return the requests of several cases, case after case, each in the order of its making.

    A case that is gone has none.
    """
    cases = _cases(register, case_ids)
    with register.store.read() as session:
        held = _requests(session, cases)
        directory = read_directory(session)
        chases = _chases(session, cases)
    dues = {key: returns_due(register, case, today=today) for key, case in cases.items()}
    return tuple(
        _row(
            request,
            _Around(
                cases[request.case_id],
                directory.get(request.agency_id) if request.agency_id else None,
                dues[request.case_id],
                chases.get(request.id, ()),
            ),
            today,
            register.calendar,
        )
        for key in cases
        for request in held.get(key, ())
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Around:
    """What a request needs beside itself to be shown."""

    case: HeldCase
    agency: AgencyRow | None
    rule_due: date | None
    chases: tuple[ChaseEntity, ...]


def _row(
    request: AgencyRequestEntity, around: _Around, today: date, calendar: WorkingCalendar
) -> RequestRow:
    asked = draft_from(AgencyRequestDraft, request)
    returned = draft_from(AgencyReturnDraft, request)
    due_on = due_of(asked, rule_due=around.rule_due)
    now = stands_now(asked, returned, due_on=due_on, today=today, calendar=calendar)
    name, former = _names(around.agency, asked.asked_on)
    is_late = now.standing in _LATE
    last = max(around.chases, key=_made_on) if around.chases else None
    return RequestRow(
        request_id=request.id,
        revision=request.revision,
        case_id=request.case_id,
        reference=around.case.reference,
        agency_id=request.agency_id,
        agency_name=name,
        former_name=former,
        contact=around.agency.draft.contact if around.agency else "",
        email=around.agency.draft.email if around.agency else "",
        purpose=asked.purpose,
        round=asked.round,
        request=asked,
        returned=returned,
        due_on=due_on,
        due_is_own=asked.due_on is not None and now.state is not ReturnState.NOT_NEEDED,
        state=now.state,
        state_words=now.words,
        standing=now.standing,
        late_days=now.days if is_late else 0,
        days_left=0 if is_late else now.days,
        chases=len(around.chases),
        last_chased_on=last.made_on if last else None,
        last_step=last.step if last else None,
    )


def _names(agency: AgencyRow | None, asked_on: date | None) -> tuple[str, str]:
    """Return the name of today, and the one on the day it was asked if that was another."""
    if agency is None:
        return _NOBODY, ""
    name, then = agency.draft.name, name_then(agency, asked_on)
    return name, "" if then == name else then


def _made_on(chase: ChaseEntity) -> tuple[date, int]:
    return chase.made_on or date.min, chase.position


def _cases(register: Register, case_ids: Collection[UUID]) -> Mapping[UUID, HeldCase]:
    """Return the cases by their key in the order asked for."""
    if len(case_ids) == 1:
        (wanted,) = case_ids
        return {case.id: case for case in read_held_cases(register, wanted)}
    held = {case.id: case for case in read_held_cases(register)}
    return {key: held[key] for key in case_ids if key in held}


def _requests(session: Session, cases: Collection[UUID]) -> dict[UUID, list[AgencyRequestEntity]]:
    found: dict[UUID, list[AgencyRequestEntity]] = {}
    wanted = _live(AgencyRequestEntity).where(AgencyRequestEntity.case_id.in_(cases))
    for row in session.scalars(wanted):
        found.setdefault(row.case_id, []).append(row)
    return found


def _chases(session: Session, cases: Collection[UUID]) -> dict[UUID, tuple[ChaseEntity, ...]]:
    found: dict[UUID, tuple[ChaseEntity, ...]] = {}
    for row in session.scalars(_live(ChaseEntity).where(ChaseEntity.case_id.in_(cases))):
        if row.request_id is not None:
            found[row.request_id] = (*found.get(row.request_id, ()), row)
    return found


def _live(entity: type[PlacedT]) -> Select[PlacedT]:
    return select(entity).where(entity.deleted_at.is_(None)).order_by(entity.position)
