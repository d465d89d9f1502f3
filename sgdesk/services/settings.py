"""Settings of the whole register: profile, agencies, calendar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from sgdesk.domain.partnerships import (
    AgencyDraft,
    CalendarChange,
    CalendarChangeKind,
    PartnershipDraft,
    check_agency,
    check_calendar_change,
    check_partnership,
)
from sgdesk.errors import RejectedError
from sgdesk.records.settings import AgencyRow, CalendarRow
from sgdesk.services.agency_directory import read_directory
from sgdesk.services.drafts import cleaned, draft_from, fill, values_of
from sgdesk.services.outcomes import Changes
from sgdesk.services.register import changed_calendar
from sgdesk.store.entities.partnerships import (
    PARTNERSHIP_ID,
    AgencyEntity,
    CalendarChangeEntity,
    PartnershipEntity,
)
from sgdesk.store.queries.find import get_live

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sgdesk.errors import Problem
    from sgdesk.services.register import Register


def save_profile(register: Register, draft: PartnershipDraft, *, today: date) -> Changes:
    """Store the profile, or raise `RejectedError` with every problem at once."""
    draft = cleaned(draft)
    if problems := check_partnership(draft, today=today):
        raise RejectedError(problems)
    with register.write() as session:
        fill(get_live(session, PartnershipEntity, PARTNERSHIP_ID), draft)
    register.refresh()
    return Changes("Settings saved")


def list_agencies(register: Register) -> tuple[AgencyRow, ...]:
    """Return the directory in order of name, each agency with its contacts and former names."""
    with register.store.read() as session:
        return tuple(read_directory(session).values())


def save_agency(register: Register, agency_id: UUID | None, draft: AgencyDraft) -> Changes:
    """Store an agency, a new one if `agency_id` is None. Agencies are never removed."""
    draft = cleaned(draft)
    others = frozenset(
        row.draft.name.casefold() for row in list_agencies(register) if row.agency_id != agency_id
    )
    if problems := check_agency(draft, taken_names=others):
        raise RejectedError(problems)
    key = draft.name.casefold()
    with register.write() as session:
        if agency_id is None:
            session.add(AgencyEntity(**values_of(draft), name_key=key))
        else:
            held = get_live(session, AgencyEntity, agency_id)
            fill(held, draft)
            held.name_key = key
    return Changes(f"Agency saved: {draft.name}")


def list_calendar(register: Register, year: int) -> tuple[CalendarRow, ...]:
    """Return the bank holidays of `year` and the officer's changes, in order of day."""
    calendar = register.plain_calendar
    with register.store.read() as session:
        held = session.scalars(
            select(CalendarChangeEntity).where(CalendarChangeEntity.deleted_at.is_(None))
        )
        changes = [
            CalendarRow(
                row.day, row.name, row.id, draft_from(CalendarChange, row), is_announced=True
            )
            for row in held
            if row.day.year == year
        ]
    removed = {
        row.day for row in changes if row.change and row.change.kind is CalendarChangeKind.REMOVED
    }
    changes = [
        replace(row, official=calendar.bank_holidays.get(row.day, ""))
        if row.day in removed
        else row
        for row in changes
    ]
    official = [
        CalendarRow(day, name, None, None, register.calendar.is_announced(day))
        for day, name in calendar.bank_holidays.items()
        if day.year == year and day not in removed
    ]
    return tuple(sorted([*official, *changes], key=lambda row: row.day))


def save_calendar_change(
    register: Register, draft: CalendarChange, change_id: UUID | None = None
) -> Changes:
    """Store a bank holiday, a removal or a closure, in place of the change of that id if any.

    Deadlines are computed anew from it. Raises `RejectedError` with every problem at once.
    """
    draft = cleaned(draft)
    if problems := calendar_problems(register, draft, change_id):
        raise RejectedError(problems)
    with register.write() as session:
        if change_id is None:
            session.add(CalendarChangeEntity(**values_of(draft)))
        else:
            fill(get_live(session, CalendarChangeEntity, change_id), draft)
    register.refresh()
    return Changes(f"Calendar changed: {draft.name}")


def calendar_problems(
    register: Register, draft: CalendarChange, change_id: UUID | None = None
) -> list[Problem]:
    """Return every problem of a change, held against the calendar as it is without `change_id`."""
    with register.store.read() as session:
        held = session.scalars(
            select(CalendarChangeEntity).where(CalendarChangeEntity.deleted_at.is_(None))
        )
        others = [draft_from(CalendarChange, row) for row in held if row.id != change_id]
    calendar = changed_calendar(register.plain_calendar, others)
    return check_calendar_change(
        draft,
        bank_holidays=frozenset(calendar.bank_holidays),
        closures=frozenset(calendar.closures),
    )


def remove_calendar_change(register: Register, change_id: UUID) -> Changes:
    """Take back a change of the officer's own; the official day holds again."""
    with register.write() as session:
        held = get_live(session, CalendarChangeEntity, change_id)
        held.deleted_at = register.now()
        name = held.name
    register.refresh()
    return Changes(f"Calendar change removed: {name}")
