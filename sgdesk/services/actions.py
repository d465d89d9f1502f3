"""Actions of all cases, and the immediate safety actions of one, as lists show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.action_standings import action_standing
from sgdesk.domain.learning import ActionPlan
from sgdesk.domain.learning_numbers import number_key
from sgdesk.records.learning import ActionRow
from sgdesk.services.held_cases import read_held_cases
from sgdesk.store.queries.actions import ActionFacts, read_actions, read_open_actions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.services.pending_cases import PendingCase
    from sgdesk.services.register import Register


def list_all_actions(register: Register, *, today: date) -> tuple[ActionRow, ...]:
    """Return the actions of every case: the earliest date that counts first, undated ones last."""
    with register.store.rows() as rows:
        found = read_actions(rows)
    references = {case.case_id: case.reference for case in read_held_cases(register)}
    calendar = register.calendar
    listed = [action_row(one, references[one.case_id], today, calendar) for one in found]
    return tuple(sorted(listed, key=_by_date))


def list_open_actions(
    register: Register, cases: Mapping[UUID, PendingCase], until: date, *, today: date
) -> tuple[ActionRow, ...]:
    """Return those of `list_all_actions` of which something is asked by `until`, in its order.

    Those of a case that is not among `cases` are left out.
    """
    with register.store.rows() as rows:
        found = read_open_actions(rows, until)
    calendar = register.calendar
    listed = [
        action_row(one, cases[one.case_id].case.reference, today, calendar)
        for one in found
        if one.case_id in cases
    ]
    return tuple(sorted(listed, key=_by_date))


def list_immediate_actions(
    register: Register, case_id: UUID, *, today: date
) -> tuple[ActionRow, ...]:
    """Return the immediate safety actions of a case, by number."""
    with register.store.rows() as rows:
        found = read_actions(rows, case_id)
    reference = "".join(case.reference for case in read_held_cases(register, case_id))
    listed = [
        action_row(one, reference, today, register.calendar)
        for one in found
        if one.plan is ActionPlan.IMMEDIATE
    ]
    return tuple(sorted(listed, key=lambda row: (number_key(row.number), _by_date(row))))


def action_row(
    facts: ActionFacts, reference: str, today: date, calendar: WorkingCalendar
) -> ActionRow:
    """Return an action as lists show it, with how it stands on `today`."""
    counts_to = facts.revised_on or facts.due_on
    stands = action_standing(
        facts.status, counts_to, facts.closed_on, today=today, calendar=calendar
    )
    return ActionRow(
        action_id=facts.action_id,
        case_id=facts.case_id,
        reference=reference,
        number=facts.number,
        text=facts.text,
        plan=facts.plan,
        agency=facts.agency,
        owner=facts.owner,
        set_on=facts.set_on,
        due_on=facts.due_on,
        revised_on=facts.revised_on,
        counts_to=counts_to,
        status=facts.status,
        standing=stands.standing,
        standing_words=stands.words,
        days=stands.days,
        evidence=facts.evidence,
        impacts=facts.impacts,
        is_open=stands.is_open,
    )


def _by_date(row: ActionRow) -> tuple[int, str, tuple[tuple[int, str], ...]]:
    day = row.counts_to
    return day.toordinal() if day else _NO_DAY, row.reference, number_key(row.number)


_NO_DAY = 10_000_000
