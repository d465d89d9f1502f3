"""Widths of text in Arial, lines, and cutting what is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.exports.deck.content import Run
from sgdesk.exports.deck.measuring import (
    Frame,
    count_lines,
    largest_size,
    lines_of,
    shorten,
    text_width,
    words_of,
)


def test_widths_are_those_of_arial():
    assert text_width("A") == pytest.approx(0.667)
    assert text_width("A", is_bold=True) == pytest.approx(0.722)
    assert text_width("iiii") < text_width("mm")


@pytest.mark.parametrize(
    ("character", "width"),
    [("\u0301", 0.0), ("\u200d", 0.0), ("م", 0.6), ("字", 1.0), ("\U0001f600", 1.0), ("☂", 1.0)],
)
def test_characters_that_arial_may_lack_are_guessed(character, width):
    assert text_width(character) == width


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("one", 1), ("one two", 1), ("one two three", 2), ("W" * 30, 6)],
)
def test_lines_are_counted_as_words_wrap(text, lines):
    assert lines_of((Run(text),), 100, 20) == lines


def test_a_space_at_the_end_of_a_line_takes_no_room():
    width = text_width("one two")
    assert count_lines(words_of((Run("one two "),), longest=width), width) == 1


def test_words_keep_their_style_and_lose_nothing():
    runs = (Run("Lead.", is_bold=True), Run(" and a "), Run("link", address="https://a.org"))
    words = words_of(runs, longest=50)
    assert "".join(word.run.text for word in words) == "Lead. and a link"
    assert words[0].run.is_bold
    assert words[-1].run.address == "https://a.org"


@given(st.text("ab W", min_size=1, max_size=60), st.floats(1, 8))
def test_no_piece_is_wider_than_asked_and_nothing_is_lost(text, longest):
    words = words_of((Run(text),), longest=longest)
    assert "".join(word.run.text for word in words).split() == text.split() or not text.strip()
    assert all(word.width <= longest for word in words)


def test_the_largest_size_that_fits_is_chosen():
    frame = Frame(300, 60)
    assert largest_size("Short", frame, (40, 20), is_bold=True) == 40
    assert largest_size("A rather longer title", frame, (40, 20), is_bold=True) == 20
    assert largest_size("No room at all " * 20, frame, (40, 20), is_bold=True) is None


def test_what_fits_is_not_shortened():
    assert shorten("A few words", 200, 20, lines=1) == "A few words"


def test_what_does_not_fit_ends_at_a_word_with_an_ellipsis():
    short = shorten("A few words, and then many more of them", 150, 20, lines=1)
    assert short == "A few words…"
    assert lines_of((Run(short),), 150, 20) == 1


def test_where_not_even_a_word_fits_only_the_ellipsis_is_left():
    assert shorten("word word", 10, 20, lines=1) == "…"
