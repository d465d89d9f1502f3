"""One theme per slide, and what happens with more of them than a team can talk about."""

from __future__ import annotations

import pytest
from deck_samples import FRAMES, point

from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.learning import learning_slides
from sgdesk.exports.deck.measuring import Frame, Frames
from sgdesk.records.briefing import LearningPoint

SENTENCE = "Ask what happened to the boy before asking what he did."


def slides_for(*points, frames=FRAMES):
    return learning_slides(points, frames)


def shown(slide):
    return ["".join(run.text for run in paragraph) for paragraph in slide.text.paragraphs]


def test_the_lead_is_the_heading_and_the_sentence_stands_large_beside_a_question():
    first, second = slides_for(
        LearningPoint("Trauma comes first.", SENTENCE), LearningPoint("Place shapes risk.", "Map.")
    )
    assert (first.title, second.title) == ("Trauma comes first", "Place shapes risk")
    assert first.look is Look.TWO_PARTS
    assert first.text.kicker == "Key learning 1 of 2"
    assert shown(first) == [SENTENCE]
    assert first.text.size >= 36
    assert first.panel.kicker == "Talk about it"
    assert first.panel.paragraphs != second.panel.paragraphs
    question = first.panel.paragraphs[0][0].text
    assert f"Ask: {question}" in first.notes


@pytest.mark.parametrize(
    ("lead", "heading"),
    [("Ask.", "Ask"), ("Who asks?", "Who asks?"), ("And so…", "And so…"), ("Wait...", "Wait...")],
)
def test_a_heading_loses_its_full_stop_and_nothing_else(lead, heading):
    (slide,) = slides_for(LearningPoint(lead, "Every time."))
    assert slide.title == heading
    assert slide.text.kicker == "Key learning"


@pytest.mark.parametrize(
    ("point_", "text"),
    [
        (LearningPoint("", "A visit that is cancelled tells something."), "A visit that is"),
        (LearningPoint("Only a lead.", ""), "Only a lead."),
        (LearningPoint("A lead far too long for any heading " * 6, "Text."), "A lead far too long"),
    ],
    ids=["no lead", "lead alone", "long lead"],
)
def test_a_point_without_a_heading_of_its_own_is_numbered(point_, text):
    first, _ = slides_for(point_, LearningPoint("Next.", "One."))
    assert first.title == "Key learning 1 of 2"
    assert first.text.kicker == ""
    assert shown(first)[0].startswith(text)


def test_a_long_point_takes_the_width_of_the_slide_and_then_further_slides():
    (wide,) = slides_for(LearningPoint("Long.", point(120).text))
    assert (wide.look, wide.panel, wide.title) == (Look.CONTENT, None, "Long")
    pages = slides_for(LearningPoint("Long.", point(500).text))
    assert [page.title for page in pages] == [f"Long ({n} of 3)" for n in (1, 2, 3)]
    assert all(page.text.kicker == "Key learning" for page in pages)
    assert pages[1].text.continues


def test_six_points_have_slides_of_their_own():
    points = [LearningPoint(f"Point {n}.", SENTENCE) for n in range(6)]
    assert [slide.title for slide in slides_for(*points)] == [f"Point {n}" for n in range(6)]


@pytest.mark.parametrize("count", range(7, 13))
def test_of_more_than_six_the_first_five_stand_alone_and_the_others_share_a_list(count):
    points = [LearningPoint(f"Point {n}.", "Share it early.") for n in range(count)]
    slides = slides_for(*points)
    assert [slide.title for slide in slides[:5]] == [f"Point {n}" for n in range(5)]
    (rest,) = slides[5:]
    assert rest.title == "More that we learned"
    assert shown(rest) == [f"Point {n}. Share it early." for n in range(5, count)]


def test_without_room_for_the_question_it_is_in_the_notes_alone():
    small = Frames(Frame(600, 300), Frame(400, 300), Frame(80, 300), Frame(600, 60))
    (slide,) = slides_for(LearningPoint("Ask.", "Every time."), frames=small)
    assert slide.panel is None
    assert any(line.startswith("Ask: ") for line in slide.notes)


def test_no_points_give_no_slides():
    assert slides_for() == ()
