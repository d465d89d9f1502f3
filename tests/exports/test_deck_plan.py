"""Which slides there are, their time and their notes."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest
from deck_samples import BARE, BRIEFING, point

from sgdesk.exports.deck.cleaning import clean_briefing
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.facilitation import MINUTES, Part, minutes_for
from sgdesk.exports.deck.measuring import Frame
from sgdesk.exports.deck.plan import Frames, plan_slides
from sgdesk.exports.deck.tables import row_heights
from sgdesk.records.briefing import FurtherReading, LearningPoint, ThemeCount

FRAMES = Frames(body=Frame(852, 349), left=Frame(454, 349), right=Frame(359, 349))


def planned(briefing=BRIEFING):
    return plan_slides(briefing, FRAMES)


def minutes_in_notes(slides):
    found = [re.match(r"Time: (\d+) minutes?", slide.notes[0]) for slide in slides]
    return sum(int(match[1]) for match in found if match)


@pytest.mark.parametrize(
    "briefing",
    [
        BRIEFING,
        BARE,
        replace(BRIEFING, good_practice=(), themes=()),
        replace(BRIEFING, key_learning=tuple(point(60) for _ in range(40))),
    ],
)
def test_the_notes_share_out_twenty_minutes(briefing):
    slides = planned(briefing)
    assert minutes_in_notes(slides) == MINUTES
    assert all(slide.notes[0].startswith("Time: ") for slide in slides)
    assert all(len(slide.notes) > 1 for slide in slides)


@pytest.mark.parametrize("count", range(1, 8))
def test_any_parts_share_out_twenty_minutes_with_one_at_least_each(count):
    others = [part for part in Part if part not in {Part.WELCOME, Part.CLOSE}]
    for some in itertools.combinations(others, count):
        minutes = minutes_for([Part.WELCOME, *some, Part.CLOSE])
        assert sum(minutes.values()) == MINUTES
        assert min(minutes.values()) >= 1
        assert minutes[Part.WELCOME] == minutes[Part.CLOSE] == 1


def test_the_running_order_names_minutes_and_slides_of_each_part():
    table = planned()[1].table
    assert table.rows[0] == ("Part", "Minutes", "Slides")
    assert table.rows[1] == ("Welcome", "1", "1–2")
    assert table.rows[-1] == ("Close", "1", "10–11")
    assert sum(int(row[1]) for row in table.rows[1:]) == MINUTES


def test_slide_numbers_in_the_running_order_follow_split_sections():
    briefing = replace(BRIEFING, key_learning=tuple(point(60) for _ in range(12)))
    slides = planned(briefing)
    pages = [n for n, slide in enumerate(slides, 1) if slide.title.startswith("Key learning (")]
    rows = {row[0]: row[2] for row in slides[1].table.rows}
    assert rows["Key learning"] == f"{pages[0]}–{pages[-1]}"
    assert slides[pages[0] - 1].notes[0] == f"Time: 4 minutes for slides 4 to {pages[-1]}."
    assert slides[pages[1] - 1].notes[0] == "Time: within the same 4 minutes."


def test_titles_differ_whatever_the_review_is_called():
    for title in ("Questions to discuss", "LOOKING AFTER OURSELVES"):
        titles = [slide.title.casefold() for slide in planned(replace(BRIEFING, title=title))]
        assert len(titles) == len(set(titles))


def test_discussion_has_a_look_of_its_own():
    looks = {slide.title: slide.look for slide in planned()}
    assert looks["Questions to discuss"] is Look.DISCUSSION
    assert looks["What will we do differently?"] is Look.DISCUSSION
    assert looks["Key learning"] is Look.CONTENT


def test_the_statement_closes_the_background():
    (slide,) = (slide for slide in planned() if slide.title == "What happened")
    assert slide.text.paragraphs[-1][0].text == BRIEFING.statement
    (slide,) = (
        slide
        for slide in planned(replace(BRIEFING, statement=""))
        if slide.title == "What happened"
    )
    assert len(slide.text.paragraphs) == len(BRIEFING.background)


def test_facts_of_any_length_fit_beside_the_text():
    long = "Local review of many agencies " * 30
    briefing = replace(BRIEFING, reference=long, review_type=long, audience=long)
    (slide,) = (slide for slide in planned(briefing) if slide.title == "What happened")
    assert slide.table.rows[-1][1].endswith("…")
    assert sum(row_heights(slide.table, FRAMES.right)) <= FRAMES.right.height


def test_a_web_address_alone_makes_a_slide_with_a_code():
    slides = planned(replace(BRIEFING, find_out_more=()))
    (slide,) = (slide for slide in slides if slide.title == "Find out more")
    assert slide.code_address == BRIEFING.web_address
    assert slide.look is Look.TWO_PARTS


def test_cleaning_drops_what_is_empty_and_splits_paragraphs():
    cleaned = clean_briefing(
        replace(
            BRIEFING,
            background=("One\r\n\r\nTwo", "  "),
            key_learning=(LearningPoint(" ", "\x07"), LearningPoint("Lead\x0b", "")),
            questions=("",),
            find_out_more=(FurtherReading("", "", ""), FurtherReading("", "", " a ")),
            themes=(ThemeCount("", 3), ThemeCount("None", 0), ThemeCount(" One ", 1)),
        )
    )
    assert cleaned.background == ("One", "Two")
    assert cleaned.key_learning == (LearningPoint("Lead", ""),)
    assert cleaned.questions == ()
    assert cleaned.find_out_more == (FurtherReading("", "", "a"),)
    assert cleaned.themes == (ThemeCount("One", 1),)
    assert clean_briefing(cleaned) == cleaned
