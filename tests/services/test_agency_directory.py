"""Agencies keep their contacts and their former names; nothing of them is ever removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from agency_samples import add_agencies
from services_samples import TODAY

from sgdesk.domain.partnerships import AgencyContactDraft, FormerNameDraft
from sgdesk.errors import RejectedError, UserError
from sgdesk.services.agency_directory import (
    check_contact,
    get_agency,
    name_then,
    rename_agency,
    save_contact,
    save_earlier_name,
)
from sgdesk.services.history import read_history
from sgdesk.services.settings import list_agencies

DEPUTY = AgencyContactDraft("Ashbel Quorn", "Deputy", "deputy@trust.test", "01632 960001")


def test_further_contacts_are_added_changed_and_leave(register):
    key = add_agencies(register)["Housing"]
    save_contact(register, key, None, replace(DEPUTY, role="  Deputy "), today=TODAY)
    save_contact(register, key, None, AgencyContactDraft(role="Author"), today=TODAY)
    first, second = get_agency(register, key).contacts
    assert (first.draft, second.draft.role) == (DEPUTY, "Author")
    left = replace(DEPUTY, left_on=date(2026, 11, 20))
    save_contact(register, key, first, left, today=TODAY)
    assert get_agency(register, key).contacts[0].draft == left
    assert check_contact(AgencyContactDraft(), today=TODAY)
    with pytest.raises(RejectedError):
        save_contact(register, key, None, AgencyContactDraft(), today=TODAY)
    with pytest.raises(UserError):
        save_contact(register, key, first, DEPUTY, today=TODAY)


def test_a_renamed_agency_keeps_its_old_name_with_its_last_day(register):
    key = add_agencies(register)["Housing"]
    new = replace(get_agency(register, key).draft, name=" Riverton Homes ")
    done = rename_agency(register, key, new, date(2026, 10, 31), today=TODAY)
    assert done.what == "Agency saved: Riverton Homes, until now Housing"
    row = get_agency(register, key)
    assert row.draft.name == "Riverton Homes"
    assert name_then(row, date(2026, 10, 31)) == "Housing"
    assert name_then(row, date(2026, 11, 1)) == name_then(row, None) == "Riverton Homes"
    assert [one.draft.name for one in list_agencies(register)][1] == "Riverton Homes"


def test_a_rename_tells_all_its_problems_and_changes_nothing(register):
    key = add_agencies(register)["Housing"]
    before = get_agency(register, key)
    taken = replace(before.draft, name="schools")
    with pytest.raises(RejectedError) as error:
        rename_agency(register, key, taken, None, today=TODAY)
    assert [one.field for one in error.value.problems] == ["name", "until_on"]
    assert get_agency(register, key) == before


def test_former_names_are_put_right_but_two_never_end_on_one_day(register):
    key = add_agencies(register)["Housing"]
    old = FormerNameDraft("Council Homes", date(2020, 3, 31))
    save_earlier_name(register, key, None, old, today=TODAY)
    (entry,) = get_agency(register, key).former_names
    put_right = replace(old, name="Riverton Council Homes")
    save_earlier_name(register, key, entry, put_right, today=TODAY)
    assert get_agency(register, key).former_names[0].draft == put_right
    with pytest.raises(RejectedError):
        save_earlier_name(
            register, key, None, FormerNameDraft("Estates", old.until_on), today=TODAY
        )


def test_an_agency_that_is_not_there_is_told(register):
    with pytest.raises(UserError, match="no longer in the directory"):
        get_agency(register, uuid4())
    with pytest.raises(UserError):
        save_contact(register, uuid4(), None, DEPUTY, today=TODAY)


def test_the_history_names_no_contact(register):
    key = add_agencies(register)["Housing"]
    save_contact(register, key, None, DEPUTY, today=TODAY)
    (entry,) = get_agency(register, key).contacts
    save_contact(register, key, entry, replace(DEPUTY, name="Bram Ostler"), today=TODAY)
    told = " ".join(f"{one.what} {one.old} {one.new}" for one in read_history(register))
    assert "Contact of an agency" in told
    assert "Quorn" not in told
    assert "Ostler" not in told
    assert "Ostler" not in repr(get_agency(register, key))
