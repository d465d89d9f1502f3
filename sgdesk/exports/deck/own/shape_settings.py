"""Where a placeholder of a layout stands, and the style of its text, set in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sgdesk.domain.contrast import contrast
from sgdesk.exports.deck.colours import BLACK, WHITE, hexadecimal
from sgdesk.exports.deck.text_frames import LANGUAGE
from sgdesk.exports.deck.xml_names import A, P

if TYPE_CHECKING:
    from sgdesk.exports.deck.colours import Colour
    from sgdesk.exports.deck.own.geometry import Box


def run_style(level: etree._Element) -> etree._Element:
    """Return the run style of a level, which has one from now on."""
    run = level.find(f"{A}defRPr")
    return etree.SubElement(level, f"{A}defRPr") if run is None else run


def set_colour(run: etree._Element, colour: Colour) -> None:
    """Give a run style the one colour `colour`."""
    for old in run.findall(f"{A}solidFill"):
        run.remove(old)
    fill = etree.Element(f"{A}solidFill")
    etree.SubElement(fill, f"{A}srgbClr", val=hexadecimal(colour))
    run.insert(len(run.findall(f"{A}ln")), fill)


def readable_on(ground: Colour) -> Colour:
    """Return black or white, whichever stands out more."""
    return max((BLACK, WHITE), key=lambda colour: contrast(colour, ground))


def first_level(shape: etree._Element) -> etree._Element:
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


def set_box(shape: etree._Element, box: Box) -> None:
    """Let `shape` stand in `box`, in whole EMU."""
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
