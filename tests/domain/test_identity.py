from __future__ import annotations

from datetime import date

import pytest
from identity_samples import CASE, ENGLISH, OTHER, PERSON, find

from sgdesk.domain import identity_finder
from sgdesk.domain.identity_finder import IdentityFinder
from sgdesk.domain.name_parts import name_parts
from sgdesk.domain.place_parts import place_forms
from sgdesk.domain.private_facts import (
    PersonRole,
    PrivateCase,
    PrivateDay,
    PrivateFacts,
    PrivatePerson,
)


@pytest.mark.parametrize(
    "text",
    [
        "when ZARBEL was seen",
        "the Quenby-Ottwell family",
        "the QuenbyOttwell family",
        "born on 3 June 2020",
        "3 Jun 2020",
        "2020-06-03",
        "03/06/2020",
        "3/6/2020",
        "03.06.2020",
    ],
)
def test_a_name_or_date_of_birth_is_found_and_its_place_is_named(text):
    (found,) = find(text)
    assert found.is_certain
    assert found.where == "Background"
    assert found.sentence.startswith("Background: a child’s ")
    assert found.sentence.endswith(" stands here.")
    assert "arbel" not in found.sentence


@pytest.mark.parametrize("text", ["zarbelling evidence", "June 2020", "13/06/2020", ""])
def test_parts_of_words_and_other_dates_are_not_found(text):
    assert find(text) == ()


def test_nothing_private_means_nothing_found_and_the_reprs_are_silent():
    assert IdentityFinder(PrivateFacts()).find([("Title", "anything")]) == ()
    assert find("anything", PrivatePerson("")) == ()
    finder = IdentityFinder(PrivateFacts({CASE: PrivateCase((PERSON,))}))
    for private in (PERSON, finder, PrivateFacts({CASE: PrivateCase((PERSON,))})):
        assert "arbel" not in repr(private)


def test_a_name_of_two_letters_counts_with_its_capital_and_is_uncertain():
    person = PrivatePerson("Jo Zo")
    assert [one.is_certain for one in find("Jo was seen", person)] == [False]
    assert find("jo the horse", person) == ()
    assert find("Jo-ann", person) == ()
    assert [one.is_certain for one in find("Jo Zo was seen", person)] == [True]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("we will see", None),
        ("Will we see?", None),
        ("Will Grace was seen", True),
        ("nobody asked Will about it", True),
        ("Will was seen", True),
        ("Will was warm", False),
        ("Will’s teacher", False),
        ("with grace", None),
        ("will grace", False),
        ("Mr Grace", True),
        ("St Grace", None),
        ("What Will Change Here", None),
        ("What Will’s Teacher Knew", False),
    ],
)
def test_a_name_that_is_a_word_as_well_counts_where_it_stands_like_a_name(text, certain):
    found = find(text, PrivatePerson("Will Grace"))
    assert (bool(found[0].is_certain) if found else None) == certain


def test_a_label_is_no_sentence_so_a_word_in_it_counts_beside_the_other_name_alone():
    person = PrivatePerson("Will Quenby")
    assert find("Will and testament", person, where="file name") == ()
    assert find("Will_Quenby", person, where="file name")


PLACES = PrivatePerson(
    "",
    other_names="Sprat",
    places=("Flat 4 14 Larch Row\nRiverton\nRV1 2AB", "Larch Primary School", ""),
)


@pytest.mark.parametrize(
    "text",
    ["at 14 larch row", "on Larch Row", "postcode RV1 2AB", "the Larch Primary School"],
)
def test_a_street_a_postcode_and_a_school_give_a_child_away(text):
    (found,) = find(text, PLACES)
    assert found.is_certain
    assert found.sentence == "Background: a child’s address, school or surgery stands here."


@pytest.mark.parametrize("text", ["services in Riverton", "a primary school", "larches in a row"])
def test_a_town_or_an_ordinary_word_gives_nobody_away(text):
    assert find(text, PLACES) == ()


@pytest.mark.parametrize(
    "place",
    ["Not known", "At home", "Riverton", "no fixed address", "Primary School", "4", "The Surgery"],
)
def test_a_place_that_says_nothing_is_not_looked_for(place):
    assert find(f"It was {place} then", PrivatePerson("", places=(place,))) == ()


