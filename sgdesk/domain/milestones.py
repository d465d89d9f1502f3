"""When a case met a milestone that the partnership added to its timetable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import date_problems, long_date
from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class MilestoneDraft:
    done_on: date | None = None
    """None while it is open."""


def check_milestone(
    draft: MilestoneDraft, dates: Mapping[CaseDate, date], *, today: date
) -> list[Problem]:
    """Return every problem of `draft`; `dates` are those of the case."""
    problems = date_problems([("done_on", "Met on", draft.done_on)], today=today)
    notified_on = dates.get(CaseDate.NOTIFIED)
    if draft.done_on is not None and notified_on is not None and draft.done_on < notified_on:
        day = long_date(notified_on)
        problems.append(
            Problem("done_on", f"Met on: it is before the notification of {day}. Check the year.")
        )
    return problems
