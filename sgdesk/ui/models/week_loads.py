"""Turns the load of days into what the strip of weeks shows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sgdesk.domain.rules import Weight
from sgdesk.records.strips import WeekDay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.records.deadlines import DayLoad


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
