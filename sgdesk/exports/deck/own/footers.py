"""Footer and slide number of a foreign layout: the handling mark must have its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sgdesk.domain.contrast import READABLE, contrast
from sgdesk.exports.deck.own.fitness import ground_colour
from sgdesk.exports.deck.own.geometry import Box
from sgdesk.exports.deck.own.places import place_of
from sgdesk.exports.deck.own.shape_settings import (
    first_level,
    readable_on,
    run_style,
    set_box,
    set_colour,
)
from sgdesk.exports.deck.text_frames import LANGUAGE
from sgdesk.exports.deck.xml_names import A, P, drop

if TYPE_CHECKING:
    from PIL import Image

    from sgdesk.exports.deck.own.layouts import Used
    from sgdesk.exports.deck.own.places import LayoutView

_FOOTER_SIZE = 1200
_LEAST_FOOTER = 2_540_000
"""EMU: a footer of 200 points holds a mark and a reference."""

_LEAST_NUMBER = 250_000
_STRIP_TOP, _STRIP_HEIGHT = 0.935, 0.05
_NUMBER_SHARE = 0.12
_NUMBER_FIELD = "{2C0B9B0F-2E6F-4C53-8C35-6C7C54B5D0A1}"


def place_footer(used: Used, size: Box, ground: Image.Image) -> float:
    """Give a layout a footer and a slide number, and return the top of the higher one in EMU.

    `ground` is the layout painted without text.
    """
    strip = _strip_of(used, size)
    counter = _furniture(used.layout, "sldNum", strip[1], size)
    footer = _furniture(used.layout, "ftr", strip[0], size)
    footer = _widened(used.layout, footer, counter, strip[0])
    for kind in ("ftr", "sldNum"):
        _style_furniture(used.layout, kind, size, ground)
    return min(footer.top, counter.top)


def _strip_of(used: Used, size: Box) -> tuple[Box, Box]:
    """Return where footer and number stand on a layout that has no place for them."""
    title = used.title.box
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
        box = place_of(shape, layout.master).box
    else:
        shape, box = place.shape, place.box
    if box.width < least or box.overlap(size) < 0.99 * box.area:
        box = usual
    set_box(shape, box)
    return box


def _widened(layout: LayoutView, footer: Box, counter: Box, usual: Box) -> Box:
    """Return the footer's box, over the room of the date, which we do not show, if beside it."""
    shape = _shape_of(layout, "ftr")
    date = next((one.box for one in layout.places if one.kind == "dt" and one.is_placed), None)
    wide = footer
    if date is not None and abs(date.top - footer.top) < footer.height / 2:
        left = min(footer.left, date.left)
        wide = footer._replace(left=left, width=max(footer.right, date.right) - left)
    shapes = (wide, _cut_at(wide, counter), footer, _cut_at(footer, counter))
    free = (one for one in shapes if one.width >= _LEAST_FOOTER and not one.overlap(counter))
    wide = next(free, usual)
    if wide != footer:
        set_box(shape, wide)
        first_level(shape).set("algn", "l" if wide.left < footer.left else "r")
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
    level = first_level(shape)
    level.set("algn", place.level_setting("algn", "l" if kind == "ftr" else "r"))
    run = run_style(level)
    drop(run, "cap")
    run.set("sz", str(_FOOTER_SIZE))
    for face in run.findall(f"{A}latin"):
        run.remove(face)
    under = ground_colour(ground, place, size)
    colour = place.colour(layout.scheme)
    if under is not None and contrast(colour, under) < READABLE:
        colour = readable_on(under)
    set_colour(run, colour)
