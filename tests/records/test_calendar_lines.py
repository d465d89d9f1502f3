"""A day of a calendar tells as much as it has room for, and says how much more there is."""

from __future__ import annotations

import pytest
from calendar_samples import make_day, make_notes
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.standings import Standing
from sgdesk.records.calendar_lines import DayLine, lines_of_day
from sgdesk.records.paper_calendars import DayKind, PaperNote

WORDS = st.text(st.sampled_from("abc deW"), max_size=40)
NOTES = st.lists(st.builds(PaperNote, WORDS), max_size=25).map(tuple)


def fits(text, is_name):
    """Twelve letters on a line, ten of them where they are bold."""
    return len(text) <= (10 if is_name else 12)


def lines(day, most=4):
    return lines_of_day(day, fits, fits, most)


def texts(day, most=4):
    return [line.text for line in lines(day, most)]


def test_a_day_without_notes_has_no_lines():
    assert lines(make_day()) == ()
    assert lines(make_day(notes=(PaperNote(" "),), name=" ")) == ()


def test_the_name_of_the_holiday_comes_first_and_is_marked_as_one():
    day = make_day(name="Boxing Day", notes=(PaperNote("Notified", Standing.MET),))
    assert lines(day) == (
        DayLine("Boxing Day", is_name=True),
        DayLine("Notified", standing=Standing.MET),
    )


def test_a_long_note_breaks_between_words_and_a_long_word_is_cut():
    assert texts(make_day(notes=(PaperNote("Agency returns in"),))) == ["Agency", "returns in"]
    assert texts(make_day(notes=(PaperNote("Safeguardingpartners"),))) == [
        "Safeguarding",
        "partners",
    ]


def test_only_the_first_line_of_a_note_has_its_mark():
    first, second = lines(make_day(notes=(PaperNote("Agency returns in", Standing.MET),)))
    assert (first.standing, second.standing) == (Standing.MET, None)


def test_a_date_stays_on_one_line():
    day = make_day(notes=(PaperNote("By 4 Dec 2026"),))
    assert texts(day) == ["By", "4 Dec 2026"]


def test_a_note_that_has_no_room_is_cut_and_says_so():
    day = make_day(notes=(PaperNote("Agency returns come in late"), PaperNote("Notified")))
    assert texts(day, 2) == ["Agency…", "Notified"]
    assert texts(day, 3) == ["Agency", "returns…", "Notified"]
    assert texts(make_day(notes=(PaperNote("Agency returns"),)), 1) == ["Agency…"]


def test_the_ellipsis_takes_the_place_of_letters_where_the_line_is_full():
    day = make_day(notes=(PaperNote("Safeguarding partners"),))
    assert texts(day, 1) == ["Safeguardin…"]


@pytest.mark.parametrize("most", [1, 2, 4])
def test_more_notes_than_lines_end_with_how_many_more_there_are(most):
    found = texts(make_day(notes=make_notes(20)), most)
    assert len(found) == most
    assert found[-1] == f"and {20 - most + 1} more"


@given(NOTES, st.integers(1, 8), st.sampled_from(["", "Christmas Day"]))
def test_there_are_never_too_many_lines_and_each_has_room(notes, most, name):
    day = make_day(notes=notes, name=name, kind=DayKind.BANK_HOLIDAY)
    found = lines(day, most)
    assert len(found) <= most
    told = [note for note in notes if note.text.strip()]
    assert bool(found) == bool(told or name)
    more = [line for line in found if line.text.startswith("and ")]
    assert bool(more) == (len(told) + bool(name) > most)
    for line in found:
        assert fits(line.text, line.is_name) or line.text.startswith("and ")


@given(NOTES)
def test_with_room_enough_every_letter_is_told(notes):
    told = "".join(line.text for line in lines(make_day(notes=notes), 1000))
    letters = "".join("".join(note.text.split()) for note in notes)
    assert "".join(told.split()) == letters
