"""Notes under a strip of days: none lies over another, and no stem goes through a text."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest

from sgdesk.records.strips import StripDay, StripKind
from sgdesk.ui.look.current import Look, current, put_in_force
from sgdesk.ui.widgets.day_notes import place_notes
from sgdesk.ui.widgets.day_strip import DayStrip

CHRISTMAS = {
    date(2026, 12, 25): "Christmas Day: not counted",
    date(2026, 12, 28): "Boxing Day (substitute day): not counted",
    date(2027, 1, 1): "New Year's Day: not counted",
}


def _over_christmas(first: date, days: int) -> list[StripDay]:
    span = [first + timedelta(days=number) for number in range(days)]
    return [
        StripDay(day, StripKind.BANK_HOLIDAY, note=CHRISTMAS[day])
        if day in CHRISTMAS
        else StripDay(day, StripKind.WEEKEND if day.weekday() > 4 else StripKind.COUNTED)
        for day in span
    ]


@pytest.fixture
def strip(qtbot):
    made = DayStrip()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [300, 560, 770, 1000, 1160])
@pytest.mark.parametrize("first", [date(2026, 12, 11), date(2026, 12, 24)])
def test_no_note_lies_over_another_and_no_stem_goes_through_one(qtbot, width, scale, first):
    put_in_force(Look(text_scale=scale))
    try:
        strip = DayStrip()
        qtbot.addWidget(strip)
        strip.set_days(_over_christmas(first, 30))
        found = 0
        for line in strip.lines(width):
            notes = place_notes(line, width, current())
            found += len(notes)
            for one, two in permutations(notes, 2):
                is_apart = one.left + one.width <= two.left or two.left + two.width <= one.left
                assert one.row != two.row or is_apart
                is_under = two.has_stem and two.row > one.row
                is_crossed = one.left < two.middle < one.left + one.width and is_under
                assert not is_crossed
        assert found == len(CHRISTMAS)
    finally:
        put_in_force(Look())


def test_notes_without_room_for_stems_are_listed_with_their_dates(strip):
    strip.set_days(_over_christmas(date(2026, 12, 24), 10))
    (line,) = strip.lines(330)
    notes = place_notes(line, 330, current())
    assert [(one.text.split(",")[0], one.row, one.has_stem) for one in notes] == [
        ("Fri 25 Dec", 0, False), ("Mon 28 Dec", 1, False), ("Fri 1 Jan", 2, False),
    ]  # fmt: skip
    strip.resize(330, strip.heightForWidth(330))
    strip.grab()


def test_a_note_alone_stands_centred_under_its_box(strip):
    strip.set_days(_over_christmas(date(2026, 12, 29), 8))
    (line,) = strip.lines(1000)
    (note,) = place_notes(line, 1000, current())
    assert note.left + note.width / 2 == pytest.approx(note.middle)
    assert note.row == 0


def test_a_strip_is_as_high_as_its_notes_need(strip):
    strip.set_days(_over_christmas(date(2026, 12, 11), 3))
    bare = strip.heightForWidth(1000)
    strip.set_days(_over_christmas(date(2026, 12, 31), 3))
    one = strip.heightForWidth(1000)
    strip.set_days(_over_christmas(date(2026, 12, 21), 13))
    several = strip.heightForWidth(1000)
    assert bare < one < several
