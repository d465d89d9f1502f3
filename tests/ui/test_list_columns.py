"""The columns of cases and deadlines say each fact in words, and sort by what they mean."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from page_samples import TODAY, make_case, make_deadline

from sgdesk.domain.stages import Stage
from sgdesk.domain.standings import Standing
from sgdesk.ui.models.case_columns import case_columns, updated_words
from sgdesk.ui.models.case_filters import CASE_FILTERS, filter_counts, filter_of
from sgdesk.ui.models.columns import Column, Role
from sgdesk.ui.models.deadline_columns import (
    compact_columns,
    day_words,
    due_words,
    in_days,
    urgency,
    wide_columns,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

RecordT = TypeVar("RecordT")

CASE_COLUMNS = case_columns(lambda: TODAY)
WIDE = wide_columns(lambda: TODAY)
COMPACT = compact_columns(lambda: TODAY)


def texts(columns: Sequence[Column[RecordT]], record: RecordT) -> list[str]:
    return [column.text(record) for column in columns]


def test_a_case_shows_what_is_due_and_how_it_stands() -> None:
    assert texts(CASE_COLUMNS, make_case()) == [
        "ZZSP2026-27-04",
        "Rapid Review",
        "Rapid Review to the Panel",
        "Overdue by 2 days",
        "Today",
    ]
    assert CASE_COLUMNS[0].said(make_case()) == "ZZSP2026-27-04, Young person, injury"
    assert CASE_COLUMNS[3].said(make_case()) == "Overdue by 2 working days"


def test_a_national_review_does_not_say_its_title_twice() -> None:
    assert CASE_COLUMNS[0].said(make_case(reference="A review", title="A review")) == "A review"


def test_a_case_without_a_deadline_says_so() -> None:
    case = make_case(next_what="", next_due=None, next_due_words="")

    assert texts(CASE_COLUMNS, case)[2] == "Nothing due"
    assert CASE_COLUMNS[2].value(case, Role.SORT) == date.max


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Overdue by 1 working day", "Overdue by 1 day"),
        ("Due in 3 working days", "Due in 3 days"),
        ("On track", "On track"),
    ],
)
def test_the_head_of_the_column_says_that_days_are_working_days(words: str, short: str) -> None:
    assert in_days(words) == short


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today"), (3, "Fri 20 Nov"), (7, "Mon 16 Nov"), (8, "15 Nov 2026"), (-1, "24 Nov 2026")],
)
def test_an_older_change_has_its_year(days: int, words: str) -> None:
    assert updated_words(TODAY - timedelta(days=days), TODAY) == words


def test_a_deadline_has_one_column_for_each_fact_or_two_lines() -> None:
    assert texts(WIDE, make_deadline()) == [
        "ZZSP2026-27-04",
        "Rapid Review to the Panel",
        "Thu 19 Nov",
        "Day 17 of 15",
        "Overdue by 2 days",
        "Business support",
    ]
    assert texts(COMPACT, make_deadline()) == [
        "Rapid Review to the Panel",
        "Thu 19 Nov",
        "Day 17 of 15",
        "Overdue by 2 days",
    ]
    spoken = COMPACT[0].said(make_deadline(owner=""))
    assert spoken == "Rapid Review to the Panel, ZZSP2026-27-04"


def test_a_date_in_another_year_has_its_year() -> None:
    assert due_words(make_deadline(counts_to=date(2027, 1, 4)), TODAY) == "Mon 4 Jan 2027"


def test_a_missing_date_is_said_in_words() -> None:
    row = make_deadline(counts_to=None, due=None, due_words="Notified date missing", day=None)

    assert due_words(row, TODAY) == "Notified date missing"
    assert day_words(row) == ""
    assert WIDE[3].value(row, Role.PROGRESS) is None
    assert WIDE[2].value(row, Role.SORT) == date.max


def test_an_agreed_date_leaves_the_date_by_the_rule_in_view() -> None:
    row = make_deadline(agreed_on=date(2026, 11, 24), counts_to=date(2026, 11, 24))

    assert due_words(row, TODAY) == "Tue 24 Nov"
    assert day_words(row) == "By the rule Thu 19 Nov"
    assert WIDE[3].value(row, Role.PROGRESS) is None


def test_a_clock_that_has_not_begun_has_no_segments_filled() -> None:
    assert WIDE[3].value(make_deadline(day=(-2, 15)), Role.PROGRESS) == (0, 15)


def test_the_most_pressing_comes_first_and_the_earlier_date_within() -> None:
    overdue = urgency(Standing.OVERDUE, date(2026, 11, 20))
    older = urgency(Standing.OVERDUE, date(2026, 11, 2))
    waiting = urgency(Standing.WAITING, None)

    assert sorted([waiting, overdue, older]) == [older, overdue, waiting]


def test_each_filter_counts_the_cases_it_lets_through() -> None:
    rows = [
        make_case(),
        make_case(standing=Standing.DUE_TODAY),
        make_case(standing=Standing.DUE_SOON, stage=Stage.LOCAL_REVIEW),
        make_case(standing=Standing.ON_TRACK, stage=Stage.PUBLISHED, is_open=False),
    ]

    assert filter_counts(rows) == {
        "all": 4,
        "open": 3,
        "overdue": 1,
        "soon": 2,
        "local": 1,
        "published": 1,
    }
    assert filter_of("soon") is CASE_FILTERS[3]
