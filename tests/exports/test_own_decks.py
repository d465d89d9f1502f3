"""Decks made on templates of other makers: what they hold, and what is mended on the way."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from deck_samples import BRIEFING, slides_of, titles_of
from own_samples import (
    LAYOUT,
    MASTER,
    SHIPPED,
    THEME,
    changed,
    deck_on,
    edited,
    python_default,
    signed_png,
)
from PIL import Image
from pptx import Presentation
from pptx.util import Emu, Inches

from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.template_reading import read_template, slide_pictures

SECOND = "ppt/slideLayouts/slideLayout3.xml"


@pytest.mark.parametrize("data", [SHIPPED, python_default()], ids=["16:9", "4:3"])
def test_a_deck_on_a_well_made_template_is_sound(data, openxml_audit, tmp_path):
    deck = deck_on(data)
    file = tmp_path / "deck.pptx"
    file.write_bytes(deck)
    assert openxml_audit(file) == []
    assert check_deck(deck) == ()
    assert titles_of(deck)[0] == "Listen twice"


def test_a_deck_on_the_built_in_template_as_an_own_one_says_the_same():
    assert titles_of(deck_on(SHIPPED)) == titles_of(briefing_deck(BRIEFING))


def test_every_slide_carries_the_mark_and_its_number():
    for data in (python_default(), changed(python_default(), LAYOUT, 'type="ftr"', 'type="dt"')):
        for number, slide in enumerate(slides_of(deck_on(data)), start=1):
            words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            assert any("PRACTICE" in one for one in words)
            assert str(number) in words


def test_what_is_drawn_stays_inside_the_text_area_of_its_layout():
    deck = deck_on(python_default())
    for slide in slides_of(deck):
        for shape in slide.shapes:
            if not shape.is_placeholder and shape.name in {"Chart of themes", "QR code"}:
                assert shape.top >= Inches(1.5)
                assert shape.left + shape.width <= Inches(10)


# What is mended on the way


def test_a_dark_template_gives_a_deck_that_can_be_read():
    dark = changed(SHIPPED, MASTER, 'bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
    dark = changed(dark, MASTER, 'tx2="dk2"', 'tx2="lt2"')
    dark = changed(dark, "ppt/slideLayouts/slideLayout5.xml", 'val="accent5"', 'val="bg1"')
    report = read_template("a", dark)
    assert not [one for one in report.problems if "Opening" not in one]


def test_a_heading_row_takes_a_colour_on_which_its_words_can_be_read():
    pale = changed(
        SHIPPED,
        THEME,
        '<a:accent1><a:srgbClr val="0B7A75"/>',
        '<a:accent1><a:srgbClr val="E0F0F0"/>',
    )
    slide = slides_of(deck_on(pale))[1]
    table = next(shape for shape in slide.shapes if shape.has_table)
    assert 'schemeClr val="tx1"' in table.table.cell(0, 0)._tc.xml
    chart = next(
        shape for one in slides_of(deck_on(pale)) for shape in one.shapes if shape.has_chart
    )
    assert 'schemeClr val="accent1"' not in chart.chart._chartSpace.xml


def test_links_take_the_colour_of_the_text_where_their_own_cannot_be_read():
    pale = changed(
        SHIPPED, THEME, '<a:hlink><a:srgbClr val="0B7A75"/>', '<a:hlink><a:srgbClr val="F0F0F0"/>'
    )
    deck = deck_on(pale)
    theme = Presentation(io.BytesIO(deck)).slide_masters[0].part
    blob = next(
        relation.target_part.blob
        for relation in theme.rels.values()
        if relation.reltype.endswith("/theme")
    )
    assert b'<a:hlink><a:srgbClr val="1B2733"/>' in blob


def test_a_chart_on_a_ground_of_another_colour_gets_a_plate():
    tinted = changed(
        SHIPPED,
        LAYOUT,
        "<p:spTree>",
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFF0C0"/></a:solidFill><a:effectLst/>'
        "</p:bgPr></p:bg><p:spTree>",
    )
    chart = next(
        shape for one in slides_of(deck_on(tinted)) for shape in one.shapes if shape.has_chart
    )
    assert chart.chart._chartSpace.xml.count("<c:spPr>") >= 1
    assert 'val="bg1"' in chart.chart._chartSpace.xml


def test_a_long_title_is_set_smaller_and_then_cut_on_a_template_in_capitals():
    capitals = changed(SHIPPED, MASTER, 'sz="3200" b="1"', 'sz="3200" cap="all" b="1"')
    long = replace(BRIEFING, title="Never assume that somebody else has asked. " * 12)
    slide = slides_of(deck_on(capitals, long))[0]
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt == 20


def test_headings_that_the_template_sets_small_are_set_larger():
    small = changed(SHIPPED, MASTER, 'sz="3200" b="1"', 'sz="1400" b="0"')
    run = slides_of(deck_on(small))[1].shapes.title.text_frame.paragraphs[0].runs[0]
    assert run.font.size.pt >= 24
    assert run.font.bold


def test_of_two_parts_the_left_one_is_filled_first_whatever_its_number():
    swapped = changed(SHIPPED, SECOND, 'sz="half" idx="2"', 'sz="half" idx="7"')
    swapped = changed(swapped, SECOND, '<p:ph idx="1"/>', '<p:ph idx="9"/>')
    slide = slides_of(deck_on(swapped))[1]
    table = next(shape for shape in slide.shapes if shape.has_table)
    text = [s for s in slide.placeholders if "Before." in s.text_frame.text]
    assert text[0].left < table.left


def test_an_opening_without_a_place_under_its_title_is_left_with_the_title():
    def drop(presentation):
        layout = presentation.slide_layouts[0]
        for place in list(layout.placeholders):
            if place.placeholder_format.idx in {1, 13, 14}:
                place.element.getparent().remove(place.element)

    first = slides_of(deck_on(edited(drop)))[0]
    assert first.shapes.title.text_frame.text == "Listen twice"
    assert any("PRACTICE" in s.text_frame.text for s in first.shapes if s.has_text_frame)


def test_a_template_of_a_wide_typeface_gets_fewer_words_on_a_slide():
    wide = changed(SHIPPED, THEME, '<a:latin typeface="Arial"/>', '<a:latin typeface="Verdana"/>')
    assert len(slides_of(deck_on(wide))) >= len(slides_of(deck_on(SHIPPED)))


def test_a_logo_of_the_brand_is_not_put_on_a_template_that_has_its_own():
    brand = replace(BRIEFING.brand, logo_png=signed_png())
    first = slides_of(deck_on(python_default(), replace(BRIEFING, brand=brand)))[0]
    assert not any(shape.name == "Logo" for shape in first.shapes)


# Pictures


@pytest.mark.parametrize("data", [SHIPPED, python_default(), None], ids=["wide", "4:3", "none"])
def test_there_is_a_picture_of_every_use_with_its_words(data):
    deck = read_template("a", data).deck if data else None
    pictures = slide_pictures(deck, width=320)
    assert [one.use for one in pictures] == [look.value for look in Look]
    for one in pictures:
        picture = Image.open(io.BytesIO(one.png))
        assert picture.width == 320
        assert len(picture.convert("RGB").getcolors(100_000)) > 20
    assert "Questions to discuss" in pictures[3].description


def test_a_slide_height_that_differs_is_no_hindrance():
    def shrink(presentation):
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders):
                place.left, place.top = Emu(place.left // 2), Emu(place.top // 2)
                place.width, place.height = Emu(place.width // 2), Emu(place.height // 2)
        presentation.slide_width, presentation.slide_height = Emu(6096000), Emu(3429000)

    assert titles_of(deck_on(edited(shrink)))[0] == "Listen twice"
