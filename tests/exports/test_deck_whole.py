"""Text of any length, in any script: none is lost between slides, and none leaves its frame."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deck_samples import EMBARGO, FRAMES, FULL, point
from hypothesis import given, settings
from hypothesis import strategies as st

from sgdesk.exports.deck.cleaning import clean_briefing
from sgdesk.exports.deck.content import Look, Run
from sgdesk.exports.deck.fitting import (
    INDENTS,
    KICKER_GAP,
    KICKER_SIZE,
    TITLE_PITCH,
    title_size,
)
from sgdesk.exports.deck.measuring import LINE_PITCH, lines_of
from sgdesk.exports.deck.pages import PANEL_INSET_X, PANEL_INSET_Y
from sgdesk.exports.deck.plan import plan_slides
from sgdesk.exports.deck.tables import row_heights
from sgdesk.exports.deck.timeline import (
    AGE_INSET,
    EDGE,
    HEAD_HEIGHT,
    MOST_MOMENTS,
    TEXT_INSET,
)
from sgdesk.records.briefing import FurtherReading, LearningPoint

WORDS = [
    "a",
    "child",
    "safeguarding",
    "know.",
    "who?",
    "Llanfairpwllgwyngyll",
    "ŵyneb",
    "Łódź",
    "শিশু",
    "طفل",
    "👩\u200d👧",
    "<b>&amp;",
    "W" * 90,
    "a" * 300,
    "https://www.example.org/reviews/" + "x" * 60,
]
ODD = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
LONG = st.integers(0, 260).map(lambda words: point(words).text if words else "")
TEXT = ODD | LONG
LEAD = ODD.map(lambda text: text[:160]) | st.sampled_from(["", "Age 2", "Ask. ", "Never assume."])
POINTS = st.lists(st.builds(LearningPoint, LEAD, TEXT), max_size=12).map(tuple)
TEXTS = st.lists(TEXT, max_size=6).map(tuple)

BRIEFINGS = st.builds(
    lambda **changes: clean_briefing(
        replace(
            FULL,
            brand=replace(FULL.brand, contacts=changes.pop("contacts")),
            find_out_more=tuple(FurtherReading(one) for one in changes.pop("reading")),
            **changes,
        )
    ),
    title=TEXT,
    audience=TEXT,
    review_type=TEXT,
    background=TEXTS,
    key_learning=POINTS,
    good_practice=POINTS,
    improvements=POINTS,
    timeline=POINTS,
    recommendations=POINTS,
    questions=TEXTS,
    staff_support=TEXTS,
    contacts=TEXTS,
    reading=TEXTS,
    web_address=st.sampled_from(["", "https://www.example.org/reviews"]),
)


def squeezed(text):
    """`text` without its spaces: a cut falls at one, or inside a word too long for its line."""
    return "".join(text.split())


def words_of(paragraphs):
    return squeezed("".join(run.text for paragraph in paragraphs for run in paragraph))


def body_of(slides):
    """All that stands below the headings, in reading order."""
    parts = []
    for slide in slides:
        parts.append(words_of(slide.text.paragraphs if slide.text else ()))
        parts.append(words_of(moment.text for moment in _moments(slide)))
        parts.append(words_of(slide.panel.paragraphs if slide.panel else ()))
    return "".join(parts)


def _moments(slide):
    return slide.timeline.moments if slide.timeline else ()


def block_height(block, width):
    kicker = KICKER_SIZE * LINE_PITCH + KICKER_GAP if block.kicker else 0
    room = width - INDENTS[block.marker]
    return kicker + sum(
        lines_of(one, room, block.size) * block.size * LINE_PITCH + block.gap
        for one in block.paragraphs
    )


def overflows(slide):
    """Yield what leaves its frame on `slide`, in words."""
    if slide.look is not Look.OPENING and title_size(slide.title, FRAMES.title) is None:
        yield f"title {slide.title}"
    left = FRAMES.left if slide.look is Look.TWO_PARTS else FRAMES.body
    if slide.text and block_height(slide.text, left.width) > left.height + 0.01:
        yield f"text on {slide.title}"
    room = FRAMES.right.width - 2 * PANEL_INSET_X
    high = FRAMES.right.height - 2 * PANEL_INSET_Y
    if slide.panel and block_height(slide.panel, room) > high + 0.01:
        yield f"panel on {slide.title}"
    if slide.timeline:
        yield from timeline_overflows(slide.timeline)
    if slide.table:
        frame = FRAMES.right if slide.look is Look.TWO_PARTS else FRAMES.body
        if sum(row_heights(slide.table, frame)) > frame.height + 0.01:
            yield f"table on {slide.title}"


def timeline_overflows(timeline):
    ages = timeline.age_width - AGE_INSET
    room = FRAMES.body.width - timeline.age_width - TEXT_INSET
    for moment in timeline.moments:
        lines = max(
            lines_of((Run(moment.age, is_bold=True),), ages, timeline.size),
            lines_of(moment.text, room, timeline.size),
        )
        if lines * timeline.size * LINE_PITCH + 2 * EDGE > moment.height + 0.01:
            yield f"moment {moment.age}"
    if HEAD_HEIGHT + sum(moment.height for moment in timeline.moments) > FRAMES.body.height + 0.01:
        yield "timeline"


@settings(max_examples=25)
@given(BRIEFINGS)
def test_no_text_is_lost_and_nothing_leaves_its_frame(briefing):
    slides = plan_slides(briefing, FRAMES)
    assert [found for slide in slides for found in overflows(slide)] == []
    titles = [slide.title.casefold() for slide in slides]
    assert len(set(titles)) == len(titles)
    assert all(slide.title.strip() for slide in slides)
    body = body_of(slides)
    ages = [squeezed(moment.age) for slide in slides for moment in _moments(slide)]
    headings = squeezed("\n".join(slide.title for slide in slides))
    points = (
        *briefing.key_learning,
        *briefing.good_practice,
        *briefing.improvements,
        *briefing.recommendations,
        *briefing.timeline,
    )
    for one in points:
        lead = squeezed(one.lead)
        assert squeezed(one.text) in body
        assert lead in body or lead in ages or lead.removesuffix(".") in headings
    plain = (
        *briefing.background,
        *briefing.questions,
        *briefing.staff_support,
        *briefing.brand.contacts,
        *(one.text for one in briefing.find_out_more),
    )
    for text in plain:
        assert squeezed(text) in body
    assert any(squeezed(briefing.title) in squeezed(line) for line in slides[0].notes)
    assert all(len(slide.timeline.moments) <= MOST_MOMENTS for slide in slides if slide.timeline)


@pytest.mark.parametrize("count", range(1, 13))
def test_one_to_twelve_points_give_at_most_eight_slides_of_learning(count):
    points = tuple(
        LearningPoint(f"Point {number} of the review.", "The partners share what they know early.")
        for number in range(count)
    )
    slides = plan_slides(replace(FULL, key_learning=points, mark=EMBARGO), FRAMES)
    (row,) = (row for row in slides[1].table.rows if row[0] == "Key learning")
    first, _, last = row[2].partition("–")
    shown = int(last or first) - int(first) + 1
    assert shown == min(count, 6)
    assert [found for slide in slides for found in overflows(slide)] == []


def test_titles_of_slides_are_set_on_two_lines_at_most():
    for slide in plan_slides(FULL, FRAMES)[1:]:
        size = title_size(slide.title, FRAMES.title)
        lines = lines_of((Run(slide.title, is_bold=True),), FRAMES.title.width, size)
        assert lines * size * TITLE_PITCH <= FRAMES.title.height
