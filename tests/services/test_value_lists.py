from __future__ import annotations

import pytest
from services_samples import TODAY, make_case

from sgdesk.domain.people import ChildDraft
from sgdesk.domain.value_lists import VALUE_LISTS, ValueListKey
from sgdesk.errors import RejectedError
from sgdesk.services.case_views import get_case
from sgdesk.services.children import save_child
from sgdesk.services.undo import last_change, undo
from sgdesk.services.value_lists import read_value_list, save_value_list

SEXES = ValueListKey.SEXES
OWN = ("Girl", "Boy", "Not known")


def held(register):
    with register.store.rows() as rows:
        return rows.all("SELECT words FROM list_value WHERE deleted_at IS NULL ORDER BY position")


def test_a_list_holds_the_programs_values_until_it_is_changed(register):
    assert read_value_list(register, SEXES) == VALUE_LISTS[SEXES].defaults
    changes = save_value_list(register, SEXES, OWN)
    assert changes.what == "List saved: Sex"
    assert changes.case_ids == frozenset()
    assert read_value_list(register, SEXES) == OWN
    assert read_value_list(register, ValueListKey.ROUTES) == (
        VALUE_LISTS[ValueListKey.ROUTES].defaults
    )


def test_values_are_added_moved_renamed_and_removed_and_cleaned(register):
    save_value_list(register, SEXES, OWN)
    save_value_list(register, SEXES, ("Boy", " Girl ", "Other\u0000 words"))
    assert read_value_list(register, SEXES) == ("Boy", "Girl", "Other words")


def test_the_programs_own_values_set_the_list_back(register):
    save_value_list(register, SEXES, OWN)
    save_value_list(register, SEXES, VALUE_LISTS[SEXES].defaults)
    assert read_value_list(register, SEXES) == VALUE_LISTS[SEXES].defaults
    assert held(register) == []


def test_a_bad_list_is_refused_and_changes_nothing(register):
    save_value_list(register, SEXES, OWN)
    for values in ((), ("", "A"), ("A", "a")):
        with pytest.raises(RejectedError, match="Values:"):
            save_value_list(register, SEXES, values)
    assert read_value_list(register, SEXES) == OWN


def test_a_record_keeps_its_words_when_they_are_taken_off_the_list(register):
    case_id = make_case(register)
    draft = ChildDraft(pseudonym="Child A", sex="Female")
    save_child(register, case_id, None, draft, today=TODAY)
    save_value_list(register, SEXES, OWN)
    assert get_case(register, case_id, today=TODAY).children[0].draft.sex == "Female"


def test_a_changed_list_is_taken_back_by_undo(register):
    save_value_list(register, SEXES, OWN)
    before = held(register)
    save_value_list(register, SEXES, ("Boy", "Somebody"))
    offer = last_change(register)
    assert offer is not None
    assert offer.what == "List of values, Somebody added"
    undo(register, offer)
    assert held(register) == before
