"""Templates of other makers, read: their layouts matched, and why some do not fit."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from deck_samples import BRIEFING, titles_of
from lxml import etree
from own_samples import MASTER, SHIPPED, THEME, changed, deck_on, edited, python_default
from PIL import Image, UnidentifiedImageError
from pptx.exc import InvalidXmlError
from pptx.util import Inches

from sgdesk.domain.deck_templates import LayoutChoice
from sgdesk.errors import CancelledError, UserError
from sgdesk.exports.deck import template_reading
from sgdesk.exports.deck.accessibility import check_deck
from sgdesk.exports.deck.slides import briefing_deck
from sgdesk.exports.deck.template_reading import read_kept, read_template, slide_pictures
from sgdesk.records.deck_templates import OwnDeck


def problems(data):
    return " ".join(read_template("Own.potx", data).problems)


def warnings(data):
    return " ".join(read_template("Own.potx", data).warnings)


def test_layouts_are_matched_by_type_and_then_by_their_places():
    uses = {use.use: use for use in read_template("a", python_default()).uses}
    names = {use: _name(uses[use]) for use in uses}
    assert names == {
        "opening": "Title Slide",
        "content": "Title and Content",
        "two parts": "Two Content",
        "discussion": "Title and Content",
    }
    bare = edited(_untype, python_default())
    uses = {use.use: use for use in read_template("a", bare).uses}
    assert _name(uses["two parts"]) in {"Two Content", "Comparison"}
    assert _name(uses["content"]) == "Title and Content"


def _untype(presentation):
    for layout in presentation.slide_layouts:
        layout.element.attrib.pop("type", None)


def _name(use):
    return next(offer.name for offer in use.offers if offer.layout == use.chosen)


def test_a_layout_for_discussion_is_found_by_its_name():
    uses = {use.use: use for use in read_template("a", SHIPPED).uses}
    assert _name(uses["discussion"]) == "Discussion"


def test_another_choice_of_layout_is_kept_and_judged():
    deck = read_template("a", python_default()).deck
    other = next(
        offer.layout for offer in read_kept(deck).uses[0].offers if offer.name == "Section Header"
    )
    choices = (LayoutChoice("opening", other), *deck.layouts[1:])
    report = read_kept(deck.with_layouts(choices))
    assert report.deck.layouts[0].layout == other
    assert report.deck != deck
    assert titles_of(briefing_deck(replace(BRIEFING, deck_template=report.deck)))
    small = read_kept(deck.with_layouts((*deck.layouts[:1], LayoutChoice("content", other))))
    assert "45%" in " ".join(small.problems)


def test_a_choice_that_is_no_longer_there_gives_way_to_the_best_one():
    deck = read_template("a", SHIPPED).deck
    gone = deck.with_layouts((LayoutChoice("opening", "/ppt/gone.xml"),))
    assert read_kept(gone).deck.layouts == deck.layouts
    with pytest.raises(UserError, match="cannot be used any more"):
        briefing_deck(replace(BRIEFING, deck_template=gone))


# Why a template does not fit


def test_a_template_without_titles_does_not_fit():
    def drop(presentation):
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders):
                if place.placeholder_format.idx == 0:
                    place.element.getparent().remove(place.element)

    report = read_template("a", edited(drop))
    assert all("no layout of this template" in one for one in report.problems)
    assert len(report.problems) == 4
    with pytest.raises(UserError):
        slide_pictures(report.deck, width=160)


def test_a_text_area_that_is_too_small_is_named():
    def cramp(presentation):
        for layout in presentation.slide_layouts:
            for place in list(layout.placeholders):
                if place.placeholder_format.idx in {1, 2}:
                    place.height = Inches(2)

    words = problems(edited(cramp))
    assert "Slides in one part: the text area of “Title and Content” takes 24%" in words
    assert "at least 40% is needed" in words


def test_a_title_over_its_text_is_named():
    def collide(presentation):
        for layout in presentation.slide_layouts:
            layout.placeholders[0].top = Inches(3)

    assert "lies over its text" in problems(edited(collide))


def test_a_title_that_is_too_small_or_upright_is_named():
    def shrink(presentation):
        for layout in presentation.slide_layouts:
            layout.placeholders[0].width = Inches(1)

    assert "too small for a line" in problems(edited(shrink))
    upright = changed(SHIPPED, MASTER, 'vert="horz"', 'vert="vert"')
    assert "runs upwards" in problems(upright)


def test_a_title_outside_the_slide_is_named():
    def move(presentation):
        for layout in presentation.slide_layouts:
            layout.placeholders[0].left = Inches(20)

    assert "stands outside the slide" in problems(edited(move))


def test_text_that_cannot_be_read_on_its_background_is_named_with_its_contrast():
    pale = changed(
        SHIPPED,
        THEME,
        'name="SGDesk"><a:dk1><a:srgbClr val="1B2733"/>',
        'name="x"><a:dk1><a:srgbClr val="EEEEEE"/>',
    )
    assert "the text of “Title and Content” cannot be read" in problems(pale)
    assert "the contrast is 1.1 to 1 on 100% of its area" in problems(pale)


def test_text_that_can_just_be_read_is_a_warning():
    pale = changed(
        SHIPPED, THEME, '<a:dk1><a:srgbClr val="1B2733"/>', '<a:dk1><a:srgbClr val="8A8A8A"/>'
    )
    assert "decks set it in a colour that stands out more" in warnings(pale)
    assert check_deck(deck_on(pale)) == ()


def with_backdrop(colours, part=slice(None)):
    """A template with a picture of stripes behind all that stands on its layouts."""
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata(colours)
    stream = io.BytesIO()
    picture.resize((960, 540), Image.Resampling.NEAREST).save(stream, "PNG")

    def add(presentation):
        for layout in list(presentation.slide_layouts)[part]:
            _, number = layout.part.get_or_add_image_part(io.BytesIO(stream.getvalue()))
            layout.shapes._spTree.insert(2, etree.fromstring(_picture(number)))

    return edited(add)


def _picture(number):
    return (
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<p:nvPicPr><p:cNvPr id="77" name="x"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        f'<a:blip r:embed="{number}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="6858000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def test_text_on_a_pattern_is_refused_and_on_a_little_decoration_told():
    white = (255, 255, 255)
    striped = with_backdrop([white, (200, 220, 255)] * 8)
    assert "several colours" in problems(striped)
    edge = with_backdrop([white] * 29 + [(200, 220, 255)] + [white] * 10)
    assert "has decoration behind it" in warnings(edge)


def test_an_opening_may_stand_on_a_picture_that_is_told():
    many = [(red, green, 90) for red in range(0, 60, 12) for green in range(0, 96, 12)]
    report = read_template("a", with_backdrop(many, slice(0, 1)))
    assert report.is_fit
    assert any("stands on a picture" in one for one in report.warnings)


def test_a_slide_of_the_old_shape_is_fine_and_told():
    assert "old 4:3 shape" in warnings(python_default())


# A damaged file, and a mistake of ours


OF_THE_LIBRARIES = [
    zipfile.BadZipFile("x"),
    etree.LxmlError("x"),
    InvalidXmlError("x"),
    UnidentifiedImageError("x"),
    KeyError("x"),
    ValueError("x"),
    OverflowError("x"),
]
OURS = [TypeError("x"), AttributeError("x"), NameError("x"), AssertionError("x")]


def kind_of(error):
    return type(error).__name__


@pytest.fixture
def failing(monkeypatch):
    """Let opening a template, and painting it, end with an error."""

    def fail(error):
        def raises(*_arguments):
            raise error

        for name in ("open_cleaned", "briefing_deck"):
            monkeypatch.setattr(template_reading, name, raises)

    return fail


DECK = OwnDeck("a", SHIPPED, ())
WAYS = {
    "first": lambda: read_template("a", SHIPPED),
    "kept": lambda: read_kept(DECK),
    "pictures": lambda: slide_pictures(DECK, width=120),
}


@pytest.mark.parametrize("error", OF_THE_LIBRARIES, ids=kind_of)
@pytest.mark.parametrize("way", WAYS)
def test_what_a_library_cannot_read_is_a_damaged_file(way, error, failing):
    failing(error)
    with pytest.raises(UserError, match="damaged and cannot be read"):
        WAYS[way]()


@pytest.mark.parametrize("error", OURS, ids=kind_of)
@pytest.mark.parametrize("way", WAYS)
def test_a_mistake_of_the_program_is_not_blamed_on_the_file(way, error, failing):
    failing(error)
    with pytest.raises(type(error)):
        WAYS[way]()


def test_progress_hears_of_the_steps_and_may_stop_them():
    steps = []
    read_template("a", SHIPPED, lambda *step: steps.append(step))
    assert [step[0] for step in steps] == [0, 1, 2]

    def stop(*_step):
        raise CancelledError

    with pytest.raises(CancelledError):
        read_template("a", SHIPPED, stop)


def test_templates_are_compared_by_what_they_hold():
    one = OwnDeck("a", b"x", (LayoutChoice("opening", "/a"),))
    assert one == OwnDeck("b", b"x", (LayoutChoice("opening", "/a"),))
    assert one != OwnDeck("a", b"x", ())
    assert one != "a"
    assert len({one, OwnDeck("a", b"y", ())}) == 2
    assert repr(one) == f"<OwnDeck {one.fingerprint}>"
