"""The shipped template and its colours."""

from __future__ import annotations

import io
import zipfile

import deck_template_parts
import make_deck_template
import pytest
from pptx import Presentation

from sgdesk.config.resources import resource
from sgdesk.domain.partnerships import contrast_with_white
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.palette import theme_colours
from sgdesk.exports.deck.template import TABLE_STYLE, open_template
from sgdesk.records.briefing import Brand

SHIPPED = resource("deck", "sgdesk-16x9.pptx").read_bytes()


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def test_the_shipped_template_is_what_its_script_makes():
    assert parts(make_deck_template.template()) == parts(SHIPPED)


def test_the_template_is_sound(openxml_audit):
    assert openxml_audit(resource("deck", "sgdesk-16x9.pptx")) == []


def test_the_template_is_wide_and_has_no_slides():
    presentation = Presentation(io.BytesIO(SHIPPED))
    assert presentation.slide_width / presentation.slide_height == pytest.approx(16 / 9)
    assert len(presentation.slides) == 0
    assert [layout.element.get("type") for layout in presentation.slide_layouts] == [
        "title",
        "obj",
        "twoObj",
        "titleOnly",
        "obj",
    ]


def test_the_template_names_nobody_and_has_no_picture_of_itself():
    text = b"\n".join(parts(SHIPPED).values())
    names = " ".join(parts(SHIPPED))
    assert "thumbnail" not in names
    assert "printerSettings" not in names
    assert b"Microsoft" not in text
    properties = Presentation(io.BytesIO(SHIPPED)).core_properties
    assert properties.author == properties.last_modified_by == "SGDesk"


def test_tables_take_the_template_s_own_style():
    assert deck_template_parts.TABLE_STYLE_ID == TABLE_STYLE
    assert TABLE_STYLE.encode() in parts(SHIPPED)["ppt/tableStyles.xml"]


def test_looks_have_layouts():
    template = open_template({})
    assert template.layout(Look.DISCUSSION).name == "Discussion"
    assert template.layout(Look.CONTENT).name == "Title and Content"
    assert template.frames.left.width + template.frames.right.width < template.frames.body.width


def test_the_built_in_colours_are_the_default():
    colours = theme_colours(Brand("Any"))
    assert (colours["dk2"], colours["accent1"], colours["hlink"]) == ("12344D", "0B7A75", "0B7A75")


@pytest.mark.parametrize("colour", ["#FFFF00", "red", "", "#12", "#AABBCCDD"])
def test_a_colour_that_white_cannot_be_read_on_gives_way(colour):
    colours = theme_colours(Brand("Any", ink=colour, accent=colour))
    assert (colours["dk2"], colours["accent1"]) == ("12344D", "0B7A75")


def test_a_partnership_s_colours_and_their_tints_replace_the_built_in_ones():
    colours = theme_colours(Brand("Any", ink="#5b1a3a", accent="#8A4B00"))
    assert colours == {
        "dk2": "5B1A3A",
        "accent6": "F2A541",
        "lt2": "F4EFE8",
        "accent1": "8A4B00",
        "accent4": "CEBAC4",
        "hlink": "8A4B00",
    }


@pytest.mark.parametrize("ink", ["#767676", "#0B7A75", "#B3261E", "#5B4A9E", "#12344D", "#000000"])
def test_the_warm_colour_is_as_pale_as_it_must_be_to_be_read_on_the_ink(ink):
    colours = theme_colours(Brand("Any", ink=ink))
    light, dark = (contrast_with_white(f"#{colours[slot]}") for slot in ("accent6", "dk2"))
    assert dark / light >= 4.5 or (colours["accent6"] == "FFFFFF" and dark >= 4.5)


@pytest.mark.parametrize("slot", ["dk1", "dk2", "accent1", "accent3", "hlink"])
def test_every_colour_of_text_can_be_read_on_white(slot):
    theme = parts(SHIPPED)["ppt/theme/theme1.xml"].decode()
    colour = theme.split(f'<a:{slot}><a:srgbClr val="')[1][:6]
    assert contrast_with_white(f"#{colour}") >= 4.5
