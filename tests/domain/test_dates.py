from __future__ import annotations

from datetime import date

import pytest
from exact_dates import exactly
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.dates import (
    PRECISION_WORDS,
    Precision,
    UncertainDate,
    add_months,
    day_and_month,
    full_date,
    long_date,
    short_date,
)

DAY = date(2022, 10, 3)


def test_days_are_written_in_four_ways():
    assert short_date(DAY) == "3 Oct 2022"
    assert long_date(DAY) == "Mon 3 Oct 2022"
    assert day_and_month(DAY) == "Mon 3 Oct"
    assert full_date(DAY) == "3 October 2022"


@pytest.mark.parametrize(
    ("uncertain", "words"),
    [
        (UncertainDate(), ""),
        (exactly(DAY), "Mon 3 Oct 2022"),
        (UncertainDate(Precision.APPROXIMATE, DAY), "about 3 Oct 2022"),
        (UncertainDate(Precision.MONTH, date(2022, 10, 1)), "October 2022"),
        (UncertainDate(Precision.YEAR, date(2022, 1, 1)), "2022"),
        (UncertainDate(Precision.PERIOD, DAY, date(2022, 11, 4)), "3 Oct 2022 to 4 Nov 2022"),
        (UncertainDate(Precision.PERIOD, DAY), "3 Oct 2022 to now"),
        (UncertainDate(Precision.UNKNOWN), "Unknown"),
        (UncertainDate(Precision.NOT_ASKED), "Not asked"),
        (UncertainDate(Precision.NOT_APPLICABLE), "Not applicable"),
    ],
)
def test_uncertain_dates_say_how_sure_they_are(uncertain, words):
    assert uncertain.words() == words
    assert not uncertain.problem()


def test_an_uncertain_date_that_does_not_fit_together_says_why():
    assert "Unknown" in UncertainDate(Precision.EXACT).problem()
    backwards = UncertainDate(Precision.PERIOD, DAY, date(2022, 9, 1))
    assert "before it begins" in backwards.problem()


def test_every_precision_has_its_words():
    assert set(PRECISION_WORDS) == set(Precision)


@given(day=st.dates(date(1990, 1, 1), date(2090, 1, 1)), count=st.integers(-240, 240))
def test_months_later_keeps_the_day_number_or_takes_the_last_day(day, count):
    later = add_months(day, count)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == count
    next_day = date.fromordinal(later.toordinal() + 1)
    assert later.day == day.day or (later.day < day.day and next_day.day == 1)
