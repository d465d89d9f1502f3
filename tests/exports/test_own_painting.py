"""Colours, fills, outlines and shapes of foreign templates, as they are painted."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from own_samples import (
    LAYOUT,
    MASTER,
    OFFICE,
    SHIPPED,
    THEME,
    changed,
    part_of,
    signed_png,
    with_parts,
)
from PIL import Image

from sgdesk.domain.contrast import contrast
from sgdesk.exports.deck.colours import Scheme, hexadecimal, scheme_of
from sgdesk.exports.deck.own.cleaning import clean_template
from sgdesk.exports.deck.own.fills import Gradient, Pattern
from sgdesk.exports.deck.own.geometry import Box, Matrix, inside_group, placed
from sgdesk.exports.deck.own.painting import Canvas, paint_layout
from sgdesk.exports.deck.own.places import open_cleaned
from sgdesk.exports.deck.xml_names import A, remove

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}"'
)
PLAIN = Scheme({"dk1": (10, 20, 30, 1.0), "accent1": (200, 100, 50, 1.0)}, {"tx1": "dk1"})
RED, WHITE = (255, 0, 0), (255, 255, 255)
SOLID = '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>'


def element(xml):
    return etree.fromstring(f"<x {NAMES}>{xml}</x>")[0]


def colour(xml, scheme=PLAIN):
    return scheme.colour_in(element(f"<a:solidFill>{xml}</a:solidFill>"))


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ('<a:srgbClr val="0B7A75"/>', "0B7A75"),
        ('<a:srgbClr val="nonsense"/>', "000000"),
        ('<a:srgbClr val="FFFF"/>', "000000"),
        ('<a:schemeClr val="tx1"/>', "0A141E"),
        ('<a:schemeClr val="phClr"/>', "000000"),
        ('<a:schemeClr val="unheard"/>', "000000"),
        ('<a:sysClr val="window" lastClr="FAFAFA"/>', "FAFAFA"),
        ('<a:sysClr val="window"/>', "FFFFFF"),
        ('<a:sysClr val="windowText"/>', "000000"),
        ('<a:prstClr val="red"/>', "FF0000"),
        ('<a:prstClr val="papayaWhip"/>', "808080"),
        ('<a:scrgbClr r="100000" g="50%" b="x"/>', "FF8000"),
        ('<a:srgbClr val="808080"><a:lumMod val="50000"/></a:srgbClr>', "404040"),
        ('<a:srgbClr val="808080"><a:lumOff val="20000"/></a:srgbClr>', "B3B3B3"),
        ('<a:srgbClr val="C06040"><a:satMod val="0"/></a:srgbClr>', "808080"),
        ('<a:srgbClr val="000000"><a:tint val="75000"/></a:srgbClr>', "898989"),
        ('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', "BCBCBC"),
        ('<a:srgbClr val="112233"><a:comp/></a:srgbClr>', "112233"),
    ],
)
def test_colours_are_worked_out_as_powerpoint_does(xml, expected):
    assert hexadecimal(colour(xml)) == expected


def test_what_holds_no_colour_has_none():
    assert PLAIN.colour_in(None) is None
    assert colour("<a:other/>") is None
    assert colour('<a:srgbClr val="112233"><a:alpha val="40000"/></a:srgbClr>')[3] == 0.4


def test_names_go_through_the_map_of_the_master_and_of_the_layout():
    theme = element('<a:clrScheme><a:dk1><a:srgbClr val="111111"/></a:dk1></a:clrScheme>')
    scheme = scheme_of(theme.getparent(), element('<p:clrMap bg1="dk1"/>'))
    assert hexadecimal(scheme.named("bg1")) == "111111"
    assert hexadecimal(scheme.mapped(element('<p:m tx2="dk1"/>')).named("tx2")) == "111111"
    assert scheme.mapped(None) is scheme
    assert hexadecimal(scheme_of(theme.getparent(), None).named("tx1")) == "111111"
    assert scheme.used_with((1, 2, 3, 1.0)).named("phClr") == (1, 2, 3, 1.0)


def test_contrast_is_that_of_the_web():
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


# Painted


def painted(xml="", ground="", package=SHIPPED):
    """The second layout painted, 320 by 180, with `xml` on it and `ground` under it."""
    if ground:
        package = changed(package, LAYOUT, "<p:spTree>", f"<p:bg>{ground}</p:bg><p:spTree>")
    if xml:
        package = changed(package, LAYOUT, "</p:spTree>", f"{xml}</p:spTree>")
    opened = open_cleaned(clean_template(package).content)
    return paint_layout(opened.layouts[1], opened.size, 320).finished()


def shape(fill="", geometry='<a:prstGeom prst="rect"/>', place="", after="", tag="sp"):
    """A shape over the middle half of the slide, or at `place`."""
    frame = place or '<a:off x="3048000" y="1714500"/><a:ext cx="6096000" cy="3429000"/>'
    frame = frame if "xfrm" in frame else f"<a:xfrm>{frame}</a:xfrm>"
    return (
        f'<p:{tag}><p:nvSpPr><p:cNvPr id="80" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{frame}{geometry}{fill}</p:spPr>{after}</p:{tag}>"
    )


def near(picture, place, expected, by=14):
    pixel = picture.getpixel(place)
    return all(abs(one - other) <= by for one, other in zip(pixel, expected, strict=True))


MIDDLE, OUTSIDE, CORNER = (160, 90), (40, 90), (82, 47)


def test_a_filled_shape_covers_what_it_covers():
    picture = painted(shape(SOLID))
    assert near(picture, MIDDLE, RED)
    assert near(picture, OUTSIDE, WHITE)


@pytest.mark.parametrize("preset", ["ellipse", "diamond", "triangle", "roundRect"])
def test_outlines_leave_their_corners(preset):
    guide = '<a:avLst><a:gd name="adj" fmla="val 50000"/></a:avLst>' if preset[0] == "r" else ""
    picture = painted(shape(SOLID, f'<a:prstGeom prst="{preset}">{guide}</a:prstGeom>'))
    assert near(picture, MIDDLE, RED)
    assert near(picture, CORNER, WHITE)


def test_outlines_that_are_not_known_are_not_drawn_as_full_boxes():
    assert near(painted(shape(SOLID, '<a:prstGeom prst="donut"/>')), MIDDLE, WHITE)
    assert near(painted(shape(SOLID, '<a:prstGeom prst="cloud"/>')), MIDDLE, RED)


def test_paths_with_lines_curves_and_arcs_are_drawn():
    path = (
        '<a:custGeom><a:pathLst><a:path w="100" h="100"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        '<a:lnTo><a:pt x="100" y="0"/></a:lnTo><a:cubicBezTo><a:pt x="100" y="50"/>'
        '<a:pt x="100" y="80"/><a:pt x="100" y="100"/></a:cubicBezTo><a:quadBezTo>'
        '<a:pt x="50" y="100"/><a:pt x="0" y="100"/></a:quadBezTo><a:close/>'
        '<a:moveTo><a:pt x="0" y="50"/></a:moveTo>'
        '<a:arcTo wR="50" hR="50" stAng="10800000" swAng="10800000"/></a:path></a:pathLst>'
        "</a:custGeom>"
    )
    assert near(painted(shape(SOLID, path)), MIDDLE, RED)


def test_an_outline_inside_another_is_a_hole():
    def square(low, high):
        corners = ((low, low), (high, low), (high, high), (low, high))
        first, *others = (f'<a:pt x="{x}" y="{y}"/>' for x, y in corners)
        lines = "".join(f"<a:lnTo>{one}</a:lnTo>" for one in others)
        return f"<a:moveTo>{first}</a:moveTo>{lines}"

    path = (
        f'<a:custGeom><a:pathLst><a:path w="100" h="100">{square(0, 100)}{square(30, 70)}'
        "</a:path></a:pathLst></a:custGeom>"
    )
    picture = painted(shape(SOLID, path))
    assert near(picture, MIDDLE, WHITE)
    assert near(picture, CORNER, RED)


def test_turned_and_mirrored_shapes_stand_where_they_stand():
    frame = (
        '<a:xfrm rot="5400000" flipH="1" flipV="1"><a:off x="3048000" y="1714500"/>'
        '<a:ext cx="6096000" cy="3429000"/></a:xfrm>'
    )
    picture = painted(shape(SOLID, place=frame))
    assert near(picture, MIDDLE, RED)
    assert near(picture, CORNER, WHITE)
    assert near(picture, (160, 20), RED)


def test_groups_carry_their_shapes_along():
    inner = shape(SOLID, place='<a:off x="0" y="0"/><a:ext cx="100" cy="100"/>')
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="81" name="x"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="3048000" y="1714500"/><a:ext cx="6096000" cy="3429000"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="100" cy="100"/></a:xfrm></p:grpSpPr>'
        f"{inner}</p:grpSp>"
    )
    assert near(painted(group), MIDDLE, RED)
    assert inside_group(None, Matrix()) == Matrix()
    assert inside_group(element("<a:xfrm/>"), Matrix()) == Matrix()
    assert placed(element("<a:xfrm/>"), Matrix()) is None


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        ("<a:noFill/>", WHITE),
        (SOLID.replace("/>", '><a:alpha val="50000"/></a:srgbClr>', 1), (255, 127, 127)),
        (
            (
                '<a:pattFill prst="pct50"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr>'
                '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
            ),
            (255, 127, 127),
        ),
        (
            '<a:pattFill prst="cross"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr></a:pattFill>',
            RED,
        ),
        (
            (
                '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs>'
                '<a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst>'
                '<a:lin ang="5400000"/></a:gradFill>'
            ),
            (255, 127, 127),
        ),
        (
            (
                '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FF0000"/></a:gs>'
                '<a:gs pos="60000"><a:srgbClr val="FFFFFF"/></a:gs></a:gsLst>'
                '<a:path path="circle"/></a:gradFill>'
            ),
            RED,
        ),
        ("<a:gradFill><a:gsLst/></a:gradFill>", WHITE),
    ],
    ids=["none", "faint", "pattern", "half pattern", "gradient", "round", "empty gradient"],
)
def test_fills_look_as_they_will(fill, expected):
    assert near(painted(shape(fill)), MIDDLE, expected)


def test_a_style_of_the_theme_fills_what_says_nothing_itself():
    style = (
        '<p:style><a:lnRef idx="1"><a:srgbClr val="00FF00"/></a:lnRef><a:fillRef idx="1">'
        '<a:srgbClr val="FF0000"/></a:fillRef></p:style>'
    )
    assert near(painted(shape(after=style)), MIDDLE, RED)
    assert near(
        painted(shape(after=style.replace('fillRef idx="1"', 'fillRef idx="9"'))), MIDDLE, WHITE
    )
    assert near(painted(shape()), MIDDLE, WHITE)


def test_lines_are_drawn_in_their_colour():
    line = '<a:ln w="400000"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln>'
    picture = painted(shape(line, '<a:prstGeom prst="line"/>', tag="cxnSp"))
    assert near(picture, MIDDLE, RED)


@pytest.mark.parametrize(
    ("ground", "expected"),
    [
        (f"<p:bgPr>{SOLID}</p:bgPr>", RED),
        ('<p:bgRef idx="1001"><a:srgbClr val="FF0000"/></p:bgRef>', RED),
        ("<p:bgPr><a:noFill/></p:bgPr>", WHITE),
    ],
)
def test_backgrounds_are_the_layout_s_own_before_the_master_s(ground, expected):
    assert near(painted(ground=ground), MIDDLE, expected)


def test_the_master_s_shapes_can_be_hidden():
    hidden = changed(SHIPPED, LAYOUT, 'type="obj"', 'type="obj" showMasterSp="0"')
    assert near(painted(package=hidden), (160, 1), WHITE)
    assert not near(painted(), (160, 1), WHITE)


def test_pictures_are_drawn_cut_and_faint():
    package = with_parts(SHIPPED, {"ppt/media/a.png": signed_png((90, 60), "#FF0000")})
    package = changed(
        package,
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels",
        "</Relationships>",
        f'<Relationship Id="P1" Type="{OFFICE}/image" Target="../media/a.png"/></Relationships>',
    )
    picture = (
        shape(tag="pic", after="")
        .replace("nvSpPr", "nvPicPr")
        .replace(
            "<p:spPr>",
            '<p:blipFill><a:blip r:embed="P1"><a:alphaModFix amt="50000"/></a:blip>'
            '<a:srcRect l="10000" r="99000"/><a:stretch/></p:blipFill><p:spPr>',
        )
    )
    assert near(painted(picture, package=package), MIDDLE, (255, 127, 127))


def test_what_cannot_be_drawn_is_left_out():
    assert Pattern(b"no picture", (0, 0, 0, 0)).picture((4, 4)) is None
    stop = (0.0, (1, 2, 3, 1.0))
    assert Gradient((stop, stop), 0.0, is_round=False).picture((2, 2)).getpixel((0, 0))[:3] == (
        1,
        2,
        3,
    )
    far = '<a:off x="90000000" y="0"/><a:ext cx="1000000" cy="1000000"/>'
    assert near(painted(shape(SOLID, place=far)), MIDDLE, WHITE)
    assert near(painted(shape(SOLID, place="<a:xfrm/>")), MIDDLE, WHITE)
    remove(etree.Element(f"{A}alone"))


def test_a_layout_of_very_many_shapes_is_drawn_as_far_as_is_good():
    many = "".join(shape(place='<a:off x="0" y="0"/><a:ext cx="1" cy="1"/>') for _ in range(3100))
    assert near(painted(many + shape(SOLID)), MIDDLE, WHITE)


def test_boxes_know_what_they_share():
    assert Box(0, 0, 10, 10).overlap(Box(5, 5, 10, 10)) == 25
    assert Box(0, 0, 10, 10).overlap(Box(20, 0, 10, 10)) == 0


def test_a_theme_s_own_background_picture_gives_way_to_its_colour():
    fill = f'<a:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="P9"/></a:blipFill>'
    package = changed(SHIPPED, THEME, "<a:bgFillStyleLst>", f"<a:bgFillStyleLst>{fill}")
    ground = '<p:bgRef idx="1001"><a:srgbClr val="FF0000"/></p:bgRef>'
    assert near(painted(ground=ground, package=package), MIDDLE, RED)


def test_pictures_have_the_size_that_was_asked_for():
    stream = io.BytesIO()
    painted().save(stream, "PNG")
    assert Image.open(stream).size == (320, 180)


def test_what_has_no_inside_or_no_outline_is_not_filled():
    assert near(painted(shape(SOLID, '<a:prstGeom prst="line"/>')), MIDDLE, WHITE)
    assert near(painted(shape(SOLID, "<a:custGeom><a:pathLst/></a:custGeom>")), MIDDLE, WHITE)
    assert near(painted(shape("<a:blipFill/>")), MIDDLE, WHITE)


def test_a_picture_that_cannot_be_read_paints_nothing():
    canvas = Canvas(Box(0, 0, 100, 100), 10)
    whole = [(0, 0), (100, 0), (100, 100), (0, 100)]
    canvas.pour(Pattern(b"no picture", (0, 0, 0, 0)), [whole])
    assert canvas.finished().getpixel((5, 5)) == WHITE
    canvas.pour((255, 0, 0, 1.0), [whole])
    assert canvas.finished().getpixel((5, 5)) == RED


def test_a_share_of_light_beyond_all_measure_is_the_whole_of_it():
    assert hexadecimal(colour('<a:scrgbClr r="1e999" g="900%" b="-5"/>')) == "FFFF00"


def test_without_any_background_the_paper_is_that_of_the_theme():
    text = part_of(SHIPPED, MASTER)
    ground = text[text.index("<p:bg>") : text.index("</p:bg>") + len("</p:bg>")]
    bare = changed(SHIPPED, MASTER, ground, "")
    pale = changed(
        bare, THEME, '<a:lt1><a:srgbClr val="FFFFFF"/>', '<a:lt1><a:srgbClr val="FF0000"/>'
    )
    assert near(painted(package=bare), MIDDLE, WHITE)
    assert near(painted(package=pale), MIDDLE, RED)
