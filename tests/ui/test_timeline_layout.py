"""A timeline stands in as few rows as there is room for, and nothing in it overlaps."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sgdesk.domain.standings import Standing
from sgdesk.records.strips import Milestone, TimelineSpan
from sgdesk.ui.widgets.timeline import Timeline
from sgdesk.ui.widgets.timeline_layout import bars_of, rows_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PLACES = st.floats(-0.5, 8.5)
SPANS = st.builds(
    lambda words, ends: TimelineSpan(words, min(ends), max(ends)),
    st.text(st.sampled_from("abc "), max_size=40),
    st.tuples(PLACES, PLACES),
)


@given(st.integers(1, 12), st.integers(40, 1500), st.integers(20, 200))
def test_every_milestone_stands_in_one_row_and_has_the_room_it_needs(count, width, least):
    rows = rows_of(count, width, least)
    members = [number for row in range(rows.number) for number in rows.members(row)]
    assert members == list(range(count))
    assert rows.step >= min(least, width)
    assert all(
        rows.row_of(number) == row for row in range(rows.number) for number in rows.members(row)
    )
    if rows.number > 1:
        assert count * least > width


def test_rows_are_filled_evenly():
    assert [len(rows_of(7, 400, 100).members(row)) for row in (0, 1)] == [4, 3]
    assert rows_of(7, 700, 100).number == 1
    assert rows_of(0, 700, 100).number == 1


@given(st.lists(SPANS, max_size=6), st.integers(200, 1500))
def test_no_bar_and_no_words_of_a_span_overlap_another_in_their_lane(spans, width):
    rows = rows_of(8, width, 100)
    for row in range(rows.number):
        bars = bars_of(spans, rows, row, lambda text: 7.0 * len(text), 8)
        lanes = {bar.lane for bar in bars}
        assert lanes == set(range(len(lanes)))
        for lane in lanes:
            for bar, following in pairwise(bar for bar in bars if bar.lane == lane):
                end = max(bar.right, bar.words_right)
                assert end <= min(following.left, following.words_left)
        for bar in bars:
            assert bar.words_right <= width + 1e-6
            assert bar.right > bar.left


def test_a_span_over_rows_is_drawn_in_each_and_named_once():
    rows = rows_of(8, 400, 100)
    span = TimelineSpan("Criminal trial", 1.5, 6.5)
    (first,) = bars_of([span], rows, 0, len, 8)
    (second,) = bars_of([span], rows, 1, len, 8)
    assert (first.words, second.words) == ("Criminal trial", "")
    assert (first.left, first.right) == (200, 400)
    assert (second.left, second.right) == (0, 300)
    assert bars_of([TimelineSpan("Inquest", 0.0, 1.0)], rows, 1, len, 8) == []


MILESTONES = tuple(
    Milestone(label, "Tue 10 Nov 2026", "note", Standing.MET, at < 4, gap="5 months")
    for at, label in enumerate(
        ("Incident", "Aware", "Notified", "Decision", "Day", "Six months", "Publication")
    )
)


@pytest.mark.parametrize("width", [300, 500, 900, 1400])
@pytest.mark.parametrize("is_compact", [False, True])
def test_it_paints_in_any_width(qtbot: QtBot, width: int, is_compact: bool) -> None:
    made = Timeline(is_compact=is_compact)
    qtbot.addWidget(made)
    spans = (TimelineSpan("Criminal trial: since 3 Nov 2026, goes on", 2.4, 6.4),)
    made.set_milestones(MILESTONES, 5.2, spans)
    made.resize(width, made.heightForWidth(width))
    image = made.grab().toImage()
    assert image.height() == made.heightForWidth(width)
    bottom = {image.pixel(x, image.height() - 1) for x in range(0, width, 3)}
    assert len(bottom) == 1


def test_a_span_is_said_and_needs_a_lane(qtbot: QtBot) -> None:
    made = Timeline()
    qtbot.addWidget(made)
    made.set_milestones(MILESTONES)
    before = made.heightForWidth(900)
    made.set_milestones(MILESTONES, 5.2, (TimelineSpan("Criminal trial: goes on", 2.4, 6.4),))
    assert made.heightForWidth(900) > before
    assert made.accessibleDescription().endswith("Criminal trial: goes on")
