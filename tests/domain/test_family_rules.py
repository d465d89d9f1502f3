"""Tests of the rules on the family of a child: days of no contact, contacts, what was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.family import (
    TELLINGS,
    FamilyContactDraft,
    FamilyMemberDraft,
    check_family_contact,
    check_family_member,
    contact_warnings,
    first_line,
    is_no_contact_day,
    no_contact_on,
    no_contact_words,
    told_so_far,
)

TODAY = date(2026, 11, 23)
MOTHER = FamilyMemberDraft(
    name="Planted Name",
    relationship="Mother",
    no_contact_from_on=date(2026, 11, 16),
    no_contact_until_on=date(2026, 12, 4),
    no_contact_reason="The trial is listed.\nAsk the police first.",
)
FATHER = FamilyMemberDraft(relationship="Father")
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2027, 12, 31))


def fields(problems):
    return [problem.field for problem in problems]


@given(DAYS, DAYS, DAYS)
def test_both_ends_of_the_days_of_no_contact_count(first, last, day):
    member = replace(MOTHER, no_contact_from_on=first, no_contact_until_on=last)
    assert is_no_contact_day(member, day) == (first <= day <= last)
    assert is_no_contact_day(replace(member, no_contact_until_on=None), day) == (first <= day)
    assert is_no_contact_day(replace(member, no_contact_from_on=None), day) == (day <= last)


@given(DAYS)
def test_a_member_without_such_days_may_be_contacted_on_any_day(day):
    assert no_contact_on([FATHER], day) == ()
    assert no_contact_words(FATHER) == ""


def test_those_who_are_left_alone_on_a_day_come_in_their_order():
    sibling = replace(MOTHER, relationship="Sibling")
    assert no_contact_on([MOTHER, FATHER, sibling], TODAY) == (MOTHER, sibling)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 16), date(2026, 12, 4), "from Mon 16 Nov 2026 to Fri 4 Dec 2026"),
        (None, date(2026, 12, 4), "until Fri 4 Dec 2026"),
        (date(2026, 11, 16), None, "from Mon 16 Nov 2026 until further notice"),
        (None, None, ""),
    ],
)
def test_the_days_of_no_contact_are_told_in_words(first, last, words):
    member = replace(MOTHER, no_contact_from_on=first, no_contact_until_on=last)
    assert no_contact_words(member) == words


def test_a_sound_member_has_no_problem():
    assert not check_family_member(MOTHER, today=TODAY)
    assert not check_family_member(FATHER, today=TODAY)
    assert not check_family_member(replace(MOTHER, no_contact_until_on=None), today=TODAY)


def test_every_problem_of_a_member_is_told_at_once():
    swapped = FamilyMemberDraft(
        no_contact_from_on=date(2026, 12, 4), no_contact_until_on=date(2026, 11, 16)
    )
    assert fields(check_family_member(swapped, today=TODAY)) == [
        "relationship", "no_contact_until_on", "no_contact_reason",
    ]  # fmt: skip
    reason_alone = replace(FATHER, no_contact_reason="He asked for it.")
    assert fields(check_family_member(reason_alone, today=TODAY)) == ["no_contact_from_on"]
    odd = replace(MOTHER, no_contact_until_on=date(1926, 12, 4))
    assert "no_contact_until_on" in fields(check_family_member(odd, today=TODAY))


def test_every_problem_of_a_contact_is_told_at_once():
    sound = FamilyContactDraft(kind="Met the reviewer", contacted_on=TODAY)
    assert not check_family_contact(sound, today=TODAY)
    assert fields(check_family_contact(FamilyContactDraft(), today=TODAY)) == [
        "kind", "contacted_on",
    ]  # fmt: skip
    (future,) = check_family_contact(
        replace(sound, contacted_on=TODAY + timedelta(days=1)), today=TODAY
    )
    assert (future.field, future.is_warning) == ("contacted_on", False)


def test_a_contact_on_a_day_of_no_contact_is_a_warning_that_names_nobody():
    mother, father = uuid4(), uuid4()
    members = [(mother, MOTHER), (father, FATHER)]
    contact = FamilyContactDraft(member_id=mother, kind="Told", contacted_on=TODAY)
    (warning,) = contact_warnings(contact, members)
    assert warning.is_warning
    assert warning.message == (
        "Date: do not contact the mother from Mon 16 Nov 2026 to Fri 4 Dec 2026: "
        "The trial is listed. You can save what happened; say why in the note."
    )
    assert contact_warnings(replace(contact, member_id=None), members) == [warning]
    assert not contact_warnings(replace(contact, member_id=father), members)
    assert not contact_warnings(replace(contact, contacted_on=None), members)


@pytest.mark.parametrize(
    ("text", "line"),
    [("", ""), ("A trial", "A trial."), ("Now!\nMore", "Now!"), (" Why? ", "Why?")],
)
def test_the_first_line_of_a_reason_is_a_sentence(text, line):
    assert first_line(text) == line


def test_what_the_family_was_told_is_the_first_time_in_the_log():
    def contact(kind, day):
        return FamilyContactDraft(kind=kind, contacted_on=day)

    told = told_so_far(
        [
            contact("Told of the review", date(2026, 3, 2)),
            contact("told of the review", date(2026, 2, 3)),
            contact("Told of the review", date(2026, 4, 3)),
            contact("Shown a draft", None),
            contact("Something else", date(2026, 5, 4)),
        ]
    )
    assert tuple(told) == TELLINGS
    assert list(told.values()) == [date(2026, 2, 3), None, None, None]


def test_no_name_stands_in_a_repr():
    assert "Planted" not in repr(MOTHER)
