"""Tests of letter templates: fields become words, and what is wrong is said at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.letters import (
    COMMON_FIELDS,
    LETTER_KINDS,
    SAMPLE_VALUES,
    LetterKey,
    LetterTemplate,
    check_template,
    fields_of,
    filled,
    gaps_in,
)


def problems_of(subject="About {reference}", body="Dear {recipient},"):
    template = LetterTemplate(LetterKey.CHASE, subject, body)
    return [(one.field, one.message) for one in check_template(template)]


def test_a_field_becomes_its_value():
    assert filled("Due {due date}.", {"due date": "16 November 2026"}) == "Due 16 November 2026."


@pytest.mark.parametrize("values", [{}, {"due date": ""}, {"due date": "  "}])
def test_a_field_without_a_value_stays_as_a_gap_that_is_seen(values):
    assert filled("Due {due date}.", values) == "Due [due date]."


def test_a_field_may_be_typed_with_capitals_and_more_spaces():
    assert filled("Due { Due  date }.", {"due date": "today"}) == "Due today."
    assert problems_of(body="Due { Due  Date }.") == []


def test_a_value_that_looks_like_a_field_is_not_filled_again():
    assert filled("{query}", {"query": "{agency}?", "agency": "Housing"}) == "{agency}?"


def test_the_gaps_of_a_letter_are_told_once_each():
    text = "By [due date], I repeat: [due date]. See [the annex] and [agency]."
    assert gaps_in(LetterKey.CHASE, text) == ("due date", "agency")


def test_brackets_that_name_no_field_of_the_letter_are_no_gap():
    assert gaps_in(LetterKey.CHASE, "[terms date] [sic]") == ()


def test_a_template_with_its_own_fields_has_no_problem():
    assert problems_of() == []


def test_every_problem_is_told_at_once_with_the_way_out():
    assert problems_of("", "Dear {name}, {due date") == [
        ("subject", "Subject: write something here."),
        (
            "body",
            "Text: this letter has no field {name}. Choose one of those shown, or take it out.",
        ),
        (
            "body",
            (
                "Text: there is a { without its } near “Dear {name}, {due date”. "
                "A field is written as in {reference}."
            ),
        ),
    ]


def test_a_closing_brace_alone_is_a_problem_too():
    assert [message for _, message in problems_of(body="due date} now")] == [
        (
            "Text: there is a } without its { near “due date} now”. "
            "A field is written as in {reference}."
        )
    ]


def test_an_unknown_field_is_told_once_however_often_it_stands_there():
    assert len(problems_of(body="{name} {name}")) == 1


@pytest.mark.parametrize("key", LetterKey)
def test_every_letter_has_words_for_settings_and_a_sample_for_each_field(key):
    kind = LETTER_KINDS[key]
    assert kind.title
    assert kind.about.endswith(".")
    assert fields_of(key)[-len(COMMON_FIELDS) :] == COMMON_FIELDS
    assert not {name for name in fields_of(key) if not SAMPLE_VALUES.get(name)}


@given(st.text(alphabet="ab {}\n"))
def test_what_passes_the_check_leaves_no_brace_behind(body):
    problems = check_template(LetterTemplate(LetterKey.CHASE, "About it", body))
    if not problems:
        values = dict.fromkeys(fields_of(LetterKey.CHASE), "x")
        assert "{" not in filled(body, values)
        assert "}" not in filled(body, values)
