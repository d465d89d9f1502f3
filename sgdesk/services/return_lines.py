"""Returns of agencies among what waits on others: one line for each case and standing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sgdesk.domain.agency_requests import AgencyReturnDraft
from sgdesk.domain.agency_states import StateNow, due_of, stands_now
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import long_date
from sgdesk.domain.rules import Phase, Weight
from sgdesk.records.deadlines import DeadlineRow, DueKind
from sgdesk.services.agency_dates import returns_due
from sgdesk.services.stored_requests import request_of, stored_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

RETURN_LINE = "RETURN"
"""What the codes of these lines begin with."""

_OUT = (
    "SELECT r.id, r.case_id, coalesce(a.name, 'an agency that was not chosen'), r.purpose, "
    "r.asked_on, r.due_on, r.acknowledged_on, r.promised_on, r.queried_on, r.answered_on, "
    "r.received_on "
    "FROM agency_request AS r LEFT JOIN agency AS a ON a.id = r.agency_id "
    "WHERE r.deleted_at IS NULL AND r.not_needed_reason = '' AND "
    "CASE WHEN r.received_on IS NULL THEN r.asked_on IS NOT NULL "
    "ELSE r.queried_on IS NOT NULL AND r.answered_on IS NULL END "
    "ORDER BY r.case_id, r.position"
)


class OutReturn(NamedTuple):
    """One return that is still to come."""

    request_id: UUID
    case: HeldCase
    agency: str
    purpose: str
    asked_on: date | None
    due_on: date | None
    now: StateNow

    def __repr__(self) -> str:
        return f"<OutReturn {self.request_id}>"


def return_lines(
    register: Register, cases: Mapping[UUID, HeldCase], *, today: date
) -> list[DeadlineRow]:
    """Return a line for the outstanding returns of each case that stand alike.

    A case has a dozen agencies: one by one they would hide what else waits on others.
    """
    out = read_out_returns(register, cases, today=today)
    out.sort(key=lambda one: (one.case.id.hex, one.now.standing, one.due_on or date.max))
    groups = groupby(out, key=lambda one: (one.case.id, one.now.standing))
    return [_shared_line(list(held)) for _, held in groups]


def read_out_returns(
    register: Register, cases: Mapping[UUID, HeldCase], *, today: date
) -> list[OutReturn]:
    """Return each return that is still to come in `cases`, with how it stands."""
    with register.store.rows() as rows:
        found = rows.all(_OUT)
    dues: dict[UUID, date | None] = {}
    out = []
    for request_id, key, agency, purpose, *days, received in found:
        case = cases.get(UUID(key))
        if case is None:
            continue
        if case.id not in dues:
            dues[case.id] = returns_due(register, case, today=today)
        request = request_of(purpose, days)
        due_on = due_of(request, rule_due=dues[case.id])
        returned = AgencyReturnDraft(received_on=stored_day(received))
        now = stands_now(request, returned, due_on=due_on, today=today, calendar=register.calendar)
        out.append(
            OutReturn(UUID(request_id), case, agency, purpose, request.asked_on, due_on, now)
        )
    return out


def return_line(one: OutReturn) -> DeadlineRow:
    """Return one outstanding return among deadlines; its owner is the case's."""
    return replace(
        _shared_line([one]),
        code=f"{RETURN_LINE}-{one.request_id.hex}",
        title=f"{one.purpose}: {one.agency}",
        owner=one.case.owner,
    )


def _shared_line(held: Sequence[OutReturn]) -> DeadlineRow:
    """Return the line of the returns of one case and standing, the first due before the others."""
    first = held[0]
    is_single = len(held) == 1
    agencies = ", ".join(one.agency for one in held)
    what = f"Return: {first.agency}" if is_single else f"{len(held)} agency returns"
    return DeadlineRow(
        case_id=first.case.id,
        reference=first.case.reference,
        case_title=first.case.title,
        code=f"{RETURN_LINE}-{first.now.standing}",
        what=what,
        title=what if is_single else f"{what}: {agencies}",
        trigger=CaseDate.FIRST_REQUEST,
        trigger_on=first.asked_on,
        due=first.due_on,
        due_words=long_date(first.due_on) if first.due_on else "No day is set",
        agreed_on=None,
        counts_to=first.due_on,
        day=None,
        standing=first.now.standing,
        standing_words=first.now.words,
        short_words=first.now.words,
        note="",
        weight=Weight.LOCAL_PRACTICE,
        phase=Phase.RAPID_REVIEW,
        owner=first.agency if is_single else f"{len(held)} agencies",
        is_open=True,
        kind=DueKind.RETURN,
        agency=first.agency if is_single else "",
        entry_id=first.request_id if is_single else None,
    )
