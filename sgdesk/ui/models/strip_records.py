"""Turns what the services know of days and milestones into what the painted strips show."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sgdesk.domain.rules import Weight
from sgdesk.domain.standings import Standing
from sgdesk.records.strips import Milestone, WeekDay

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sgdesk.records.cases import CaseStep
    from sgdesk.records.deadlines import DayLoad

_DONE = frozenset({Standing.MET, Standing.MET_LATE})


def week_days(loads: Iterable[DayLoad]) -> tuple[WeekDay, ...]:
    """Return the days of the coming weeks with their deadlines counted by weight."""
    days = []
    for load in loads:
        weights = Counter(load.weights)
        days.append(
            WeekDay(
                load.day,
                duties=weights[Weight.DUTY] + weights[Weight.STATUTORY_GUIDANCE],
                expectations=weights[Weight.PANEL_EXPECTATION],
                local=weights[Weight.LOCAL_PRACTICE],
                bank_holiday=load.holiday,
            )
        )
    return tuple(days)


def milestones(steps: Iterable[CaseStep]) -> tuple[Milestone, ...]:
    """Return the points of a case's timeline."""
    return tuple(
        Milestone(step.label, step.date_words, step.note, step.standing, step.standing in _DONE)
        for step in steps
    )


def today_after(steps: Sequence[CaseStep], today: date) -> float | None:
    """Return where today stands on the line: 2.5 is midway from the third milestone on.

    None where no milestone has a date that is past or today.
    """
    past = [place for place, step in enumerate(steps) if step.day is not None and step.day <= today]
    return past[-1] + 0.5 if past else None
