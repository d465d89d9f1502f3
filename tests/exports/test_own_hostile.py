"""Templates that break the rules of their format: what is missing, foreign or said twice."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from deck_samples import BRIEFING, package_text, slides_of, titles_of
from own_samples import (
    LAYOUT,
    MASTER,
    NAME,
    OFFICE,
    SHIPPED,
    changed,
    deck_on,
    edited,
    part_of,
)
from pptx import Presentation
from pptx.util import Emu

from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.errors import UserError
from sgdesk.exports.deck.colours import BLACK, Scheme
from sgdesk.exports.deck.content import Look
from sgdesk.exports.deck.own.cleaning import clean_template
from sgdesk.exports.deck.own.fitness import ground_colour
from sgdesk.exports.deck.own.layouts import has_places, used_places
from sgdesk.exports.deck.own.painting import paint_layout
from sgdesk.exports.deck.own.pictures import NOT_DRAWN
from sgdesk.exports.deck.own.places import open_cleaned
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.template_reading import read_template

RELATIONS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"


def layouts_of(data):
    return Presentation(io.BytesIO(clean_template(data).content)).slide_layouts


def opened(data):
    return open_cleaned(clean_template(data).content)


def test_layouts_that_are_listed_twice_or_are_not_there_count_once_or_not_at_all():
    listed = part_of(SHIPPED, MASTER).split("<p:sldLayoutIdLst>")[1].split("/>")[0] + "/>"
    again = listed.replace('id="', 'id="9', 1)
    nowhere = f'<p:sldLayoutId xmlns:r="{OFFICE}" id="2147489999" r:id="rId99"/>'
    data = changed(SHIPPED, MASTER, "</p:sldLayoutIdLst>", f"{again}{nowhere}</p:sldLayoutIdLst>")
    assert [one.name for one in layouts_of(data)] == [one.name for one in layouts_of(SHIPPED)]


def test_elements_and_attributes_of_others_are_left_out():
    stranger = f'<x:who xmlns:x="urn:x" name="{NAME}"><a:t>{NAME}</a:t></x:who>'
    data = changed(SHIPPED, LAYOUT, "</p:spTree>", f"{stranger}</p:spTree>")
    data = changed(data, LAYOUT, "<p:cSld ", f'<p:cSld xmlns:x="urn:x" x:who="{NAME}" ')
    data = changed(data, LAYOUT, '<p:ph idx="1"/>', f'<p:ph idx="1" r:id="{NAME}"/>')
    assert NAME in package_text(data)
    assert NAME not in package_text(clean_template(data).content)


def test_prompts_and_languages_of_the_maker_are_left_out():
    data = changed(SHIPPED, LAYOUT, '<p:ph idx="1"/>', '<p:ph idx="1" hasCustomPrompt="1"/>')
    data = changed(
        data, LAYOUT, '<a:defRPr sz="1200" b="0">', '<a:defRPr sz="1200" b="0" altLang="cy-GB">'
    )
    text = package_text(clean_template(data).content)
    assert "hasCustomPrompt" in package_text(data)
    assert "hasCustomPrompt" not in text
    assert "altLang" not in text


def test_a_picture_that_is_not_in_the_file_is_left_out_and_told():
    relation = f'<Relationship Id="P7" Type="{OFFICE}/image" Target="../media/gone.png"/>'
    data = changed(SHIPPED, RELATIONS, "</Relationships>", f"{relation}</Relationships>")
    picture = (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="P7"/></p:blipFill><p:spPr/></p:pic>'
    )
    data = changed(data, LAYOUT, "</p:spTree>", f"{picture}</p:spTree>")
    cleaned = clean_template(data)
    assert cleaned.notes == (NOT_DRAWN,)
    assert not any(b"<p:pic>" in layout.part.blob for layout in layouts_of(data))


def without(package, part, start, end, number=1):
    """Return `package` without what stands in a part from `start` to `end`, the first or later."""
    text = part_of(package, part)
    at = -1
    for _ in range(number):
        at = text.index(start, at + 1)
    return changed(package, part, text, text[:at] + text[text.index(end, at) + len(end) :])


LEFT_TO_THE_MASTER = {
    "words of the title": ("<p:txBody>", "</p:txBody>", 1),
    "words of the text": ("<p:txBody>", "</p:txBody>", 2),
    "style of the text": ("<a:lstStyle/>", "", 2),
    "place of the title": ("<p:spPr>", "</p:spPr>", 1),
}


@pytest.mark.parametrize("gone", LEFT_TO_THE_MASTER)
def test_a_place_that_leaves_its_parts_to_the_master_is_filled(gone):
    data = without(SHIPPED, LAYOUT, *LEFT_TO_THE_MASTER[gone])
    assert titles_of(deck_on(data)) == titles_of(deck_on(SHIPPED))


def test_a_template_without_styles_takes_plain_ones():
    data = without(SHIPPED, "ppt/presentation.xml", "<p:defaultTextStyle>", "</p:defaultTextStyle>")
    data = without(data, MASTER, "<p:txStyles>", "</p:txStyles>")
    place = opened(data).layouts[1].contents[0]
    assert (place.size, place.typeface(), place.colour(Scheme({}, {}))) == (18.0, "+mn-lt", BLACK)
    deck = deck_on(data)
    used = next(
        slide.slide_layout.part.blob.decode()
        for slide in slides_of(deck)
        if slide.slide_layout.name == "Title and Content"
    )
    assert 'marL="0" indent="0"' in used
    assert titles_of(deck) == titles_of(deck_on(SHIPPED))


def test_the_presentation_is_found_wherever_it_stands_among_the_parts():
    first = (
        f'<Relationship Id="rId9" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    )
    start = '<Relationship Id="rId1"'
    data = changed(SHIPPED, "_rels/.rels", start, f"{first}{start}")
    assert [one.name for one in layouts_of(data)] == [one.name for one in layouts_of(SHIPPED)]


def test_paths_with_a_measure_of_their_own_keep_it_when_the_slide_is_made_larger():
    path = '<a:path{}><a:moveTo><a:pt x="100" y="100"/></a:moveTo></a:path>'
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="80" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        "<a:custGeom><a:pathLst>{}</a:pathLst></a:custGeom></p:spPr></p:sp>"
    )
    data = changed(SHIPPED, "ppt/presentation.xml", 'cy="6858000"', 'cy="3429000"')
    for about in (' w="100" h="100"', ""):
        drawn = shape.format(path.format(about))
        data = changed(data, LAYOUT, "</p:spTree>", f"{drawn}</p:spTree>")
    text = part_of(clean_template(data).content, LAYOUT)
    assert re.findall(r'<a:pt x="(\d+)"', text) == ["100", "200"]


def test_a_title_that_stands_nowhere_is_no_place_for_a_title():
    def lift(presentation):
        for shape in [*presentation.slide_master.shapes, *presentation.slide_layouts[1].shapes]:
            properties = shape._element.spPr
            for frame in list(properties)[:1]:
                properties.remove(frame)

    layout = opened(edited(lift)).layouts[1]
    assert layout.title is None
    assert not has_places(layout, Look.CONTENT)
    with pytest.raises(LookupError):
        used_places(layout, Look.CONTENT)


def test_a_chosen_layout_without_the_places_for_its_slides_is_not_used():
    deck = read_template("a", SHIPPED).deck
    first = deck.layouts[0].layout
    choices = [LayoutChoice(one.use, first) for one in deck.layouts]
    with pytest.raises(UserError, match="cannot be used any more"):
        deck_with(deck.with_layouts(tuple(choices)))


def deck_with(own):
    return briefing_deck(replace(BRIEFING, deck_template=own))


def test_a_place_outside_the_slide_has_no_ground_and_its_deck_is_made_all_the_same():
    def move(presentation):
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders)[:2]:
                place.left = Emu(20_000_000)

    data = edited(move)
    template = opened(data)
    layout = template.layouts[1]
    ground = paint_layout(layout, template.size, 240).finished()
    assert ground_colour(ground, layout.title, template.size) is None
    report = read_template("a", data)
    assert "stands outside the slide" in " ".join(report.problems)
    assert titles_of(deck_with(report.deck))[0] == "Listen twice"


def test_typefaces_of_the_theme_are_looked_up_and_others_are_what_they_are():
    master = opened(SHIPPED).layouts[0].master
    assert master.typeface("+mj-lt") == "Arial"
    assert master.typeface("Verdana") == "Verdana"


def test_spacing_and_typefaces_that_a_layout_sets_itself_give_way_to_ours():
    style = '<a:lvl1pPr><a:lnSpc><a:spcPct val="300000"/></a:lnSpc></a:lvl1pPr>'
    text = part_of(SHIPPED, LAYOUT)
    before, after = text.split('<p:ph idx="1"/>')
    after = after.replace("<a:lstStyle/>", f"<a:lstStyle>{style}</a:lstStyle>", 1)
    after = after.replace(
        '<a:defRPr sz="1200" b="0"><a:solidFill><a:schemeClr val="accent3"></a:schemeClr>'
        "</a:solidFill></a:defRPr>",
        '<a:defRPr sz="1200" b="0"><a:latin typeface="Impact"/></a:defRPr>',
        1,
    )
    data = changed(SHIPPED, LAYOUT, text, f'{before}<p:ph idx="1"/>{after}')
    assert "Impact" in part_of(clean_template(data).content, LAYOUT)
    used = next(
        slide.slide_layout.part.blob.decode()
        for slide in slides_of(deck_on(data))
        if slide.slide_layout.name == "Title and Content"
    )
    assert '<a:spcPct val="105000"/>' in used
    assert "300000" not in used
    assert "Impact" not in used


def test_the_mark_has_its_room_where_the_title_leaves_none():
    def crowd(presentation):
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders):
                if place.placeholder_format.type.name in {"FOOTER", "SLIDE_NUMBER"}:
                    place._element.getparent().remove(place._element)
            layout.placeholders[0].left = Emu(9_900_000)
            layout.placeholders[0].width = Emu(3_700_000)
        master = presentation.slide_master
        for place in list(master.placeholders):
            if place.placeholder_format.type.name in {"FOOTER", "SLIDE_NUMBER"}:
                place._element.getparent().remove(place._element)

    for slide in slides_of(deck_on(edited(crowd)))[1:]:
        (mark,) = [one for one in slide.placeholders if "PRACTICE" in one.text_frame.text]
        assert mark.left < 2_000_000
        assert mark.width > 5_000_000