def test_a_part_of_a_postcode_is_a_warning_and_one_of_two_letters_needs_the_word():
    person = PrivatePerson("", places=("B1 2CD", "RV14 5EF"))
    assert [one.is_certain for one in find("families in RV14", person)] == [False]
    assert find("vitamin B1", person) == ()
    assert find("the postcode area B1", person)


def test_a_school_that_bears_the_area_s_name_counts_in_full_alone():
    case = PrivateCase((PrivatePerson("", places=("Riverton Primary School",)),))
    finder = IdentityFinder(
        PrivateFacts({CASE: case}, public_phrases=("Riverton",), english=ENGLISH)
    )
    assert finder.find([("Text", "Riverton schools")], (CASE,)) == ()
    assert finder.find([("Text", "Riverton Primary School")], (CASE,))


def test_a_telephone_number_in_an_address_is_found():
    assert find("ring 01632 960 177", PrivatePerson("", places=("14 Larch Row, 01632 960177",)))


def test_other_names_are_looked_for_as_names_are():
    (found,) = find("called Sprat", PLACES)
    assert "real name" in found.sentence


def test_somebody_of_the_family_is_said_to_be_one_and_a_relationship_is_no_name():
    member = PrivatePerson("Mother, Ilva Quenby", PersonRole.FAMILY)
    (found,) = find("Ilva came", member)
    assert found.sentence == "Background: a family member’s real name stands here."
    assert find("the mother came", member) == ()
    assert find("mother of Child A", PrivatePerson("mother of Child A", PersonRole.FAMILY)) == ()


def test_a_name_typed_with_the_last_name_first_is_understood():
    assert find("ilva_quenby", PrivatePerson("Quenby, Ilva"), where="file name")
    (found,) = find("I.Q. was five", PrivatePerson("Quenby, Ilva"))
    assert "initials" in found.sentence


def test_a_pseudonym_is_what_documents_say_even_if_it_is_the_name():
    person = PrivatePerson("Zarbel Quenby", pseudonym="Zarbel")
    assert find("Zarbel was seen", person) == ()
    assert find("Zarbel Quenby was seen", person)


def test_a_first_name_of_a_professional_is_a_warning():
    person = PrivatePerson("Sarah Tollemarch", PersonRole.STAFF)
    assert [one.is_certain for one in find("Sarah rang", person)] == [False]
    assert [one.is_certain for one in find("Ms Tollemarch rang", person)] == [True]


def test_the_same_text_in_two_places_is_told_for_each():
    case = PrivateCase((PERSON,))
    finder = IdentityFinder(PrivateFacts({CASE: case}, english=ENGLISH))
    found = finder.find([("page 1", "Zarbel"), ("page 2", "Zarbel")], (CASE,))
    assert [one.where for one in found] == ["page 1", "page 2"]


def test_a_surname_that_the_family_shares_is_told_once():
    people = (PrivatePerson("Zarbel Quenby"), PrivatePerson("Ilva Quenby", PersonRole.FAMILY))
    assert len(find("the Quenby family", *people)) == 1


def test_a_day_that_is_public_is_no_leak_and_a_day_of_the_review_is_a_warning():
    day = date(2024, 3, 6)
    held = PrivateDay(day, "the exact date of the Rapid Review", is_certain=False)
    (found,) = find("6 March 2024", days=(held,))
    assert not found.is_certain
    assert found.sentence.endswith(
        "the exact date of the Rapid Review may stand here; see what is meant."
    )
    assert find("6 March 2024", days=(held,), public_days=frozenset({day})) == ()


def test_a_day_without_its_year_is_certain_where_the_year_stands_in_the_text():
    assert [one.is_certain for one in find("born on 3 June")] == [False]
    assert [one.is_certain for one in find("born on 3 June; the year was 2020")] == [True]


def test_a_number_that_is_too_short_is_not_looked_for():
    assert find("number 12", numbers=("12",)) == ()
    assert find("number AB 12 34", numbers=("AB-1234",)) == ()
    assert find("number AB/1234", numbers=("AB-1234",))


