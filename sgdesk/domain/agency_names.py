"""What an agency was called on a day: bodies merge and are renamed, old cases are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import date_problems, long_date
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sgdesk.domain.partnerships import AgencyContactDraft, FormerNameDraft


def name_on(name: str, former: Iterable[FormerNameDraft], day: date | None) -> str:
    """Return what an agency was called on `day`, which is now called `name`.

    Of the former names the one counts whose last day is the first on or after `day`. Without a
    day it is the name of today.
    """
    if day is None:
        return name
    held = [(one.until_on, one.name) for one in former if one.until_on and one.until_on >= day]
    return min(held)[1] if held else name


def check_former_name(
    draft: FormerNameDraft, *, name: str, others: Iterable[FormerNameDraft], today: date
) -> list[Problem]:
    """Return every problem of `draft`, a former name of the agency now called `name`."""
    problems = date_problems([("until_on", "Last day", draft.until_on)], today=today)
    if not draft.name.strip():
        problems.append(Problem("name", "Former name: give the name as it was."))
    elif draft.name.strip() == name:
        problems.append(Problem("name", f"Former name: {name} is its name today."))
    if draft.until_on is None:
        problems.append(Problem("until_on", "Last day: give the last day of this name."))
    elif any(one.until_on == draft.until_on for one in others):
        words = long_date(draft.until_on)
        problems.append(Problem("until_on", f"Last day: another name ends on {words} already."))
    return problems


def check_agency_contact(draft: AgencyContactDraft, *, today: date) -> list[Problem]:
    """Return every problem of `draft` at once."""
    problems = date_problems([("left_on", "Left on", draft.left_on)], today=today)
    if not (draft.name.strip() or draft.role.strip()):
        problems.append(Problem("name", "Name: give the name, or at least the role."))
    return problems
