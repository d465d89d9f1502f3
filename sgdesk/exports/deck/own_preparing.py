"""Layouts of a foreign template made ready: frames without insets, plain spacing, a footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sgdesk.exports.deck.own_colours import BLACK, WHITE, contrast, hexadecimal
from sgdesk.exports.deck.own_fitness import ground_colour
from sgdesk.exports.deck.own_geometry import Box
from sgdesk.exports.deck.own_names import A, P, drop
from sgdesk.exports.deck.own_places import place_of
from sgdesk.exports.deck.text_frames import LANGUAGE

if TYPE_CHECKING:
    from PIL import Image

    from sgdesk.exports.deck.own_colours import Colour
    from sgdesk.exports.deck.own_layouts import Used
    from sgdesk.exports.deck.own_places import LayoutView, Place

_HANGING = 342_900
"""EMU by which lists hang: the 27 points that fitting counts with."""

_SPACING = 105_000
_FOOTER_SIZE = 1200
_LEAST_FOOTER = 2_540_000
"""EMU: a footer of 200 points holds a mark and a reference."""

_LEAST_NUMBER = 250_000
_LEAST_STRIP = 230_000
_STRIP_TOP, _STRIP_HEIGHT, _STRIP_GAP = 0.935, 0.05, 0.012
_NUMBER_SHARE = 0.12
_LOW = 0.7
_LEAST_CONTRAST = 4.5
_NUMBER_FIELD = "{2C0B9B0F-2E6F-4C53-8C35-6C7C54B5D0A1}"


def prepare_layout(used: Used, size: Box, ground: Image.Image) -> None:
    """Give the places of a layout that slides fill the frames that fitting counts with.

    Footer and slide number are added where the layout has none, since the handling mark stands
    there; text ends above them. `ground` is the layout painted without text.
    """
    layout = used.layout
    strip = _strip_of(used, size)
    counter = _furniture(layout, "sldNum", strip[1], size)
    footer = _widened(layout, _furniture(layout, "ftr", strip[0], size), counter, strip[0])
    for kind in ("ftr", "sldNum"):
        _style_furniture(layout, kind, size, ground)
    low = min(footer.top, counter.top)
    bottom = low - _STRIP_GAP * size.height if low > _LOW * size.height else size.bottom
    for place in (used.title, *used.contents):
        if place is not None and place.room is not None:
            _settle_frame(place, place.room, bottom)
            _settle_colour(layout, place, size, ground)
    for place in used.contents:
        _settle_style(place)


def _settle_frame(place: Place, room: Box, bottom: float) -> None:
    height = room.height if place.is_title else min(room.bottom, bottom) - room.top
    _set_box(place.shape, room._replace(height=max(height, _LEAST_STRIP)))
    for body in place.shape.iterfind(f"{P}txBody/{A}bodyPr"):
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        body.set("anchor", place.body_setting("anchor", "t"))
        body.set("wrap", "square")
        body.set("numCol", "1")


def _settle_colour(layout: LayoutView, place: Place, size: Box, ground: Image.Image) -> None:
    """Set a colour that stands out where the template's own only just does."""
    under = ground_colour(ground, place, size)
    if under is None or contrast(place.colour(layout.scheme), under) >= _LEAST_CONTRAST:
        return
    colour = layout.scheme.named("tx1")
    if contrast(colour, under) < _LEAST_CONTRAST:
        colour = readable_on(under)
    _set_colour(_run_style(_first_level(place.shape)), colour)


def _settle_style(place: Place) -> None:
    """Set the spacing of the first level, and let a list hang as far as fitting counts with."""
    has_bullets = _has_bullets(place)
    level = _first_level(place.shape)
    level.set("marL", str(_HANGING if has_bullets else 0))
    level.set("indent", str(-_HANGING if has_bullets else 0))
    if place.kind != "subTitle":  # lists begin at the left; what stands under a title as it does
        level.set("algn", "l")
    for name in ("lnSpc", "spcBef", "spcAft"):
        for old in level.findall(f"{A}{name}"):
            level.remove(old)
    before = etree.Element(f"{A}spcBef")
    etree.SubElement(before, f"{A}spcPts", val="0")
    lines = etree.Element(f"{A}lnSpc")
    etree.SubElement(lines, f"{A}spcPct", val=str(_SPACING))
    level.insert(0, before)
    level.insert(0, lines)


