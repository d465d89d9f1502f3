"""The child's story by age: planned on slides, and drawn as a table that can be edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deck_samples import FRAMES, FULL, TIMELINE, point, shape_named, slide_titled, slides_of

from sgdesk.exports.deck.naming import is_decorative
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.timeline import plan_timeline
from sgdesk.records.briefing import LearningPoint


def ages_of(timeline):
    return [moment.age for moment in timeline.moments]


def text_of(moment):
    return "".join(run.text for run in moment.text)


def moments(count, words=10):
    return [LearningPoint(f"Age {age}", point(words).text) for age in range(count)]


def test_a_short_story_stands_on_one_slide_in_its_order():
    (timeline,) = plan_timeline(TIMELINE, FRAMES.body)
    assert ages_of(timeline) == ["Before birth", "3 weeks", "7 weeks"]
    assert timeline.summary == (
        "Timeline of 3 moments by the child’s age: Before birth, 3 weeks, 7 weeks."
    )
    assert timeline.size >= 22


@pytest.mark.parametrize(
    ("count", "shares"), [(6, [6]), (7, [4, 3]), (12, [6, 6]), (13, [5, 5, 3])]
)
def test_more_than_six_moments_are_split_evenly(count, shares):
    assert [len(one.moments) for one in plan_timeline(moments(count), FRAMES.body)] == shares


def test_all_slides_have_one_size_and_one_column_of_ages():
    timelines = plan_timeline([*moments(9, 30), *TIMELINE], FRAMES.body)
    assert len(timelines) > 1
    assert len({(one.size, one.age_width) for one in timelines}) == 1


def test_a_moment_longer_than_a_slide_goes_on_under_the_same_age():
    timelines = plan_timeline(moments(1, 400), FRAMES.body)
    assert [ages_of(one) for one in timelines] == [["Age 0"]] * len(timelines)
    assert len(timelines) > 1
    told = " ".join(text_of(one.moments[0]) for one in timelines)
    assert told == point(400).text


def test_an_age_too_long_for_its_column_is_told_in_full_in_the_text():
    age = "Between three months and a year and a half after the move to the new flat in the town"
    (timeline,) = plan_timeline([LearningPoint(age, "He was not seen.")], FRAMES.body)
    (moment,) = timeline.moments
    assert moment.age.endswith("…")
    assert age.startswith(moment.age.removesuffix("…"))
    assert text_of(moment) == f"{age} He was not seen."


def test_a_moment_may_have_no_age_or_no_text():
    (timeline,) = plan_timeline(
        [LearningPoint("", "Nobody knew."), LearningPoint("Age 3", "")], FRAMES.body
    )
    assert [(one.age, text_of(one)) for one in timeline.moments] == [
        ("", "Nobody knew."),
        ("Age 3", ""),
    ]
    (nameless,) = plan_timeline([LearningPoint("", "Nobody knew.")], FRAMES.body)
    assert nameless.summary == "Timeline of 1 moment by the child’s age."


def test_the_table_is_drawn_inside_its_body_with_a_dot_for_each_moment():
    deck = briefing_deck(replace(FULL, timeline=tuple(moments(6))))
    slide = slide_titled(deck, "Timeline by age")
    table = shape_named(slide, "Timeline")
    body = next(p for p in slide.slide_layout.placeholders if p.placeholder_format.idx == 1)
    assert (table.left, table.top) == (body.left, body.top)
    assert table.top + table.height <= body.top + body.height
    assert sum(row.height for row in table.table.rows) == table.height
    rows = [[cell.text for cell in row.cells] for row in table.table.rows]
    assert rows[0] == ["Age", "What happened"]
    assert [row[0] for row in rows[1:]] == [f"Age {age}" for age in range(6)]
    dots = [shape for shape in slide.shapes if shape.name == "Dot"]
    assert len(dots) == 6
    assert all(is_decorative(dot) for dot in dots)
    line = table.left + table.table.columns[0].width
    bottom = table.top + table.table.rows[0].height
    for dot, row in zip(dots, list(table.table.rows)[1:], strict=True):
        assert dot.left + dot.width // 2 == pytest.approx(line, abs=20_000)
        assert bottom < dot.top < dot.top + dot.height < bottom + row.height
        bottom += row.height


def test_a_deck_without_a_timeline_has_no_such_slide():
    deck = briefing_deck(replace(FULL, timeline=()))
    assert not any("Timeline" in slide.shapes.title.text_frame.text for slide in slides_of(deck))
