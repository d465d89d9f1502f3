"""What agencies are asked for in a case and what they return: read, asked, saved, taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sgdesk.domain.agency_checks import check_agency_request, check_agency_return
from sgdesk.domain.agency_requests import AgencyRequestDraft, AgencyReturnDraft
from sgdesk.domain.dates import long_date
from sgdesk.errors import Problem, UserError
from sgdesk.services.agency_dates import due_if_asked
from sgdesk.services.agency_directory import read_directory
from sgdesk.services.drafts import cleaned, draft_from, fill
from sgdesk.services.entries import put_entry, refuse, remove_entry
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.outcomes import Changes
from sgdesk.store.entities.agencies import AgencyRequestEntity, ChaseEntity
from sgdesk.store.queries.find import get_live, list_parts

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy.orm import Session

    from sgdesk.records.agencies import DueIfAsked
    from sgdesk.records.entries import Entry
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register


def check_request(
    register: Register,
    case_id: UUID,
    request_id: UUID | None,
    draft: AgencyRequestDraft,
    *,
    today: date,
) -> list[Problem]:
    """Return every problem of `draft` at once, those with other requests of the case included.

    `request_id` is None for a new request. A date by the rule that was over before the agency
    was asked is a warning.
    """
    draft = cleaned(draft)
    with register.store.read() as session:
        problems = _request_problems(session, case_id, request_id, draft, today)
    if draft.asked_on is not None and draft.due_on is None and not draft.not_needed_reason:
        due_on = due_when_asked(register, case_id, draft, today=today).due_on
        if due_on is not None and due_on < draft.asked_on:
            words = f"without one it was over on {long_date(due_on)}, before it was asked."
            problems.append(Problem("due_on", f"Own date: {words}", is_warning=True))
    return problems


def save_request(
    register: Register,
    case_id: UUID,
    entry: Entry[AgencyRequestDraft] | None,
    draft: AgencyRequestDraft,
    *,
    today: date,
) -> Changes:
    """Store `draft` in place of `entry`, or as a new request if that is None.

    Raises `RejectedError` with every problem at once, and `UserError` if the request was taken
    away or changed meanwhile; nothing is stored then.
    """
    draft = cleaned(draft)
    with register.write() as session:
        request_id = entry.entry_id if entry is not None else None
        refuse(_request_problems(session, case_id, request_id, draft, today))
        put_entry(session, case_id, entry, draft)
    return Changes("Agency request saved", frozenset({case_id}))


def save_return(
    register: Register,
    case_id: UUID,
    entry: Entry[AgencyReturnDraft] | None,
    draft: AgencyReturnDraft,
    *,
    today: date,
) -> Changes:
    """Store what the agency returned to the request `entry`. Raises as `save_request` does."""
    if entry is None:
        raise UserError("A return belongs to a request. Ask the agency first.")
    draft = cleaned(draft)
    with register.write() as session:
        held = get_live(session, AgencyRequestEntity, entry.entry_id, entry.revision)
        refuse(check_agency_return(draft, today=today, asked_on=held.asked_on))
        fill(held, draft)
    what = "Nil return saved" if draft.is_nil else "Agency return saved"
    return Changes(what, frozenset({case_id}))


def latest_round(register: Register, case_id: UUID, purpose: str) -> int:
    """Return the number of the last round of requests for `purpose`; 0 while there is none."""
    return max((one.round for one in _held_requests(register, case_id, purpose)), default=0)


def asked_agencies(
    register: Register, case_id: UUID, purpose: str, round_number: int
) -> frozenset[UUID]:
    """Return the agencies that have a request for `purpose` in that round already."""
    held = _held_requests(register, case_id, purpose)
    found = (one.agency_id for one in held if one.round == round_number)
    return frozenset(key for key in found if key is not None)


def due_when_asked(
    register: Register, case_id: UUID, draft: AgencyRequestDraft, *, today: date
) -> DueIfAsked:
    """Return when agencies that are asked as `draft` says would be due, and why."""
    held = _held_requests(register, case_id)
    return due_if_asked(register, _case(register, case_id), draft, held, today=today)


def check_round(
    register: Register,
    case_id: UUID,
    agency_ids: Collection[UUID],
    draft: AgencyRequestDraft,
    *,
    today: date,
) -> list[Problem]:
    """Return everything that is wrong with asking `agency_ids` at once as `draft` says."""
    draft = cleaned(draft)
    someone = next(iter(agency_ids), UUID(int=0))
    problems = check_agency_request(replace(draft, agency_id=someone), today=today)
    if not agency_ids:
        problems.insert(0, Problem("agency_ids", "Agencies: tick at least one."))
    again = asked_agencies(register, case_id, draft.purpose, draft.round) & set(agency_ids)
    if again:
        words = f"{len(again)} of them {'was' if len(again) == 1 else 'were'} asked for this in "
        words += f"round {draft.round} already. Untick them, or choose another round."
        problems.append(Problem("agency_ids", f"Agencies: {words}"))
    if draft.asked_on is None:
        problems.append(Problem("asked_on", "Asked on: give the day the requests go out."))
    elif draft.due_on is None:
        due = due_when_asked(register, case_id, draft, today=today).due_on
        if due is not None and due < draft.asked_on:
            words = f"the date by the rule, {long_date(due)}, is over. Give a date and the reason."
            problems.append(Problem("due_on", f"Own date: {words}"))
    return problems


def ask_agencies(
    register: Register,
    case_id: UUID,
    agency_ids: Collection[UUID],
    draft: AgencyRequestDraft,
    *,
    today: date,
    is_fair: bool = True,
) -> Changes:
    """Store a request to each of `agency_ids` with what `draft` says of all of them, or none.

    Those added after the first of the round get a date of their own with as many working days
    as the first had, unless `draft` has a date of its own or not `is_fair`. A request goes to
    the contact of the directory where `draft` names none. Raises `RejectedError` with every
    problem at once.
    """
    draft = cleaned(draft)
    refuse(check_round(register, case_id, agency_ids, draft, today=today))
    due = due_when_asked(register, case_id, draft, today=today)
    if due.is_fair and is_fair and draft.due_on is None:
        draft = replace(draft, due_on=due.due_on, due_reason=due.words)
    with register.write() as session:
        contacts = {key: one.draft.contact for key, one in read_directory(session).items()}
        for agency_id in agency_ids:
            contact = draft.contact or contacts[agency_id]
            put_entry(session, case_id, None, replace(draft, agency_id=agency_id, contact=contact))
    number = len(agency_ids)
    what = "1 agency asked" if number == 1 else f"{number} agencies asked"
    return Changes(what, frozenset({case_id}))


def remove_request(register: Register, case_id: UUID, entry: Entry[AgencyRequestDraft]) -> Changes:
    """Take away a request that was made by mistake; the history keeps it.

    Raises `UserError` where something came of it: then it is not needed any more instead.
    """
    with register.store.read() as session:
        held = get_live(session, AgencyRequestEntity, entry.entry_id, entry.revision)
        chases = list_parts(session, ChaseEntity, case_id)
        has_effect = any(one.request_id == entry.entry_id for one in chases)
        if has_effect or held.received_on is not None:
            raise UserError(
                "This request was chased or answered, so it stays. "
                "If nothing more is wanted, edit it and say why it is not needed."
            )
    return remove_entry(register, case_id, entry)


def _request_problems(
    session: Session,
    case_id: UUID,
    request_id: UUID | None,
    draft: AgencyRequestDraft,
    today: date,
) -> list[Problem]:
    problems = check_agency_request(draft, today=today)
    for other in list_parts(session, AgencyRequestEntity, case_id):
        is_same = _alike(other) == _alike(draft) and other.id != request_id
        if is_same and draft.agency_id is not None:
            words = (
                f"it was asked for this in round {draft.round} already. "
                "Edit that request, or choose another round."
            )
            problems.append(Problem("agency_id", f"Agency: {words}"))
    return problems


def _alike(request: Any) -> tuple[UUID | None, str, int]:
    return request.agency_id, request.purpose, request.round


def _held_requests(
    register: Register, case_id: UUID, purpose: str | None = None
) -> list[AgencyRequestDraft]:
    with register.store.read() as session:
        held = list_parts(session, AgencyRequestEntity, case_id)
        return [
            draft_from(AgencyRequestDraft, row)
            for row in held
            if purpose is None or row.purpose == purpose
        ]


def _case(register: Register, case_id: UUID) -> HeldCase:
    case = next(iter(read_held_cases(register, case_id)), None)
    if case is None:
        raise UserError("This case is no longer in the register.")
    return case
