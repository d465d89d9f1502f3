from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.dates import full_date, long_date, short_date
from sgdesk.domain.written_dates import WrittenDate, written_dates

STYLES = (
    full_date,
    short_date,
    long_date,
    date.isoformat,
    "{0:%d/%m/%Y}".format,
    "{0:%d.%m.%y}".format,
    "{0:%B} {0.day}, {0.year}".format,
    "{0.day}th of {0:%B} {0.year}".format,
    "{0:%Y%m%d}".format,
    "{0:%d%b%Y}".format,
)


@given(day=st.dates(date(1951, 1, 1), date(2049, 12, 31)), style=st.sampled_from(STYLES))
def test_a_date_in_any_style_is_read_as_what_it_is(day, style):
    assert WrittenDate(day.day, day.month, day.year) in set(written_dates(f"on {style(day)}."))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no date",
        "thirty-second of May 2020",
        "3.iiii.2020",
        "the 22 may wait",
        "03 10 20",
        "version 3.10.19",
        "Christmas Day",
        "£3,102,019",
        "May be",
        "3 of the 10",
        "3/10 of them",
        "the financial year from 1 April",
        "the school year ends on 31 August",
        "COVID-19 February",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert list(written_dates(text)) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("3 October", [(3, 10, None)]),
        ("3 October twenty children", [(3, 10, None)]),
        ("12-13 October 2022", [(12, 10, 2022), (13, 10, 2022)]),
        ("3 October nineteen ninety-nine", [(3, 10, 1999)]),
        ("3 October two thousand and four", [(3, 10, 2004)]),
        ("02/14/2024", [(14, 2, 2024)]),
        ("3.X.2019", [(3, 10, 2019)]),
        ("031019", [(3, 10, 2019), (19, 10, 2003)]),
        ("died on Christmas Day", [(25, 12, None)]),
        ("Boxing Day 2019", [(26, 12, 2019)]),
        ("3 march 2019", [(3, 3, 2019)]),
        ("7 to 9 June, 2019", [(7, 6, 2019), (9, 6, 2019)]),
        ("3 May to 9 June 2019", [(3, 5, 2019), (9, 6, 2019)]),
        ("Tues 13/2", [(13, 2, None)]),
        ("notes_2019-10-03_v2", [(3, 10, 2019)]),
        ("notes-03-10-2019", [(3, 10, 2019)]),
        ("IMG20191003", [(3, 10, 2019), (20, 19, 1003)]),
        ("20191003221000", [(3, 10, 2019), (20, 19, 1003)]),
        ("2019:10:03 22:10:00", [(3, 10, 2019)]),
    ],
)
def test_odd_styles_are_read(text, dates):
    assert list(written_dates(text)) == [WrittenDate(*one) for one in dates]
