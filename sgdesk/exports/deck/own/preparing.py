"""Layouts of a foreign template made ready: frames without insets, plain spacing, a footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sgdesk.domain.contrast import READABLE, contrast
from sgdesk.exports.deck.own.fitness import ground_colour
from sgdesk.exports.deck.own.footers import place_footer
from sgdesk.exports.deck.own.shape_settings import (
    first_level,
    readable_on,
    run_style,
    set_box,
    set_colour,
)
from sgdesk.exports.deck.xml_names import A, P

if TYPE_CHECKING:
    from PIL import Image

    from sgdesk.exports.deck.own.geometry import Box
    from sgdesk.exports.deck.own.layouts import Used
    from sgdesk.exports.deck.own.places import LayoutView, Place

_HANGING = 342_900
"""EMU by which lists hang: the 27 points that fitting counts with."""

_SPACING = 105_000
_LEAST_STRIP = 230_000
_STRIP_GAP = 0.012
_LOW = 0.7


def prepare_layout(used: Used, size: Box, ground: Image.Image) -> None:
    """Give the places of a layout that slides fill the frames that fitting counts with.

    Footer and slide number are added where the layout has none, since the handling mark stands
    there; text ends above them. `ground` is the layout painted without text.
    """
    low = place_footer(used, size, ground)
    bottom = low - _STRIP_GAP * size.height if low > _LOW * size.height else size.bottom
    for place in (used.title, *used.contents):
        _settle_frame(place, place.room, bottom)
        _settle_colour(used.layout, place, size, ground)
    for place in used.contents:
        _settle_style(place)


def _settle_frame(place: Place, room: Box, bottom: float) -> None:
    height = room.height if place.is_title else min(room.bottom, bottom) - room.top
    set_box(place.shape, room._replace(height=max(height, _LEAST_STRIP)))
    for body in place.shape.iterfind(f"{P}txBody/{A}bodyPr"):
        for side in ("lIns", "tIns", "rIns", "bIns"):
            body.set(side, "0")
        body.set("anchor", place.body_setting("anchor", "t"))
        body.set("wrap", "square")
        body.set("numCol", "1")


def _settle_colour(layout: LayoutView, place: Place, size: Box, ground: Image.Image) -> None:
    """Set a colour that stands out where the template's own only just does."""
    under = ground_colour(ground, place, size)
    if under is None or contrast(place.colour(layout.scheme), under) >= READABLE:
        return
    colour = layout.scheme.named("tx1")
    if contrast(colour, under) < READABLE:
        colour = readable_on(under)
    set_colour(run_style(first_level(place.shape)), colour)


def _settle_style(place: Place) -> None:
    """Set the spacing of the first level, and let a list hang as far as fitting counts with."""
    has_bullets = _has_bullets(place)
    level = first_level(place.shape)
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
