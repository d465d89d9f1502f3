"""How agencies are reminded, chased and escalated, and what of it was sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sgdesk.domain.agency_requests import CHASE_WORDS, ChaseDraft, ChaseStep, ReturnState
from sgdesk.domain.agency_states import count_words
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.chases import TakenStep, check_chase, next_step
from sgdesk.domain.dates import full_date
from sgdesk.domain.letters import LetterKey
from sgdesk.records.chases import ChaseRow, Ladder
from sgdesk.services.held_cases import read_held_cases
from sgdesk.services.letters import write_letter
from sgdesk.services.outcomes import Changes
from sgdesk.services.request_workings import letter_reason
from sgdesk.text import clean_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sgdesk.domain.chases import NextStep
    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.letters import Letter
    from sgdesk.services.register import Register

_SELECT = """
    SELECT id, step, made_on, route, recipient, subject, body FROM chase
    WHERE request_id = ? AND deleted_at IS NULL ORDER BY made_on, position
"""
_TAKEN = """
    SELECT request_id, step, made_on FROM chase
    WHERE request_id IS NOT NULL AND made_on IS NOT NULL AND deleted_at IS NULL
    ORDER BY made_on, position
"""
_LETTERS = {
    ChaseStep.REMINDER: LetterKey.REMINDER,
    ChaseStep.CHASE: LetterKey.CHASE,
    ChaseStep.ESCALATION: LetterKey.ESCALATION,
}


def list_chases(register: Register, request_id: UUID) -> tuple[ChaseRow, ...]:
    """Return the steps that were taken for a request, oldest first."""
    with register.store.rows() as rows:
        found = rows.all(_SELECT, (request_id.hex,))
    return tuple(
        ChaseRow(UUID(key), ChaseStep(step), date.fromisoformat(made) if made else None, *words)
        for key, step, made, *words in found
    )


def read_ladder(register: Register, row: RequestRow, *, today: date) -> Ladder:
    """Return the ladder of a request: what was done, and what comes next."""
    taken = list_chases(register, row.request_id)
    dated = [TakenStep(one.step, one.made_on) for one in taken if one.made_on is not None]
    step = next_step(row.state, row.due_on, dated, today=today, calendar=register.calendar)
    words = step.words(today) if step else "Nothing is outstanding"
    return Ladder(row.request.asked_on, taken, step, words)


def read_next_steps(
    register: Register, rows: Iterable[RequestRow], *, today: date
) -> Mapping[UUID, NextStep | None]:
    """Return the next step of each request's ladder by its id, read in one go."""
    with register.store.rows() as held:
        found = held.all(_TAKEN)
    taken: dict[str, list[TakenStep]] = {}
    for key, step, made in found:
        taken.setdefault(key, []).append(TakenStep(ChaseStep(step), date.fromisoformat(made)))
    return {
        row.request_id: next_step(
            row.state,
            row.due_on,
            taken.get(row.request_id.hex, ()),
            today=today,
            calendar=register.calendar,
        )
        for row in rows
    }


def draft_chase(register: Register, row: RequestRow, step: ChaseStep, *, today: date) -> Letter:
    """Return the letter of `step`, to whom the request went, or to the agency's contact.

    A return that was queried is asked about with the letter made for that, whatever the step.
    """
    is_query = row.state is ReturnState.QUERIED
    key = LetterKey.QUERY if is_query else _LETTERS[step]
    request = row.request
    dates = {
        "asked date": request.asked_on,
        "due date": row.due_on,
        "chased date": row.last_chased_on,
        "panel date": _meeting_on(register, row.case_id, today),
        "received date": row.returned.received_on,
        "queried date": request.queried_on,
    }
    fields = {
        "reference": row.reference,
        "agency": row.agency_name,
        "purpose": row.purpose,
        "round": str(row.round),
        "days overdue": count_words(row.late_days) if row.late_days else "",
        "query": request.query,
        "why this date": letter_reason(register, row, today=today),
        **{name: full_date(day) if day else "" for name, day in dates.items()},
    }
    return write_letter(
        register, key, fields, to=row.email, recipient=request.contact or row.contact
    )


def log_chase(
    register: Register,
    row: RequestRow,
    step: ChaseStep,
    letter: Letter,
    route: str,
    *,
    today: date,
) -> Changes:
    """Record that `letter` was sent `today` as a step of the ladder.

    Raises `RejectedError` with every problem at once, and `UserError` if the case is gone.
    """
    from sgdesk.services.drafts import cleaned  # noqa: PLC0415 - the ORM loads slowly
    from sgdesk.services.entries import put_entry, refuse  # noqa: PLC0415 - as above

    draft = cleaned(
        ChaseDraft(
            request_id=row.request_id,
            step=step,
            made_on=today,
            route=route,
            recipient=letter.recipient or letter.to,
            subject=letter.subject,
        )
    )
    draft = replace(draft, body=clean_letter(letter.body))
    refuse(check_chase(draft, today=today))
    with register.write() as session:
        put_entry(session, row.case_id, None, draft)
    return Changes(f"{CHASE_WORDS[step]} logged", frozenset({row.case_id}))


def _meeting_on(register: Register, case_id: UUID, today: date) -> date | None:
    """Return the day of the Rapid Review meeting while it is still to come."""
    case = next(iter(read_held_cases(register, case_id)), None)
    meeting_on = case.facts.dates.get(CaseDate.MEETING) if case else None
    return meeting_on if meeting_on is not None and meeting_on >= today else None
