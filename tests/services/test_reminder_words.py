"""A reminder counts what Today's first two tiles count, and names no case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from services_samples import PROFILE, TODAY

from sgdesk.services.reminders import PressingCount, count_pressing, reminder_words
from sgdesk.services.settings import save_profile
from sgdesk.services.today import look_at_today


@pytest.mark.parametrize(
    ("overdue", "due_today", "words"),
    [
        (0, 0, ""),
        (3, 1, "3 deadlines are overdue and 1 is due today."),
        (1, 2, "1 deadline is overdue and 2 are due today."),
        (1, 0, "1 deadline is overdue."),
        (12, 0, "12 deadlines are overdue."),
        (0, 1, "1 deadline is due today."),
        (0, 2, "2 deadlines are due today."),
    ],
)
def test_the_words_are_numbers_alone(overdue, due_today, words):
    assert reminder_words(PressingCount(overdue, due_today)) == words


def test_it_counts_what_the_tiles_count(practice):
    for offset in (0, 1, 40):
        today = TODAY + timedelta(days=offset)
        view = look_at_today(practice, today=today)
        count = count_pressing(practice, today=today)
        assert count == (len(view.overdue), len(view.due_today))
        assert any(count)


def test_the_yearly_report_counts_and_an_empty_register_does_not(register):
    assert count_pressing(register, today=TODAY) == (0, 0)
    last = date(2025, 11, 23)
    save_profile(register, replace(PROFILE, last_yearly_report_on=last), today=TODAY)
    assert count_pressing(register, today=TODAY) == (0, 1)
