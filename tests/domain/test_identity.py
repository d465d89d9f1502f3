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


PLACES = PrivatePerson(
    "", None, "Sprat", ("Flat 4 14 Larch Row\nRiverton\nRV1 2AB", "Larch Primary School", "")
)


@pytest.mark.parametrize(
    "text",
    ["at 14 larch row", "on Larch Row", "postcode RV1 2AB", "the Larch Primary School"],
)
def test_a_street_a_postcode_and_a_school_give_a_child_away(text):
    (found,) = find_identities([("Background", text)], [PLACES])
    assert found.is_certain
    assert found.sentence == "Background: a child’s address, school or surgery stands here."


@pytest.mark.parametrize("text", ["services in Riverton", "a primary school", "larches in a row"])
def test_a_town_or_an_ordinary_word_gives_nobody_away(text):
    assert find_identities([("Background", text)], [PLACES]) == ()


@pytest.mark.parametrize("place", ["Not known", "At home", "Riverton", "no fixed address"])
def test_a_place_that_says_nothing_is_not_looked_for(place):
    person = PrivatePerson("", None, places=(place,))
    assert find_identities([("Background", f"It was {place} then")], [person]) == ()


def test_other_names_are_looked_for_as_names_are():
    (found,) = find_identities([("Title", "called Sprat")], [PLACES])
    assert "real name" in found.sentence


def test_somebody_of_the_family_is_said_to_be_one_and_a_relationship_is_no_name():
    member = PrivatePerson("Mother, Ilva Quellish", None, is_child=False)
    (found,) = find_identities([("Background", "Ilva came")], [member])
    assert found.sentence == "Background: a family member’s real name stands here."
    assert find_identities([("Background", "the mother came")], [member]) == ()
    unnamed = PrivatePerson("mother of Child A", None, is_child=False)
    assert find_identities([("Background", "mother of Child A")], [unnamed]) == ()
