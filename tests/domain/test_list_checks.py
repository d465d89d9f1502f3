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


def test_an_entry_of_jargon_without_its_colon_is_named_by_its_line():
    key = ValueListKey.JARGON
    (problem,) = check_value_list(key, ("utilise: use", "robust"))
    assert problem.message == (
        "Values: line 2 needs a colon. "
        "Write the word, a colon, and what to say instead, as in utilise: use."
    )
    assert check_value_list(ValueListKey.SEXES, ("robust",)) == []


def test_a_question_may_be_longer_than_other_values():
    assert check_value_list(ValueListKey.QUESTIONS, ("x" * 200,)) == []
    assert len(check_value_list(ValueListKey.QUESTIONS, ("x" * 201,))) == 1
    assert len(check_value_list(ValueListKey.THEMES, ("x" * 121,))) == 1
