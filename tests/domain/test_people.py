from __future__ import annotations

from datetime import date

import pytest
from exact_dates import exactly
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.dates import UncertainDate
from sgdesk.domain.people import (
    ROLE_WORDS,
    Age,
    AgeUnit,
    ChildDraft,
    ChildRole,
    age_at,
    age_at_incident,
    check_child,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("born", "day", "words"),
    [
        (date(2026, 11, 23), date(2026, 11, 23), "0 days"),
        (date(2026, 11, 22), date(2026, 11, 23), "1 day"),
        (date(2026, 10, 26), date(2026, 11, 23), "4 weeks"),
        (date(2026, 9, 1), date(2026, 11, 23), "11 weeks"),
        (date(2026, 8, 23), date(2026, 11, 23), "3 months"),
        (date(2026, 8, 24), date(2026, 11, 23), "2 months"),
        (date(2024, 11, 24), date(2026, 11, 23), "23 months"),
        (date(2024, 11, 23), date(2026, 11, 23), "2 years"),
        (date(2012, 2, 29), date(2026, 2, 28), "14 years"),
        (date(2012, 2, 29), date(2026, 2, 27), "13 years"),
        (date(2027, 1, 1), date(2026, 11, 23), "unborn"),
    ],
)
def test_ages_are_told_as_practitioners_tell_them(born, day, words):
    assert age_at(born, day).words() == words


@given(
    born=st.dates(date(1990, 1, 1), date(2020, 1, 1)),
    later=st.integers(800, 9000),
)
def test_years_are_birthdays_that_have_come(born, later):
    day = date.fromordinal(born.toordinal() + later)
    age = age_at(born, day)
    assert age.unit is AgeUnit.YEARS
    had = (day.month, day.day) >= (born.month, born.day)
    leap_birthday = (born.month, born.day) == (2, 29) and (day.month, day.day) == (2, 28)
    expected = day.year - born.year - (0 if had or leap_birthday else 1)
    assert age.count == expected


def test_a_stated_age_outweighs_and_missing_dates_leave_it_open():
    stated = ChildDraft(pseudonym="Child A", stated_age=Age(3, AgeUnit.MONTHS))
    assert age_at_incident(stated, UncertainDate()) == Age(3, AgeUnit.MONTHS)
    assert age_at_incident(ChildDraft(), exactly(TODAY)) is None
    born = ChildDraft(born_on=date(2020, 1, 1))
    assert age_at_incident(born, UncertainDate()) is None
    assert age_at_incident(born, exactly(TODAY)).words() == "6 years"


def test_names_and_dates_of_birth_stay_out_of_the_repr():
    draft = ChildDraft(pseudonym="Child A", name="Planted Name", born_on=date(2020, 1, 1))
    assert "Planted" not in repr(draft)
    assert "2020" not in repr(draft)


def test_a_sound_child_has_no_problem():
    assert not check_child(ChildDraft(pseudonym="Child A", born_on=date(2020, 1, 1)), today=TODAY)


def test_every_problem_of_a_child_is_named_at_once():
    draft = ChildDraft(
        born_on=date(2028, 1, 1), died_on=date(2026, 12, 1), stated_age=Age(-1, AgeUnit.DAYS)
    )
    fields = [problem.field for problem in check_child(draft, today=TODAY)]
    assert fields == ["died_on", "pseudonym", "born_on", "died_on", "stated_age"]
    old = ChildDraft(pseudonym="Child A", stated_age=Age(40, AgeUnit.YEARS))
    assert [problem.field for problem in check_child(old, today=TODAY)] == ["stated_age"]


def test_every_role_has_its_words():
    assert set(ROLE_WORDS) == set(ChildRole)
