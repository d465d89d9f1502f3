"""The boxes of a calendar fill its width, hold what they tell, and are hatched in one go."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from calendar_samples import make_calendar, make_day, make_notes
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.standings import Standing
from sgdesk.records.calendar_boxes import CalendarLayout, fill_calendars
from sgdesk.records.calendar_letters import Tone
from sgdesk.records.hatching import hatching
from sgdesk.records.paper_bits import NOTHING, BitKind, bits_of
from sgdesk.records.paper_calendars import BoxSize, DayKind, PaperCalendar, PaperNote, PaperWeek
from sgdesk.records.shares import filled_up, shown_of

ROOM = 269.0
CALENDARS = st.builds(
    make_calendar,
    st.integers(1, 4),
    st.integers(0, 25),
    least_height=st.sampled_from([0.0, 30.0]),
    most_lines=st.integers(1, 9),
    size=st.sampled_from(BoxSize),
)


def measure(text, lettering):
    """Every letter is half as wide as its text is high, in mm."""
    return len(text) * lettering.points * 25.4 / 72 / 2


def layout(calendar, room=ROOM):
    return CalendarLayout(calendar, room, measure)


def box_of(day, **changes):
    days = (day, *(make_day() for _ in range(6)))
    calendar = PaperCalendar((PaperWeek("7 Dec", days),), **changes)
    return layout(calendar).weeks[0].boxes[1]


@given(CALENDARS, st.sampled_from([182.0, 269.0]))
def test_the_columns_fill_the_width(calendar, room):
    found = layout(calendar, room)
    assert sum(found.widths) == pytest.approx(room)
    for (left, width), following in pairwise(zip(found.lefts, found.widths, strict=True)):
        assert left + width == pytest.approx(following[0])


@given(CALENDARS)
def test_nothing_stands_outside_its_box(calendar):
    for week in layout(calendar).weeks:
        assert len(week.boxes) == 8
        assert week.height >= calendar.least_height
        for box in week.boxes:
            for text in box.texts:
                assert text.left >= box.left
                assert text.top >= 0
                assert text.top + text.lettering.leading <= week.height
            for mark in box.marks:
                assert box.left <= mark.left
                assert mark.left + mark.side <= box.left + box.width
                assert mark.top >= 0
                assert mark.top + mark.side <= week.height


@given(CALENDARS)
def test_lines_of_a_box_lie_below_each_other(calendar):
    for week in layout(calendar).weeks:
        for box in week.boxes[1:]:
            notes = [text for text in box.texts if text.text.startswith(("Milestone", "and "))]
            for text, below in pairwise(notes):
                assert text.top + text.lettering.leading <= below.top + 1e-9


def test_lengths_follow_the_unit_of_the_typesetter():
    calendar = make_calendar(2, least_height=30)
    small = layout(calendar)
    large = CalendarLayout(calendar, ROOM * 10, lambda *text: measure(*text) * 10, 10)
    assert large.head_height == pytest.approx(10 * small.head_height)
    assert [week.height for week in large.weeks] == pytest.approx(
        [10 * week.height for week in small.weeks]
    )
    assert list(large.widths) == pytest.approx([10 * width for width in small.widths])


def test_weekends_are_narrow_unless_they_tell_something():
    quiet = PaperCalendar((PaperWeek("7 Dec", tuple(map(make_day, week_days()))),))
    loud = make_calendar(3)
    told = layout(replace(quiet, weeks=(with_weekend_note(quiet.weeks[0]),)))
    for found, share in ((layout(quiet), 0.42), (layout(loud), 0.42), (told, 0.8)):
        assert found.widths[6] == pytest.approx(share * found.widths[5])


def week_days():
    return [day.day for day in make_calendar(1).weeks[0].days]


def with_weekend_note(week):
    saturday = replace(week.days[5], notes=(PaperNote("Family event"),))
    return replace(week, days=(*week.days[:5], saturday, week.days[6]))


def test_the_number_of_the_day_stands_at_the_right_of_its_box():
    box = box_of(make_day(number=9))
    day, number = box.texts
    assert (day.text, number.text) == ("7", "Day 9")
    assert number.left + number.width == pytest.approx(box.left + box.width - 1.6)
    assert number.top == day.top


def test_in_a_compact_box_notes_stand_beside_the_day():
    box = box_of(make_day(notes=make_notes(2)), size=BoxSize.SMALL)
    day, first, second = box.texts
    assert first.left == second.left > day.left + day.width
    assert first.top == day.top


def test_a_compact_box_tells_its_number_before_the_notes():
    box = box_of(make_day(number=9, notes=make_notes(1)), size=BoxSize.SMALL)
    assert [text.text for text in box.texts] == ["7", "Day 9", "Milestone 1"]


def test_a_compact_box_has_one_mark_of_what_presses_most():
    notes = (PaperNote("a", Standing.MET), PaperNote("b", Standing.OVERDUE), PaperNote("c"))
    box = box_of(make_day(notes=notes), size=BoxSize.SMALL)
    assert [mark.standing for mark in box.marks] == [Standing.OVERDUE]
    roomy = box_of(make_day(notes=notes))
    assert [mark.standing for mark in roomy.marks] == [Standing.MET, Standing.OVERDUE]


def test_notes_line_up_whether_they_have_a_mark_or_not():
    box = box_of(make_day(notes=(PaperNote("a", Standing.MET), PaperNote("b"))))
    _, first, second = box.texts
    assert first.left == second.left == box.marks[0].left + 4.1
    plain = box_of(make_day(notes=(PaperNote("a"), PaperNote("b"))))
    assert plain.texts[1].left == plain.texts[0].left


def test_days_that_do_not_count_are_hatched_and_strong_days_outlined():
    kinds = {kind: box_of(make_day(kind=kind)).is_hatched for kind in DayKind}
    assert {kind for kind, is_hatched in kinds.items() if is_hatched} == {
        DayKind.WEEKEND,
        DayKind.BANK_HOLIDAY,
    }
    assert box_of(make_day(is_strong=True)).is_strong
    assert not box_of(make_day()).is_strong


def test_today_is_white_on_dark_and_days_outside_are_quiet():
    today, outside = box_of(make_day(is_today=True)), box_of(make_day(kind=DayKind.OUTSIDE))
    assert today.texts[0].lettering.tone is Tone.WHITE
    assert outside.texts[0].lettering.tone is Tone.MUTED
    assert not outside.texts[0].lettering.is_bold
    assert box_of(make_day()).texts[0].lettering.tone is Tone.INK


def test_a_month_begins_with_a_line():
    weeks = layout(make_calendar(5)).weeks
    begins = [box.day.day for week in weeks for box in week.boxes if box.begins_month]
    assert [day.isoformat() for day in begins] == ["2027-01-01"]
    first = [box.day.day.day for week in weeks for box in week.boxes if box.is_in_first_week]
    assert first == [7, 1, 2, 3, 4, 5, 6, 7]
    label = weeks[0].boxes[0]
    assert {label.begins_month, label.is_in_first_week, label.is_hatched} == {False}


def test_every_text_of_a_calendar_can_be_told_in_advance():
    said = list(layout(make_calendar(2, 20)).texts())
    assert {"Week 1", "07 Dec", "Day 2", "and 13 more", "Notified"} <= set(said)


def test_a_day_can_be_heard():
    day = make_day(number=9, name="Office closed", notes=make_notes(2))
    assert day.said() == "7, Day 9: Office closed; Milestone 1; Milestone 2"
    assert make_day().said() == "7"
    assert make_day(notes=make_notes(3)).standing is Standing.OVERDUE
    assert make_day().standing is None


@given(
    st.floats(0, 300), st.floats(0, 300), st.floats(0.5, 60), st.floats(0.5, 60),
    st.sampled_from([1.0, 28.35]),
)  # fmt: skip
def test_the_lines_that_hatch_a_box_end_at_its_edges(left, top, width, height, mm):
    box = (left * mm, top * mm, width * mm, height * mm)
    for start_x, start_y, end_x, end_y in hatching(box, mm):
        for x, y in ((start_x, start_y), (end_x, end_y)):
            assert box[0] - 1e-6 <= x <= box[0] + box[2] + 1e-6
            assert box[1] - 1e-6 <= y <= box[1] + box[3] + 1e-6
        assert start_x - end_x == pytest.approx(start_y * -1 + end_y)


def test_neighbouring_boxes_are_hatched_with_the_same_lines():
    left, right = hatching((0, 0, 10, 10), 1.0), hatching((10, 0, 10, 10), 1.0)
    ends = {round(x + y, 6) for x, y, _, _ in left}
    following = {round(x + y, 6) for x, y, _, _ in right}
    steps = sorted(ends | following)
    assert all(after - before == pytest.approx(2.2) for before, after in pairwise(steps))


def test_a_calendar_is_taken_apart_into_head_and_weeks(make_sheet):
    kinds = [bit.kind for bit in bits_of(make_sheet(make_calendar(2, title="Weeks", note="All")))]
    assert kinds == [BitKind.TITLE, BitKind.NOTE, BitKind.WEEKDAYS, BitKind.WEEK, BitKind.WEEK]
    bits = bits_of(make_sheet(make_calendar(2)))
    assert bits[0].cells[:3] == ("Week", "Mon", "Tue")
    assert bits[1].cells[0] == "Week 1 07 Dec"
    assert bits[1].cells[1] == "7, Day 0: Notified"
    assert [bit.week for bit in bits] == [-1, 0, 1]
    assert bits[0].is_head
    assert bits[0].keeps_next
    assert bits[1].is_of_rows


def test_a_calendar_without_weeks_says_so(make_sheet):
    (bit,) = bits_of(make_sheet(PaperCalendar((), note="No week to show.")))
    assert (bit.kind, bit.cells) == (BitKind.NOTE, ("No week to show.",))
    assert bits_of(make_sheet(PaperCalendar(())))[0].cells == (NOTHING,)


@pytest.fixture
def make_sheet():
    from datetime import date  # noqa: PLC0415 - for the one fixture

    from sgdesk.records.papers import Paper  # noqa: PLC0415 - as above

    return lambda calendar: Paper("", "", date(2026, 12, 7), "", "", "", (calendar,), "sheet")


def height_of(calendar):
    return sum(week.height for week in calendar.weeks)


@given(st.lists(st.floats(5, 80), min_size=1, max_size=9), st.floats(0, 200))
def test_free_height_goes_to_the_lowest_rows_until_all_are_alike(heights, free):
    filled = filled_up(heights, free)
    assert sum(filled) == pytest.approx(sum(heights) + free)
    grown = [after for before, after in zip(heights, filled, strict=True) if after > before + 1e-6]
    assert all(after >= before - 1e-6 for before, after in zip(heights, filled, strict=True))
    assert all(after == pytest.approx(min(filled)) for after in grown)


def test_weeks_fill_the_page_where_the_calendar_is_made_for_one():
    quiet, filling = layout(make_calendar(4)), layout(make_calendar(4, fills_page=True))
    before = height_of(quiet)
    assert not fill_calendars([quiet], 60)
    assert not fill_calendars([], 60)
    assert not fill_calendars([filling], 0)
    assert height_of(quiet) == height_of(filling) == before
    assert fill_calendars([quiet, filling], 60)
    assert height_of(quiet) == before
    assert height_of(filling) == pytest.approx(before + 58.5)
    assert len({round(week.height, 6) for week in filling.weeks}) == 1


def test_next_to_no_free_height_makes_no_week_lower():
    calendar = layout(make_calendar(4, fills_page=True))
    before = height_of(calendar)
    calendar.fill(1.0)
    assert height_of(calendar) == pytest.approx(before)


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (5, 5), (6, 6), (7, 5), (60, 5)])
def test_a_last_line_never_counts_a_single_one(count, shown):
    assert shown_of(count, 5) == shown


@pytest.mark.parametrize(("room", "points"), [(269.0, 24), (182.0, 16)])
def test_the_largest_letters_are_for_wide_pages_alone(room, points):
    box = layout(make_calendar(2, size=BoxSize.LARGEST), room).weeks[0].boxes[1]
    assert box.texts[0].lettering.points == points
