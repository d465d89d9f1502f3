"""How the forecast of a local review stands to its six months."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.applicability import why_not
from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import add_months
from sgdesk.domain.editions import Edition
from sgdesk.domain.facts import CaseFacts
from sgdesk.domain.forecasts import forecast_words, is_late_forecast, six_months_end, span_words
from sgdesk.domain.rule_packs import RULE_PACKS

INITIATED = date(2026, 7, 12)
"""The six months end on 12 January 2027."""
TELL = "Tell the Panel and the Secretary of State why."
days = st.dates(date(1990, 1, 1), date(2045, 12, 31))


@pytest.mark.parametrize(
    ("forecast", "words"),
    [
        (None, ""),
        (
            date(2027, 3, 12),
            f"Forecast 12 Mar 2027: 2 months after the six months. {TELL}",
        ),
        (
            date(2027, 1, 13),
            f"Forecast 13 Jan 2027: 1 day after the six months. {TELL}",
        ),
        (date(2027, 1, 12), "Forecast 12 Jan 2027: the last day of the six months."),
        (
            date(2026, 12, 10),
            "Forecast 10 Dec 2026: 1 month and 2 days before the six months end.",
        ),
    ],
)
def test_a_forecast_says_in_words_how_it_stands_to_the_six_months(forecast, words):
    assert forecast_words(INITIATED, forecast) == words


def test_once_the_reasons_are_told_the_words_say_that_they_were():
    assert forecast_words(INITIATED, date(2027, 3, 12), is_told=True) == (
        "Forecast 12 Mar 2027: 2 months after the six months. "
        "The Panel and the Secretary of State were told why."
    )


def test_a_forecast_that_is_over_asks_for_a_new_one():
    over = forecast_words(INITIATED, date(2026, 12, 10), today=date(2026, 12, 11))
    assert over.endswith("That day is over: set a new forecast.")
    today = forecast_words(INITIATED, date(2026, 12, 10), today=date(2026, 12, 10))
    assert "over" not in today


def test_without_the_decision_to_initiate_nothing_can_be_counted():
    assert forecast_words(None, date(2027, 3, 12)) == (
        "Forecast 12 Mar 2027: the six months cannot be counted without the decision to initiate."
    )
    assert not is_late_forecast(None, date(2027, 3, 12))
    assert not is_late_forecast(INITIATED, None)


@given(initiated=days, forecast=days)
def test_the_words_ask_to_tell_why_exactly_where_the_rule_on_delay_applies(initiated, forecast):
    dates = {CaseDate.INITIATED: initiated, CaseDate.FORECAST: forecast}
    rule = RULE_PACKS[Edition.WT2023]["LR-DELAY"]
    words = forecast_words(initiated, forecast)
    assert ("Tell the Panel" in words) == (not why_not(rule, CaseFacts(dates=dates)))
    assert is_late_forecast(initiated, forecast) == (forecast > six_months_end(initiated))


@given(start=days, months=st.integers(0, 300), more=st.integers(0, 27))
def test_a_span_counts_whole_months_and_then_days(start, months, more):
    end = date.fromordinal(add_months(start, months).toordinal() + more)
    words = span_words(start, end)
    parts = []
    if months:
        parts.append(f"{months} month{'s' * (months != 1)}")
    if more:
        parts.append(f"{more} day{'s' * (more != 1)}")
    assert words == (" and ".join(parts) or "0 days")


def test_a_mistyped_year_at_the_end_of_time_still_has_words():
    last = date(9999, 12, 1)
    assert six_months_end(last) == date.max
    assert forecast_words(last, date(2027, 1, 4)).startswith("Forecast 4 Jan 2027: ")
