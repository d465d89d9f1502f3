"""What the styles and settings that hold for a text say, the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.deck.own.geometry import Box, number
from sgdesk.exports.deck.xml_names import A

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml import etree

INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_POINT = 12_700
_HUNDREDTHS = 100


def marker_of(levels: Sequence[etree._Element], number_: int) -> str:
    """Return the bullet of a paragraph, its number `number_`, or ""."""
    for level in levels:
        if level.find(f"{A}buNone") is not None:
            return ""
        numbers = level.find(f"{A}buAutoNum")
        if numbers is not None:
            return f"{number_ - 1 + int(number(numbers.get('startAt', '1')))}."
        if level.find(f"{A}buChar") is not None:
            return "•"
    return ""


def length_of(levels: Sequence[etree._Element], name: str) -> float:
    """Return a length such as "marL" in EMU, 0 where none is set."""
    return next((number(one.get(name)) for one in levels if name in one.attrib), 0.0)


def space_after(levels: Sequence[etree._Element]) -> float:
    """Return the room under a paragraph in EMU."""
    for level in levels:
        points = level.find(f"{A}spcAft/{A}spcPts")
        if points is not None:
            return number(points.get("val")) / _HUNDREDTHS * _POINT
    return 0.0


def pitch_of(levels: Sequence[etree._Element]) -> float:
    """Return how far lines are apart, as a share of the usual."""
    for level in levels:
        share = level.find(f"{A}lnSpc/{A}spcPct")
        if share is not None:
            return number(share.get("val")) / 100_000 or 1.0
    return 1.0


def inset(box: Box, settings: Iterable[etree._Element], usual: Mapping[str, int]) -> Box:
    """Return the room for text in `box`.

    `settings` are the elements that may say the insets, the nearest first; `usual` are the names
    of the left, top, right and bottom one, with what they are in EMU where nothing says it.
    """
    left, top, right, bottom = (
        next((number(one.get(name)) for one in settings if name in one.attrib), float(width))
        for name, width in usual.items()
    )
    return Box(
        box.left + left,
        box.top + top,
        max(0.0, box.width - left - right),
        max(0.0, box.height - top - bottom),
    )
