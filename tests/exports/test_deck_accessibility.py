"""The accessibility check sees each thing that is broken on purpose."""

from __future__ import annotations

import pytest
from deck_samples import (
    BRIEFING,
    logo,
    rewritten,
    saved,
    shape_named,
    slides_of,
    with_brand,
)
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.slides import briefing_deck

DECK = briefing_deck(with_brand(BRIEFING, logo_png=logo()))


def test_a_sound_deck_has_no_problems():
    assert check_deck(DECK) == ()


def test_what_is_no_presentation_is_refused_by_the_library():
    with pytest.raises(Exception, match="zip"):
        check_deck(b"nothing")


def _no_title(slides):
    slides[3].shapes.title.text_frame.clear()


def _title_removed(slides):
    title = slides[3].shapes.title.element
    title.getparent().remove(title)


def _same_title(slides):
    slides[3].shapes.title.text_frame.paragraphs[0].runs[0].text = "good PRACTICE"


def _no_notes(slides):
    slides[3].notes_slide.notes_text_frame.clear()


def _no_notes_placeholder(slides):
    element = slides[3].notes_slide.notes_placeholder.element
    element.getparent().remove(element)


def _no_description(slides):
    del _properties(slides[0], "Logo").attrib["descr"]


def _file_name(slides):
    _properties(slides[0], "Logo").set("descr", "Child A at home.JPG")


def _table_without_description(slides):
    _properties(slides[1], "Running order").set("descr", " ")


def _chart_without_description(slides):
    _properties(slides[6], "Chart of themes").set("descr", "")


def _no_head_row(slides):
    shape_named(slides[1], "Running order").table.first_row = False


def _empty_head_cell(slides):
    shape_named(slides[1], "Running order").table.cell(0, 2).text = ""


def _merged_cells(slides):
    table = shape_named(slides[1], "Running order").table
    table.cell(1, 0).merge(table.cell(1, 1))


def _another_language(slides):
    run = next(slides[3].placeholders[1].element.iter(qn("a:rPr")))
    run.set("lang", "en-US")


def _no_language_in_notes(slides):
    run = next(slides[3].notes_slide.element.iter(qn("a:rPr")))
    run.getparent().remove(run)


def _small_text(slides):
    slides[3].placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(15)


def _small_footer(slides):
    list(slides[3].shapes)[-2].text_frame.paragraphs[0].runs[0].font.size = Pt(9)


def _small_chart(slides):
    shape_named(slides[6], "Chart of themes").chart.font.size = Pt(10)


def _text_of_twelve_points(slides):
    slides[3].placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(12)


def _pale_text(slides):
    run = slides[3].placeholders[1].text_frame.paragraphs[1].runs[0]
    run.font.color.rgb = RGBColor(0xA8, 0xA8, 0xA8)


def _pale_theme_colour(slides):
    run = slides[0].placeholders[0].text_frame.paragraphs[0].runs[0]
    run.font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _pale_cell(slides):
    cell = shape_named(slides[1], "Running order").table.cell(3, 1)
    cell.text_frame.paragraphs[0].runs[0].font.color.rgb = RGBColor(0xC0, 0xC0, 0xC0)


def _dark_panel(slides):
    panel = shape_named(slides[3], "Talk about it")
    panel.fill.solid()
    panel.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1


def _bare_link(slides):
    runs = slides[11].placeholders[1].text_frame.paragraphs[0].runs
    runs[1].text = "https://www.example.org/reviews"


def _properties(slide, name):
    return shape_named(slide, name)._element._nvXxPr.cNvPr


@pytest.mark.parametrize(
    ("breakage", "expected"),
    [
        (_no_title, "Slide 4: it has no title."),
        (_title_removed, "Slide 4: it has no title."),
        (_same_title, "Several slides have the title “good practice”."),
        (_no_notes, "Slide 4: it has no speaker notes."),
        (_no_notes_placeholder, "Slide 4: it has no speaker notes."),
        (_no_description, "Slide 1: “Logo” has no alternative text."),
        (_file_name, "Slide 1: the alternative text of “Logo” is a file name."),
        (_table_without_description, "Slide 2: “Running order” has no alternative text."),
        (_chart_without_description, "Slide 7: “Chart of themes” has no alternative text."),
        (_no_head_row, "Slide 2: the table “Running order” has no head row."),
        (
            _empty_head_cell,
            "Slide 2: the head row of the table “Running order” has an empty cell.",
        ),
        (_merged_cells, "Slide 2: the table “Running order” has merged cells."),
        (
            _another_language,
            "Slide 4: “Content Placeholder 2” has text that is not marked as British English.",
        ),
        (
            _no_language_in_notes,
            "Slide 4: the notes have text that is not marked as British English.",
        ),
        (
            _small_text,
            "Slide 4: the text of “Content Placeholder 2” is smaller than 16 points.",
        ),
        (
            _small_footer,
            "Slide 4: the text of “Footer Placeholder 6” is smaller than 12 points.",
        ),
        (
            _small_chart,
            "Slide 7: the text of “Chart of themes” is smaller than 16 points.",
        ),
        (
            _text_of_twelve_points,
            "Slide 4: the text of “Content Placeholder 2” is smaller than 16 points.",
        ),
        (
            _pale_text,
            (
                "Slide 4: text of “Content Placeholder 2” has a contrast of 2.4 to 1, "
                "which is too little."
            ),
        ),
        (
            _pale_theme_colour,
            "Slide 1: text of “Title 1” has a contrast of 1.0 to 1, which is too little.",
        ),
        (
            _pale_cell,
            "Slide 2: text of “Running order” has a contrast of 1.8 to 1, which is too little.",
        ),
        (
            _dark_panel,
            "Slide 4: text of “Talk about it” has a contrast of 1.0 to 1, which is too little.",
        ),
        (
            _bare_link,
            "Slide 12: a link in “Content Placeholder 2” shows its address instead of words.",
        ),
    ],
)
def test_each_breakage_is_told(breakage, expected):
    slides = slides_of(DECK)
    breakage(slides)
    assert check_deck(saved(slides)) == (expected,)


def test_a_deck_without_notes_is_told():
    deck = rewritten(
        DECK,
        "ppt/slides/_rels/slide4.xml.rels",
        lambda text: text.replace("relationships/notesSlide", "relationships/other"),
    )
    assert check_deck(deck) == ("Slide 4: it has no speaker notes.",)
