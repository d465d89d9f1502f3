from __future__ import annotations

from datetime import date

import pytest

from sgdesk.domain.identity import PrivatePerson, find_identities

PERSON = PrivatePerson("Planted Surname-Example", date(2020, 6, 3))


@pytest.mark.parametrize(
    "text",
    [
        "when PLANTED was seen",
        "the Surname-Example family",
        "born on 3 June 2020",
        "3 Jun 2020",
        "2020-06-03",
        "03/06/2020",
        "3/6/2020",
        "03.06.2020",
    ],
)
def test_a_name_or_date_of_birth_is_found_and_its_place_is_named(text):
    found = find_identities([("Title", "Nothing"), ("Background", text)], [PERSON])
    assert len(found) == 1
    assert found[0].startswith("Background: ")
    assert "lanted" not in found[0]


@pytest.mark.parametrize("text", ["implanted evidence", "June 2020", "13/06/2020", ""])
def test_parts_of_words_and_other_dates_are_not_found(text):
    assert find_identities([("Background", text)], [PERSON]) == ()


def test_nothing_private_means_nothing_found_and_the_repr_is_silent():
    assert find_identities([("Title", "anything")], [PrivatePerson("", None)]) == ()
    assert find_identities([("Title", "Al was")], [PrivatePerson("Al", None)])
    assert repr(PERSON) == "PrivatePerson()"
