"""Which published reviews leave the public list soon, and which have left and are not archived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import add_months
from sgdesk.records.today import ListedReview
from sgdesk.services.publications import WARNING_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.services.pending_cases import PendingCase

_LEAVES = "PUB-3Y"


def list_window(cases: Iterable[PendingCase], *, today: date) -> tuple[ListedReview, ...]:
    """Return those whose day has come first, then those that leave in the next 3 months.

    They stand on the page of publications as to be archived, and as leaving the list soon.
    """
    limit = add_months(today, WARNING_MONTHS)
    found = []
    for one in cases:
        if CaseDate.PUBLISHED not in one.case.facts.dates or _is_archived(one):
            continue
        for deadline in one.deadlines:
            leaves_on = deadline.due
            if deadline.rule.code == _LEAVES and leaves_on is not None and leaves_on <= limit:
                found.append(_listed(one, leaves_on, today))
    return tuple(sorted(found, key=lambda one: (one.leaves_on, one.reference)))


def _is_archived(one: PendingCase) -> bool:
    return CaseDate.ARCHIVED in one.case.facts.dates


def _listed(one: PendingCase, leaves_on: date, today: date) -> ListedReview:
    case = one.case
    title = case.publication_title or case.title
    return ListedReview(case.id, case.reference, title, leaves_on, has_left=leaves_on <= today)