def _has_bullets(place: Place) -> bool:
    for level in place.levels:
        if level.find(f"{A}buNone") is not None:
            return False
        if any(level.find(f"{A}{name}") is not None for name in ("buChar", "buAutoNum", "buBlip")):
            return True
    return False


def _strip_of(used: Used, size: Box) -> tuple[Box, Box]:
    """Return where footer and number stand on a layout that has no place for them."""
    title = used.title.box if used.title and used.title.box else size
    left = max(title.left, 0.03 * size.width)
    width = min(title.right, 0.97 * size.width) - left
    if width < _LEAST_FOOTER:
        left, width = 0.05 * size.width, 0.9 * size.width
    top, height = _STRIP_TOP * size.height, _STRIP_HEIGHT * size.height
    cut = width * _NUMBER_SHARE
    return Box(left, top, width - cut, height), Box(left + width - cut, top, cut, height)


def _furniture(layout: LayoutView, kind: str, usual: Box, size: Box) -> Box:
    """Return where the footer or number of `layout` stands, which has one from now on."""
    place = next((one for one in layout.places if one.kind == kind), None)
    least = _LEAST_FOOTER if kind == "ftr" else _LEAST_NUMBER
    if place is None:
        shape = _new_placeholder(layout, kind)
        above = layout.master.shape(kind)
        box = place_of(shape, layout.master).box if above is not None else None
    else:
        shape, box = place.shape, place.box
    if box is None or box.width < least or box.overlap(size) < 0.99 * box.area:
        box = usual
    _set_box(shape, box)
    return box


def _widened(layout: LayoutView, footer: Box, counter: Box, usual: Box) -> Box:
    """Return the footer's box, over the room of the date, which we do not show, if beside it."""
    shape = _shape_of(layout, "ftr")
    date = next((one.box for one in layout.places if one.kind == "dt"), None)
    wide = footer
    if date is not None and abs(date.top - footer.top) < footer.height / 2:
        left = min(footer.left, date.left)
        wide = footer._replace(left=left, width=max(footer.right, date.right) - left)
    shapes = (wide, _cut_at(wide, counter), footer, _cut_at(footer, counter))
    free = (one for one in shapes if one.width >= _LEAST_FOOTER and not one.overlap(counter))
    wide = next(free, usual)
    if wide != footer:
        _set_box(shape, wide)
        _first_level(shape).set("algn", "l" if wide.left < footer.left else "r")
    return wide


def _cut_at(footer: Box, counter: Box) -> Box:
    """Return the part of the footer before the slide number."""
    return footer._replace(width=min(footer.right, counter.left) - footer.left)


def _shape_of(layout: LayoutView, kind: str) -> etree._Element:
    """Return the footer or number of a layout that has it."""
    return next(
        one
        for one in layout.root.iterfind(f"{P}cSld/{P}spTree/{P}sp")
        if one.find(f"{P}nvSpPr/{P}nvPr/{P}ph[@type='{kind}']") is not None
    )


