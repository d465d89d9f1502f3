"""Decks of too much, too little and hostile text."""

from __future__ import annotations

import io
from dataclasses import replace

from deck_samples import (
    BARE,
    BRIEFING,
    outline,
    package_text,
    point,
    shape_named,
    slide_titled,
    slides_of,
    titles_of,
    with_brand,
)
from pptx import Presentation
from pptx.oxml.ns import qn
from written import write_briefing_deck

from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.records.briefing import LearningPoint, ThemeCount

HOSTILE = "A\r\nB\rC\x0bD\x00\x07E \ud800 \ufffe \U0001f600 مرحبا \u202e=1+1"


def test_a_property_is_cut_where_the_format_ends():
    deck = briefing_deck(replace(BRIEFING, title="long " * 200))
    assert len(Presentation(io.BytesIO(deck)).core_properties.title) == 255


def test_twelve_improvements_are_split_evenly():
    deck = briefing_deck(replace(BRIEFING, improvements=tuple(point(30) for _ in range(12))))
    name = "Areas for practice improvement"
    pages = [slide_titled(deck, f"{name} ({n} of 2)") for n in (1, 2)]
    assert [len(page.placeholders[1].text_frame.paragraphs) for page in pages] == [6, 6]
    assert check_deck(deck) == ()


def test_split_questions_go_on_counting():
    questions = tuple(f"Question {n}: {point(20).text}" for n in range(10))
    deck = briefing_deck(replace(BRIEFING, questions=questions))
    second = slide_titled(deck, "Questions to discuss (2 of 2)").placeholders[1]
    starts = {number.get("startAt") for number in second.element.iter(qn("a:buAutoNum"))}
    assert starts == {"6"}


def test_the_rest_of_a_question_that_fills_a_slide_has_no_number_of_its_own():
    sentence = "Who would have asked how the baby was, and what would they have written down? "
    deck = briefing_deck(replace(BRIEFING, questions=(sentence * 30, "What do we do now?")))
    first, second = [slide for slide in slides_of(deck) if "uestions" in slide.shapes.title.text][
        :2
    ]
    (start, *_), (rest, *others) = (
        list(
            max(slide.placeholders, key=lambda one: len(one.text_frame.text)).text_frame.paragraphs
        )
        for slide in (first, second)
    )
    assert start._p.pPr.find(qn("a:buAutoNum")) is not None
    assert rest._p.pPr.find(qn("a:buNone")) is not None
    assert rest._p.pPr.get("marL") == start._p.pPr.get("marL")
    assert [one._p.pPr.find(qn("a:buAutoNum")).get("startAt") for one in others] == ["2"]


def test_a_long_title_is_set_smaller_and_then_cut():
    medium = "Who was asking what this child saw and heard at home, night after night, for a year?"
    assert _title_size(briefing_deck(replace(BRIEFING, title=medium))) == (medium, 40)
    title, size = _title_size(briefing_deck(replace(BRIEFING, title="Never assume. " * 60)))
    assert title.endswith("…")
    assert size == 24


def test_a_cut_title_is_whole_in_the_notes():
    whole = ("Never assume. " * 60).strip()
    first = slides_of(briefing_deck(replace(BRIEFING, title=whole)))[0]
    assert whole in first.notes_slide.notes_text_frame.text


def _title_size(deck: bytes) -> tuple[str, float]:
    frame = slides_of(deck)[0].shapes.title.text_frame
    return frame.text, frame.paragraphs[0].runs[0].font.size.pt


def test_hostile_text_comes_out_clean(openxml_audit, tmp_path):
    points = (LearningPoint(HOSTILE, HOSTILE), LearningPoint("", "W" * 5000), point(3000))
    briefing = replace(
        with_brand(partnership=HOSTILE, short_name=HOSTILE),
        **dict.fromkeys(
            ("title", "reference", "review_type", "audience", "subtitle", "kicker", "mark"), HOSTILE
        ),
        background=(HOSTILE, "word " * 3000),
        key_learning=points,
        questions=(HOSTILE,),
        themes=(ThemeCount(HOSTILE, 1), ThemeCount("=1+1", 1), ThemeCount("==", 1)),
    )
    target = write_briefing_deck(briefing, tmp_path / "deck.pptx")
    text = outline(target.read_bytes())
    assert "_x00" not in text
    assert "\x0b" not in text
    assert "\u202e" not in text
    assert check_deck(target.read_bytes()) == ()
    assert openxml_audit(target) == []


def test_a_theme_never_becomes_a_formula():
    deck = briefing_deck(replace(BRIEFING, themes=(ThemeCount("=1+1", 2), ThemeCount("{=2}", 1))))
    assert "<f>" not in package_text(deck)


def test_a_long_theme_is_cut_at_a_word_or_anywhere():
    themes = (ThemeCount("Neglect of the very young " * 9, 2), ThemeCount("W" * 300, 1))
    deck = briefing_deck(replace(BRIEFING, themes=themes))
    chart = shape_named(slide_titled(deck, "Themes in our published reviews"), "Chart of themes")
    first, second = chart.chart.plots[0].categories
    assert first.endswith(" Neglect…")
    assert second == "W" * 60 + "…"


def test_the_chart_shows_the_most_frequent_themes_and_the_notes_all():
    themes = tuple(ThemeCount(f"Theme {n}", 20 - n) for n in range(11))
    slide = slide_titled(
        briefing_deck(replace(BRIEFING, themes=themes)), "Themes in our published reviews"
    )
    plot = shape_named(slide, "Chart of themes").chart.plots[0]
    assert list(plot.categories) == [f"Theme {n}" for n in range(8)]
    notes = slide.notes_slide.notes_text_frame.text
    assert "the 8 most frequent of 11" in notes
    assert "Theme 10, 10 reviews" in notes


def test_a_background_too_long_for_its_table_gets_pages_of_its_own():
    deck = briefing_deck(replace(BRIEFING, background=(point(300).text,)))
    titles = titles_of(deck)
    assert titles[2:5] == ["What happened (1 of 2)", "What happened (2 of 2)", "At a glance"]


def test_a_background_without_facts_has_no_table():
    facts = replace(BARE, review_type="", audience="", background=("One thing happened.",))
    slide = slide_titled(briefing_deck(facts), "What happened")
    assert not any(shape.has_table for shape in slide.shapes)


def test_facts_of_any_length_stay_beside_the_text():
    long = "Local review of many agencies " * 20
    slide = slide_titled(
        briefing_deck(replace(BRIEFING, review_type=long, audience=long, reference=long)),
        "What happened",
    )
    table = shape_named(slide, "At a glance")
    assert table.table.cell(3, 1).text.endswith("…")
    assert table.top + table.height <= slide.slide_layout.placeholders[1].top + 4434840
