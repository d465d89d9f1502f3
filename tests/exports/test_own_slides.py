"""Slides on templates of other makers: every text can be read, and every slide painted."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from deck_samples import BRIEFING, FULL, logo, slides_of, titles_of, with_brand
from own_samples import (
    LAYOUT,
    MASTER,
    SHIPPED,
    THEME,
    changed,
    deck_on,
    edited,
    part_of,
    python_default,
)
from PIL import Image
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.util import Emu

from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.own.geometry import Box
from sgdesk.exports.deck.own.painted_text import Line, Piece, TextPainter
from sgdesk.exports.deck.own.previews import SlidePainter
from sgdesk.exports.deck.slides import briefing_deck

BLACK = (0, 0, 0, 1.0)


def timeline_runs(deck):
    return [
        run
        for slide in slides_of(deck)
        for shape in slide.shapes
        if shape.name == "Timeline"
        for row in shape.table.rows
        for cell in row.cells
        for paragraph in cell.text_frame.paragraphs
        for run in paragraph.runs
    ]


def test_a_timeline_takes_the_text_colour_of_its_layout():
    style = (
        '<a:lstStyle><a:lvl1pPr><a:defRPr><a:solidFill><a:srgbClr val="334455"/></a:solidFill>'
        "</a:defRPr></a:lvl1pPr></a:lstStyle><a:p><a:r>"
    )
    place = 'idx="1"/></p:nvPr>'
    _, after = part_of(SHIPPED, LAYOUT).split(place)
    data = changed(SHIPPED, LAYOUT, after, after.replace("<a:lstStyle/><a:p><a:r>", style, 1))
    deck = deck_on(data, FULL)
    colours = {
        str(run.font.color.rgb)
        for run in timeline_runs(deck)
        if run.font.fill.type == MSO_FILL.SOLID and run.font.color.type.name == "RGB"
    }
    assert colours == {"334455"}
    assert check_deck(deck) == ()


def test_a_colour_of_the_theme_that_cannot_be_read_gives_way_to_that_of_the_text():
    pale = changed(
        python_default(), THEME, '<a:srgbClr val="1F497D"/>', '<a:srgbClr val="E4E4E4"/>'
    )
    deck = deck_on(pale, FULL)
    names = {
        run.font.color.theme_color.name
        for run in timeline_runs(deck)
        if run.font.fill.type == MSO_FILL.SOLID
    }
    assert names == {"TEXT_1"}
    assert check_deck(deck) == ()


def test_a_long_title_is_cut_again_where_its_letters_are_wide():
    def flatten(presentation):
        presentation.slide_layouts[0].placeholders[0].height = Emu(420_000)

    flat = edited(flatten)
    wide = changed(flat, MASTER, 'sz="3200" b="1"', 'sz="3200" cap="all" b="1"')
    wide = changed(wide, THEME, '<a:latin typeface="Arial"/>', '<a:latin typeface="Verdana"/>')
    long = replace(BRIEFING, title="Never assume that somebody else has asked. " * 12)
    cut, usual = (titles_of(deck_on(data, long))[0] for data in (wide, flat))
    assert cut.startswith("Never assume")
    assert cut.endswith("…")
    assert len(cut) < len(usual)


def painted(deck, width=320):
    painter = SlidePainter(deck)
    return [
        Image.open(io.BytesIO(painter.png(slide, width))).convert("RGB") for slide in painter.slides
    ]


def middle_of(picture, shape, width):
    """The lightest and the darkest sum of colours in the middle of a shape."""
    scale = picture.width / width
    x = int((shape.left + shape.width / 2) * scale)
    y = int((shape.top + shape.height / 2) * scale)
    found = picture.crop((x - 9, y - 9, x + 9, y + 9)).getcolors(400)
    sums = [sum(colour) for _, colour in found]
    return min(sums), max(sums)


@pytest.mark.parametrize("template", ["none", "capitals"])
def test_every_slide_is_painted_and_a_code_for_phones_is_seen_on_it(template):
    deck = briefing_deck(with_brand(FULL, logo_png=logo()))
    if template == "capitals":
        deck = deck_on(changed(SHIPPED, MASTER, 'sz="3200" b="1"', 'sz="3200" cap="all" b="1"'))
    pictures, presentation = painted(deck), Presentation(io.BytesIO(deck))
    codes = [
        middle_of(picture, shape, presentation.slide_width)
        for picture, slide in zip(pictures, presentation.slides, strict=True)
        for shape in slide.shapes
        if shape.name == "QR code"
    ]
    assert codes
    assert all(darkest < 200 and lightest > 560 for darkest, lightest in codes)


def test_the_plate_under_a_chart_is_painted_too():
    tinted = changed(
        SHIPPED,
        LAYOUT,
        "<p:spTree>",
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFF0C0"/></a:solidFill></p:bgPr></p:bg>'
        "<p:spTree>",
    )
    deck = deck_on(tinted)
    presentation = Presentation(io.BytesIO(deck))
    number, chart = next(
        (number, shape)
        for number, slide in enumerate(presentation.slides)
        for shape in slide.shapes
        if shape.has_chart
    )
    picture = painted(deck)[number]
    scale = picture.width / presentation.slide_width
    corner = (int(chart.left * scale) + 2, int(chart.top * scale) + 2)
    assert picture.getpixel(corner) == (255, 255, 255)
    assert picture.getpixel((corner[0] - 8, corner[1])) == (255, 240, 192)


def test_it_makes_no_difference_to_which_piece_a_space_belongs():
    def drawn(*words):
        picture = Image.new("RGB", (200, 60), "white")
        line = Line(tuple(Piece(one, 18.0, BLACK) for one in words))
        frame = Box(0, 0, 2_540_000, 762_000)
        TextPainter(picture, 200 / frame.width).paint([line], frame)
        return picture.tobytes()

    assert drawn("Two words ", "end") == drawn("Two words", " end")
    assert drawn("Two words ", "end") != drawn("Two words", "end")
