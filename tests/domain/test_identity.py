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
    assert found[0].is_certain
    assert found[0].sentence.startswith("Background: ")
    assert "lanted" not in found[0].sentence


@pytest.mark.parametrize("text", ["implanted evidence", "June 2020", "13/06/2020", ""])
def test_parts_of_words_and_other_dates_are_not_found(text):
    assert find_identities([("Background", text)], [PERSON]) == ()


def test_nothing_private_means_nothing_found_and_the_repr_is_silent():
    assert find_identities([("Title", "anything")], [PrivatePerson("", None)]) == ()
    assert find_identities([("Title", "Al was")], [PrivatePerson("Al", None)])
    assert repr(PERSON) == "PrivatePerson()"


@pytest.mark.parametrize(
    ("text", "is_certain"),
    [
        ("we will see", False),
        ("Will Grace was seen", True),
        ("with grace", False),
        ("we will see Quellish", True),
    ],
)
def test_a_name_that_is_a_word_as_well_is_said_to_be_uncertain(text, is_certain):
    people = [PrivatePerson("Will Grace", None), PrivatePerson("Arvo Quellish", None)]
    found = find_identities([("Title", text)], people)
    assert any(identity.is_certain for identity in found) is is_certain
    assert found