def _new_placeholder(layout: LayoutView, kind: str) -> etree._Element:
    tree = layout.root.find(f"{P}cSld/{P}spTree")
    numbers = [int(one.get("id", "0")) for one in layout.root.iter(f"{P}cNvPr")]
    taken = {one.get("idx") for one in layout.root.iter(f"{P}ph")}
    index = next(number for number in range(10, 10 + len(taken) + 1) if str(number) not in taken)
    shape: etree._Element = etree.SubElement(tree, f"{P}sp")  # type: ignore[arg-type]
    about = etree.SubElement(shape, f"{P}nvSpPr")
    number = str(max(numbers, default=1) + 1)
    etree.SubElement(about, f"{P}cNvPr", id=number, name=f"Shape {number}")
    etree.SubElement(about, f"{P}cNvSpPr")
    etree.SubElement(
        etree.SubElement(about, f"{P}nvPr"), f"{P}ph", type=kind, sz="quarter", idx=str(index)
    )
    etree.SubElement(shape, f"{P}spPr")
    body = etree.SubElement(shape, f"{P}txBody")
    etree.SubElement(body, f"{A}bodyPr", lIns="0", rIns="0", anchor="ctr")
    etree.SubElement(body, f"{A}lstStyle")
    words = etree.SubElement(body, f"{A}p")
    if kind == "sldNum":
        field = etree.SubElement(words, f"{A}fld", id=_NUMBER_FIELD, type="slidenum")
        etree.SubElement(field, f"{A}rPr", lang=LANGUAGE)
        etree.SubElement(field, f"{A}t").text = "‹#›"
    etree.SubElement(words, f"{A}endParaRPr", lang=LANGUAGE)
    return shape


def _style_furniture(layout: LayoutView, kind: str, size: Box, ground: Image.Image) -> None:
    """Set size, alignment and a colour that can be read for what stands in the footer."""
    shape = _shape_of(layout, kind)
    place = place_of(shape, layout.master)
    level = _first_level(shape)
    level.set("algn", place.level_setting("algn", "l" if kind == "ftr" else "r"))
    run = _run_style(level)
    drop(run, "cap")
    run.set("sz", str(_FOOTER_SIZE))
    for face in run.findall(f"{A}latin"):
        run.remove(face)
    under = ground_colour(ground, place, size)
    colour = place.colour(layout.scheme)
    if under is not None and contrast(colour, under) < _LEAST_CONTRAST:
        colour = readable_on(under)
    _set_colour(run, colour)


def _run_style(level: etree._Element) -> etree._Element:
    run = level.find(f"{A}defRPr")
    return etree.SubElement(level, f"{A}defRPr") if run is None else run


def _set_colour(run: etree._Element, colour: Colour) -> None:
    for old in run.findall(f"{A}solidFill"):
        run.remove(old)
    fill = etree.Element(f"{A}solidFill")
    etree.SubElement(fill, f"{A}srgbClr", val=hexadecimal(colour))
    run.insert(len(run.findall(f"{A}ln")), fill)


def readable_on(ground: Colour) -> Colour:
    """Return black or white, whichever stands out more."""
    return max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))


def _first_level(shape: etree._Element) -> etree._Element:
    """Return the first-level style of a placeholder, which has one from now on."""
    body = shape.find(f"{P}txBody")
    if body is None:
        body = etree.SubElement(shape, f"{P}txBody")
        etree.SubElement(body, f"{A}bodyPr")
        etree.SubElement(etree.SubElement(body, f"{A}p"), f"{A}endParaRPr", lang=LANGUAGE)
    style = body.find(f"{A}lstStyle")
    if style is None:
        style = etree.Element(f"{A}lstStyle")
        body.insert(1, style)
    level = style.find(f"{A}lvl1pPr")
    if level is None:
        level = etree.Element(f"{A}lvl1pPr")
        style.insert(len(style.findall(f"{A}defPPr")), level)
    return level


def _set_box(shape: etree._Element, box: Box) -> None:
    properties = shape.find(f"{P}spPr")
    if properties is None:
        properties = etree.Element(f"{P}spPr")
        shape.insert(1, properties)
    frame = properties.find(f"{A}xfrm")
    if frame is None:
        frame = etree.Element(f"{A}xfrm")
        properties.insert(0, frame)
    frame[:] = []
    left, top, width, height = (str(round(side)) for side in box)
    etree.SubElement(frame, f"{A}off", x=left, y=top)
    etree.SubElement(frame, f"{A}ext", cx=width, cy=height)
