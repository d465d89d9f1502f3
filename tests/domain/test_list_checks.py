from __future__ import annotations

import pytest

from sgdesk.domain.list_checks import NEEDED, check_value_list
from sgdesk.domain.value_lists import VALUE_LISTS, ValueListKey


@pytest.mark.parametrize("key", list(ValueListKey))
def test_the_programs_own_lists_are_sound(key):
    assert check_value_list(key, VALUE_LISTS[key].defaults) == []
    assert set(NEEDED.get(key, ())) <= set(VALUE_LISTS[key].defaults)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), "needs one value"),
        (("Female", ""), "line 2 is empty"),
        (("Female", "FEMALE"), "FEMALE is on the list twice"),
        (("x" * 121,), "line 1 has 121 characters"),
    ],
)
def test_a_list_is_refused_with_the_way_out(values, said):
    (problem,) = check_value_list(ValueListKey.SEXES, values)
    assert problem.field == "values"
    assert problem.message.startswith("Values: ")
    assert said in problem.message


def test_all_problems_of_a_list_are_told_at_once():
    assert len(check_value_list(ValueListKey.SEXES, ("", "A", "a", "x" * 200))) == 3


def test_what_dates_are_computed_from_stays_on_its_list():
    (problem,) = check_value_list(ValueListKey.REQUEST_PURPOSES, ("Chronology",))
    assert "Rapid Review return" in problem.message
