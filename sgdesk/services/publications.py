"""Reviews on the way to publication, on the public list, and in the archive."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import add_months
from sgdesk.domain.deadline_words import short_standing_words
from sgdesk.domain.deadlines import deadlines_of
from sgdesk.domain.rules import Phase
from sgdesk.records.cases import PublicationRow
from sgdesk.services.held_cases import read_held_cases

if TYPE_CHECKING:
    from sgdesk.domain.deadlines import Deadline
    from sgdesk.services.held_facts import HeldCase
    from sgdesk.services.register import Register

PLANNED = "Planned"
ON_LIST = "On the public list"
LEAVING = "Leaves the list soon"
TO_ARCHIVE = "To be archived"
ARCHIVED = "Archived"
LISTED = frozenset({ON_LIST, LEAVING, TO_ARCHIVE})
"""Where a review stands, in words."""

WARNING_MONTHS = 3
"""Months before its last day on the public list when a review is said to leave soon."""


def list_publications(register: Register, *, today: date) -> tuple[PublicationRow, ...]:
    """Return the reviews that are planned or published, newest first, planned ones on top."""
    rows = [
        _row(case, _deadlines(register, case, today), today)
        for case in read_held_cases(register)
        if not {CaseDate.PUBLISHED, CaseDate.PLANNED_PUBLICATION}.isdisjoint(case.facts.dates)
    ]
    return tuple(sorted(rows, key=_newest_first, reverse=True))


def _deadlines(register: Register, case: HeldCase, today: date) -> tuple[Deadline, ...]:
    return deadlines_of(
        case.facts,
        calendar=register.calendar,
        counting=register.counting,
        today=today,
        phases=frozenset({Phase.PUBLICATION, Phase.PUBLIC_LIST}),
    )


def _newest_first(row: PublicationRow) -> tuple[bool, date, str]:
    is_planned = row.published_on is None
    return is_planned, row.published_on or row.planned_on or date.min, row.reference


def _row(case: HeldCase, deadlines: tuple[Deadline, ...], today: date) -> PublicationRow:
    dates = case.facts.dates
    by_code = {deadline.rule.code: deadline for deadline in deadlines}
    published_on = dates.get(CaseDate.PUBLISHED)
    leaves_on, removable_from = by_code["PUB-3Y"].due, by_code["PUB-1Y"].due
    deadline = by_code["PUB-7" if published_on is None else "PUB-3Y"]
    return PublicationRow(
        case_id=case.id,
        reference=case.reference,
        title=case.publication_title or case.title,
        review_type=case.review_type,
        state=_state(published_on, leaves_on, dates.get(CaseDate.ARCHIVED), today),
        planned_on=dates.get(CaseDate.PLANNED_PUBLICATION),
        published_on=published_on,
        leaves_on=leaves_on,
        removable_from=removable_from,
        standing=deadline.standing,
        standing_words=short_standing_words(deadline),
        briefings=case.briefings,
        archived_on=dates.get(CaseDate.ARCHIVED),
        deposited_on=dates.get(CaseDate.DEPOSITED),
        summary=case.summary,
    )


def _state(
    published_on: date | None, leaves_on: date | None, archived_on: date | None, today: date
) -> str:
    if archived_on is not None:
        return ARCHIVED
    if published_on is None or leaves_on is None:
        return PLANNED
    if today >= leaves_on:
        return TO_ARCHIVE
    is_leaving = add_months(today, WARNING_MONTHS) >= leaves_on
    return LEAVING if is_leaving else ON_LIST
