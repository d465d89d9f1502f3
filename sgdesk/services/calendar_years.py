"""How far the bank holidays are officially known, and closures taken over from year to year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.partnerships import CalendarChange, CalendarChangeKind
from sgdesk.domain.rules import Unit
from sgdesk.errors import UserError
from sgdesk.records.settings import KnownYears
from sgdesk.services.outcomes import Changes
from sgdesk.services.pending_cases import read_pending_cases
from sgdesk.store.queries.profile import read_announced_years, read_calendar_changes

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.services.register import Register


def known_years(register: Register, *, today: date) -> KnownYears:
    """Return how far the bank holidays are known, and what already runs beyond that."""
    known = register.calendar.announced_to
    with register.store.rows() as rows:
        checked = read_announced_years(rows)
    beyond = [
        one.case.id
        for one in read_pending_cases(register, today=today)
        if one.shown.counted_to is not None and one.shown.counted_to > known
        for deadline in one.deadlines
        if deadline.rule.unit is Unit.WORKING_DAYS
        and deadline.counts_to is not None
        and deadline.counts_to > known
    ]
    return KnownYears(
        official=register.plain_calendar.announced_to.year,
        known=known.year,
        checked=tuple(sorted(checked.items())),
        dates_beyond=len(beyond),
        cases_beyond=len(set(beyond)),
    )


def calendar_notice(register: Register, *, today: date) -> str:
    """Return a sentence for the officer's notices while dates run beyond the known years, or ""."""
    found = known_years(register, today=today)
    if not found.dates_beyond:
        return ""
    many = found.dates_beyond > 1
    dates = f"{found.dates_beyond} open due dates fall" if many else "1 open due date falls"
    return (
        f"{dates} after {found.known}, the last year whose bank holidays are known. Check the "
        "next year in Settings, Calendar."
    )


def confirm_year(register: Register, year: int, *, today: date) -> Changes:
    """Record that the bank holidays of `year` agree with the official list.

    Dates in it are no longer warned of. Raises `UserError` for any year but the one after the
    last that is known, and for one that the calendar does not reach.
    """
    from sgdesk.store.entities.timetables import AnnouncedYearEntity  # noqa: PLC0415 - the mapper

    known = register.calendar.announced_to.year
    if year <= known:
        raise UserError(f"The bank holidays of {year} are known already.")
    if year > known + 1:
        raise UserError(f"Check {known + 1} first: the years follow each other.")
    if year > register.calendar.last.year:
        raise UserError(f"The calendar of the program ends with {known}.")
    with register.write() as session:
        session.add(AnnouncedYearEntity(year=year, checked_on=today))
    register.refresh()
    return Changes(f"Checked: bank holidays of {year} agree with the official list")


def take_back_year(register: Register, year: int) -> Changes:
    """Take back that `year` was checked. Raises `UserError` unless it is the last one."""
    from sqlalchemy import select  # noqa: PLC0415 - the mapper

    from sgdesk.store.entities.timetables import AnnouncedYearEntity  # noqa: PLC0415 - as above

    with register.write() as session:
        held = session.scalars(
            select(AnnouncedYearEntity)
            .where(AnnouncedYearEntity.deleted_at.is_(None))
            .order_by(AnnouncedYearEntity.year)
        ).all()
        if not held or held[-1].year != year:
            raise UserError(f"The bank holidays of {year} are not the last that were checked.")
        held[-1].deleted_at = register.now()
    register.refresh()
    return Changes(f"Taken back: bank holidays of {year} are to be checked")


def closures_to_copy(register: Register, year: int) -> tuple[CalendarChange, ...]:
    """Return the closures of the year before that `year` has not, each on its day of `year`.

    Those that would fall on a day off are left out.
    """
    with register.store.rows() as rows:
        changes = read_calendar_changes(rows)
    closures = {one.day: one for one in changes if one.kind is CalendarChangeKind.CLOSURE}
    moved = (
        (_in_year(day, year), one.name) for day, one in closures.items() if day.year == year - 1
    )
    return tuple(
        CalendarChange(day, CalendarChangeKind.CLOSURE, name)
        for day, name in sorted((day, name) for day, name in moved if day is not None)
        if day not in closures and register.calendar.is_working_day(day)
    )


def copy_closures(register: Register, year: int) -> Changes:
    """Note the closures of the year before in `year` too. Raises `UserError` if there are none."""
    from sgdesk.services.drafts import values_of  # noqa: PLC0415 - seldom copied
    from sgdesk.store.entities.partnerships import (  # noqa: PLC0415 - the mapper
        CalendarChangeEntity,
    )

    found = closures_to_copy(register, year)
    if not found:
        raise UserError(f"There are no closures of {year - 1} that {year} has not.")
    with register.write() as session:
        for draft in found:
            session.add(CalendarChangeEntity(**values_of(draft)))
    register.refresh()
    noun = "closure" if len(found) == 1 else "closures"
    return Changes(f"{len(found)} {noun} of {year - 1} noted for {year}")


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None