def test_of_another_case_the_full_name_counts_and_no_part_of_it():
    cases = {
        CASE: PrivateCase((PERSON,)),
        OTHER: PrivateCase((PrivatePerson("Grace Hope"), PrivatePerson("Ilva Tollemarch"))),
    }
    finder = IdentityFinder(PrivateFacts(cases, english=ENGLISH))

    def found(text):
        return [one.is_certain for one in finder.find([("Text", text)], (CASE,))]

    assert found("Ilva and Mr Tollemarch") == []
    assert found("Ilva Tollemarch") == [True]
    assert found("ilvatollemarch") == [True]
    assert found("Ilva Tolemarch") == [False]
    assert found("Ilwa Tolemarch") == []
    assert found("Ilwa Tollemarch") == []
    assert found("with grace, hope and love") == []
    assert found("Grace Hope") == [True]
    assert finder.find([("Text", "Ilva came")])  # a document of no case: everybody counts


def test_a_misspelling_that_is_another_name_is_a_warning_and_none_beside_another_surname():
    person = PrivatePerson("Marie Quenby")
    assert [one.is_certain for one in find("Then Maria rang", person)] == [False]
    assert find("Then Maria Smith rang", person) == ()
    assert find("then maria rang", person) == ()
    assert [one.is_certain for one in find("then quenbey rang", person)] == [False]
    assert find("Quenbey et al, 2019", PrivatePerson("Sarah Quenby"))


def test_a_name_within_a_public_phrase_is_not_the_private_one():
    case = PrivateCase((PrivatePerson("Zarbel Quenby"),))
    facts = PrivateFacts({CASE: case}, public_phrases=("Dr Ada Quenby", "", "12"), english=ENGLISH)
    finder = IdentityFinder(facts)
    assert finder.find([("Text", "led by Ada\nQuenby")], (CASE,)) == ()
    assert finder.find([("Text", "led by Zarbel Quenby")], (CASE,))


def test_a_town_that_is_a_surname_too_is_a_town_beside_others():
    person = PrivatePerson("Marie Bolton", PersonRole.FAMILY)
    assert find("Leeds, Bolton and Crewe", person) == ()
    assert find("Leeds told Bolton", person)


def test_a_number_with_few_digits_is_no_telephone_number():
    assert find("ring 1234 56", PrivatePerson("Zarbel Quenby", contacts=("123456",))) == ()


@pytest.mark.parametrize(
    ("place", "text", "is_found"),
    [
        ("2 Quenby Old Lane", "the Quenby lane", False),
        ("2 Quenby Old Lane", "quenby old lane", True),
        ("Amber School", "Amber said so", False),
        ("Amber School", "the amber school", True),
        ("2 Mill Lane", "a lane by the mill", False),
        ("2 Mill Lane", "at 2 mill lane", True),
        ("Glass Office", "the glass office", False),
        ("Glass Office", "in Glass Office", True),
    ],
)
def test_of_a_place_with_an_ordinary_name_more_must_stand_there(place, text, is_found):
    assert bool(find(text, PrivatePerson("", places=(place,)))) is is_found


def test_a_finder_keeps_no_more_texts_ready_than_it_must(monkeypatch):
    monkeypatch.setattr(identity_finder, "_MOST_TEXTS", 2)
    finder = IdentityFinder(PrivateFacts({CASE: PrivateCase((PERSON,))}, english=ENGLISH))
    texts = [(f"page {number}", f"Zarbel {number}") for number in range(6)]
    assert len(finder.find([*texts, *texts], (CASE,))) == 6
    assert len(finder._pages) <= 2


def test_what_is_made_ready_tells_nothing_in_a_message_or_a_log():
    finder = IdentityFinder(PrivateFacts({CASE: PrivateCase((PERSON,))}, english=ENGLISH))
    finder.find([("page 1", "Zarbel")], (CASE,))
    (page,) = finder._pages.values()
    forms = place_forms("2 Zarbel Lane", frozenset(), frozenset())
    held = [page, *page.hits, *finder._cases.values(), *name_parts(PERSON), *forms]
    assert len(held) > 5
    assert not any("arbel" in repr(one).casefold() for one in held)
