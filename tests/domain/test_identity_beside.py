"""What stands beside a word, a date or a number decides whether it gives somebody away."""

from __future__ import annotations

from datetime import date

import pytest
from identity_samples import CASE, ENGLISH, find

from sgdesk.domain.identity_finder import IdentityFinder
from sgdesk.domain.private_facts import (
    PersonRole,
    PrivateCase,
    PrivateFacts,
    PrivatePerson,
    WordList,
)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Surname: Grace", True),
        ("Child: Will", True),
        ("Mother: Will you come?", None),
        ("a drawing of Grace", True),
        ("Will: timeline", False),
        ("Will: a guide", None),
        ("Will is at home.", False),
        ("Grace is loved.", False),
        ("Grace is needed.", None),
        ("Grace and her brother", False),
        ("W. Grace", True),
        ("Grace, W.", True),
        ("Grace W (2019) on chronologies", None),
        ("Grace et al., 2019", None),
        ("said W Grace", True),
        ("Dr Will Smith of Leeds", None),
    ],
)
def test_what_stands_beside_a_word_tells_that_it_is_a_name(text, certain):
    found = find(text, PrivatePerson("Will Grace"))
    assert (bool(found[0].is_certain) if found else None) == certain


def test_an_initial_counts_beside_a_last_name_even_if_it_is_a_word():
    person = PrivatePerson("Ada Hunter")
    assert find("seen with A Hunter at home", person)
    assert find("A hunter", person) == ()
    assert find("A Hunter syndrome clinic", person) == ()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("April’s teacher", True),
        ("April’s figures", False),
        ("April was ill.", True),
        ("April was the busiest.", False),
        ("the death of April", True),
        ("the story of April 2024", False),
    ],
)
def test_a_month_is_a_name_where_people_are_spoken_of(text, is_found):
    assert bool(find(text, PrivatePerson("April Quenby"))) is is_found


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("Hunter_v2.docx", True),
        ("hunter_notes.docx", True),
        ("hunter_gatherers.docx", False),
        ("Grace_photo.png", True),
        ("Grace.docx", True),
        ("Grace_period_ends.docx", False),
    ],
)
def test_a_file_is_called_after_somebody(name, is_found):
    case = PrivateCase((PrivatePerson("Grace Hunter"),))
    english = WordList(ENGLISH.words, frozenset({"hunter"}))
    finder = IdentityFinder(PrivateFacts({CASE: case}, english=english))
    assert bool(finder.find([("file name", name)], (CASE,))) is is_found


def test_a_benefit_in_capitals_is_no_child_and_a_heading_in_capitals_may_be():
    person = PrivatePerson("", other_names="Hope")
    assert find("the HOPE programme", person) == ()
    assert find("MISS HOPE was seen", person)


def test_a_town_that_is_a_surname_is_a_body_s_or_a_family_s_by_what_follows():
    person = PrivatePerson("Marie Bolton", PersonRole.FAMILY)
    assert find("The Bolton Safeguarding Partnership", person) == ()
    assert find("in Bolton-le-Moors", person) == ()
    assert find("the Bolton household", person)
    assert find("the Boltons", person)
    assert find("Bolton (2019) on neglect", person) == ()


def test_a_rating_has_a_capital_where_another_has_one():
    person = PrivatePerson("Amber Quenby")
    assert find("Three are at last Amber, and of all the others two are Green.", person) == ()
    assert find("then Amber came home in what her mother had left her, a green coat.", person)


def test_a_birthday_or_an_anniversary_in_another_year_is_a_warning():
    person = PrivatePerson("", born_on=date(2010, 6, 3), died_on=date(2020, 5, 4))
    assert [one.is_certain for one in find("turned 13 on 3 June 2023", person)] == [False]
    assert [one.is_certain for one in find("a vigil for her death, 4 May 2021", person)] == [False]
    assert find("the anniversary of the Act, 4 May 2021", person) == ()
    assert find("due on 3 June 2023", person) == ()


def test_a_number_of_the_case_is_found_without_its_letters_as_a_warning():
    assert [one.is_certain for one in find("ref. 4471-2093", numbers=("SIN-4471-2093",))] == [False]
    assert find("ref. 4471-2093-7", numbers=("SIN-4471-2093",)) == ()


@pytest.mark.parametrize("login", ["joli", "jli", "j.li", "li.j", "jo_li2"])
def test_a_short_name_is_found_before_the_sign_of_an_address(login):
    found = find(f"write to {login}@mail.example", PrivatePerson("Jo Li"))
    assert "a child’s e-mail address" in {one.what for one in found}
    assert find(f"{login[::-1]}x@mail.example", PrivatePerson("Jo Li")) == ()


@pytest.mark.parametrize(
    ("place", "text", "is_found"),
    [
        ("Larch Bay Surgery", "larchbay_letter.pdf", True),
        ("St Larch’s School", "StLarchReferral.pdf", True),
        ("Glass Larch Street Nursery", "GlassLarchStreet.pdf", True),
        ("2 Mill Lane", "mill-lane.pdf", True),
        ("Mill Pond", "mill_pond.pdf", True),
        ("Mill Stone", "millstone.pdf", False),
    ],
)
def test_a_place_run_together_in_the_name_of_a_file_is_found(place, text, is_found):
    case = PrivateCase((PrivatePerson("", places=(place,)),))
    english = WordList(ENGLISH.words | {"millstone"})
    finder = IdentityFinder(PrivateFacts({CASE: case}, english=english))
    assert bool(finder.find([("file name", text)], (CASE,))) is is_found


def test_of_a_public_person_the_title_and_last_name_are_public_too():
    case = PrivateCase((PrivatePerson("Ilva Tollemarch"),))
    facts = PrivateFacts({CASE: case}, public_phrases=("Professor Ada Tollemarch",))
    finder = IdentityFinder(facts)
    assert finder.find([("Text", "Prof. Tollemarch spoke")], (CASE,)) == ()
    assert finder.find([("Text", "Mrs Tollemarch spoke")], (CASE,))


@pytest.mark.parametrize("text", ["Z Q’Ott", "seen by Z Q’", "Z Q’s mother"])
def test_single_letters_before_an_apostrophe_are_read(text):
    assert isinstance(find(text, PrivatePerson("Zarbel Quenby")), tuple)
    assert find("Z Q’s mother", PrivatePerson("Zarbel Quenby"))


@pytest.mark.parametrize(
    "text",
    ["Child: ZQ", "sister (ZQ)", "ZQ: chronology", "ZQ did not come", "they asked ZQ about it"],
)
def test_initials_count_where_a_person_is_spoken_of(text):
    (found,) = find(text, PrivatePerson("Zarbel Quenby"))
    assert "initials" in found.sentence
    assert find("a ZQ form", PrivatePerson("Zarbel Quenby")) == ()
