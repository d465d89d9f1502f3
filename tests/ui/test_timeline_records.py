"""Milestones of a case for the painted timeline, with today between them."""

from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.standings import Standing
from sgdesk.records.cases import CaseStep
from sgdesk.ui.models.strip_records import milestones, today_after

STEPS = (
    CaseStep("Aware", "Fri 6 Nov 2026", "", Standing.MET, date(2026, 11, 6)),
    CaseStep("Notified", "Tue 10 Nov 2026", "late", Standing.MET_LATE, date(2026, 11, 10)),
    CaseStep("Day 15", "Tue 1 Dec 2026", "", Standing.ON_TRACK, date(2026, 12, 1)),
    CaseStep("Decision", "Waiting for a date", "", Standing.WAITING, None),
)


def test_only_what_was_met_is_done() -> None:
    assert [one.is_done for one in milestones(STEPS)] == [True, True, False, False]
    assert milestones(STEPS)[1].note == "late"


@pytest.mark.parametrize(
    ("today", "place"),
    [
        (date(2026, 11, 5), None),
        (date(2026, 11, 6), 0.5),
        (date(2026, 11, 23), 1.5),
        (date(2027, 1, 1), 2.5),
    ],
)
def test_today_stands_after_the_last_milestone_that_is_past(
    today: date, place: float | None
) -> None:
    assert today_after(STEPS, today) == place
