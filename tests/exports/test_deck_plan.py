"""Which slides there are, their time and their notes."""

from __future__ import annotations

from dataclasses import replace

from deck_samples import BRIEFING, FRAMES, point

from sgdesk.exports.deck.cleaning import clean_briefing
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.plan import plan_slides
from sgdesk.exports.deck.tables import row_heights
from sgdesk.exports.deck.timing import MINUTES, Part
from sgdesk.records.briefing import FurtherReading, LearningPoint, ThemeCount


def planned(briefing=BRIEFING):
    return plan_slides(briefing, FRAMES)


def titled(slides, title):
    return next(slide for slide in slides if slide.title == title)


def test_the_running_order_names_minutes_and_slides_of_each_part():
    table = planned()[1].table
    assert table.rows[0] == ("Part", "Minutes", "Slides")
    assert table.rows[1] == ("Welcome", "1", "1–2")
    assert table.rows[-1] == ("Close", "1", "12–13")
    assert sum(int(row[1]) for row in table.rows[1:]) == MINUTES


def test_the_longest_running_order_fits_beside_its_text():
    table = planned(replace(BRIEFING, timeline=(point(10),), recommendations=(point(10),)))[1].table
    assert [row[0] for row in table.rows[1:]] == [part.label for part in Part]
    assert sum(row_heights(table, FRAMES.right)) <= FRAMES.right.height


def test_slide_numbers_in_the_running_order_follow_split_sections():
    briefing = replace(BRIEFING, improvements=tuple(point(60) for _ in range(12)))
    slides = planned(briefing)
    pages = [n for n, slide in enumerate(slides, 1) if slide.title.startswith("Areas for")]
    assert len(pages) > 1
    rows = {row[0]: row[2] for row in slides[1].table.rows}
    assert rows["What to change"] == f"{pages[0]}–{pages[-1]}"


def test_sections_come_in_the_order_in_which_a_team_talks():
    slides = planned(replace(BRIEFING, timeline=(point(10),), recommendations=(point(10),)))
    assert [slide.title for slide in slides] == [
        "Listen twice",
        "How to use this deck in 20 minutes",
        "What happened",
        "Timeline by age",
        "Babies cannot tell",
        "Ask about fathers",
        "Key learning 3 of 3",
        "Themes in our published reviews",
        "Good practice",
        "Areas for practice improvement",
        "Recommendations",
        "Questions to discuss",
        "What will we do differently?",
        "Find out more",
        "Support for staff",
    ]


def test_titles_differ_whatever_the_review_is_called():
    for title in ("Questions to discuss", "SUPPORT FOR STAFF"):
        titles = [slide.title.casefold() for slide in planned(replace(BRIEFING, title=title))]
        assert len(titles) == len(set(titles))


def test_discussion_has_a_look_of_its_own():
    looks = {slide.title: slide.look for slide in planned()}
    assert looks["Questions to discuss"] is Look.DISCUSSION
    assert looks["What will we do differently?"] is Look.DISCUSSION
    assert looks["Themes in our published reviews"] is Look.CONTENT


def test_titles_that_are_numbered_differ_from_titles_that_end_in_a_number():
    leads = ("Ask", "Ask", "Ask (2)", "ASK")
    points = tuple(LearningPoint(lead, "Every time.") for lead in leads)
    titles = [slide.title for slide in planned(replace(BRIEFING, key_learning=points))]
    assert len({title.casefold() for title in titles}) == len(titles)
    assert {"Ask", "Ask (2)", "Ask (2) (2)", "ASK (3)"} <= set(titles)


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


def test_facts_that_are_cut_stand_in_full_in_the_notes():
    long = "Local review of many agencies " * 30
    slide = titled(planned(replace(BRIEFING, audience=long)), "What happened")
    assert f"For in full: {long}" in slide.notes
    assert not any("in full" in line for line in titled(planned(), "What happened").notes)


def test_a_subtitle_that_may_be_cut_stands_in_full_in_the_notes():
    long = "What eight services learned " * 10
    assert f"Subtitle in full: {long}" in planned(replace(BRIEFING, subtitle=long))[0].notes


def test_a_web_address_alone_makes_a_slide_with_a_code():
    slides = planned(replace(BRIEFING, find_out_more=()))
    slide = titled(slides, "Find out more")
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
