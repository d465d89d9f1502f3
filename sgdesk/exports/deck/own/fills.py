"""What fills a background or shape of a foreign template: a colour, a gradient or a picture."""

from __future__ import annotations

import io
import math
import warnings
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PIL import Image

from sgdesk.exports.deck.colours import blended
from sgdesk.exports.deck.own.geometry import number
from sgdesk.exports.deck.xml_names import A, R

if TYPE_CHECKING:
    from lxml import etree

    from sgdesk.exports.deck.colours import Colour, Scheme

_WHOLE = 100_000
_DEGREE = 60_000
_HALF = 0.5
_SIDE = 48
"""Points a side at which a gradient is worked out before it is spread."""
_BACKGROUNDS = 1000
"""Style numbers above this mean the theme's backgrounds."""


@dataclass(frozen=True, slots=True)
class Gradient:
    """Colours with the share of the way at which each stands."""

    stops: tuple[tuple[float, Colour], ...]
    angle: float
    """Radians, clockwise from left to right."""
    is_round: bool

    def picture(self, size: tuple[int, int]) -> Image.Image:
        """Return the gradient as a picture of `size`."""
        small = Image.new("RGBA", (_SIDE, _SIDE))
        small.putdata(
            [self._at(x / (_SIDE - 1), y / (_SIDE - 1)) for y in range(_SIDE) for x in range(_SIDE)]
        )
        return small.resize(size, Image.Resampling.BICUBIC)

    def _at(self, x: float, y: float) -> tuple[int, int, int, int]:
        if self.is_round:
            share = min(1.0, math.hypot(x - 0.5, y - 0.5) * math.sqrt(2))
        else:
            across, down = math.cos(self.angle), math.sin(self.angle)
            reach = abs(across) + abs(down)
            share = 0.5 + ((x - 0.5) * across + (y - 0.5) * down) / reach
        return self._between(share)

    def _between(self, share: float) -> tuple[int, int, int, int]:
        before = self.stops[0]
        for stop in self.stops:
            if stop[0] >= share:
                span = stop[0] - before[0]
                part = (share - before[0]) / span if span > 0 else 1.0
                mixed = [
                    a + (b - a) * max(0.0, part) for a, b in zip(before[1], stop[1], strict=True)
                ]
                return _plain((round(mixed[0]), round(mixed[1]), round(mixed[2]), mixed[3]))
            before = stop
        return _plain(before[1])


@dataclass(frozen=True, slots=True)
class Pattern:
    """A picture that is stretched over what it fills."""

    blob: bytes
    crop: tuple[float, float, float, float]
    """Shares cut from left, top, right and bottom."""
    alpha: float = 1.0

    def picture(self, size: tuple[int, int]) -> Image.Image | None:
        """Return the picture drawn to `size`, or None if it cannot be read."""
        left, top, right, bottom = self.crop
        try:
            with warnings.catch_warnings(), Image.open(io.BytesIO(self.blob)) as held:
                warnings.simplefilter("ignore")
                wide, high = held.size
                whole = held.convert("RGBA")
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            return None
        area = (wide * left, high * top, wide * (1 - right), high * (1 - bottom))
        if area[2] - area[0] < 1 or area[3] - area[1] < 1:
            area = (0, 0, wide, high)
        drawn = whole.resize(size, Image.Resampling.BICUBIC, box=_inside(area, whole.size))
        if self.alpha < 1:
            drawn.putalpha(drawn.getchannel("A").point(lambda value: round(value * self.alpha)))
        return drawn


Fill: TypeAlias = "Colour | Gradient | Pattern"


def fill_in(holder: etree._Element | None, scheme: Scheme, part: Any) -> tuple[bool, Fill | None]:
    """Return whether `holder` says what fills it, and with what; None is nothing.

    `part` is the part of the package whose pictures it may use.
    """
    for child in () if holder is None else holder:
        kind = str(child.tag).removeprefix(A)
        if kind == "noFill":
            return True, None
        if kind == "solidFill":
            return True, scheme.colour_in(child)
        if kind == "gradFill":
            return True, _gradient(child, scheme)
        if str(child.tag).endswith("}blipFill"):
            return True, pattern_in(child, part)
        if kind == "pattFill":
            return True, _mixed(child, scheme)
    return False, None


def theme_fill(
    theme: etree._Element, part: Any, style: etree._Element | None, scheme: Scheme
) -> Fill | None:
    """Return the fill that a style reference such as `a:fillRef` or `p:bgRef` means."""
    if style is None:
        return None
    index = int(number(style.get("idx")))
    own = scheme.colour_in(style) or scheme.own
    is_background = index > _BACKGROUNDS
    fills = theme.find(f".//{A}{'bgFillStyleLst' if is_background else 'fillStyleLst'}")
    place = index - (_BACKGROUNDS if is_background else 0) - 1
    if fills is None or not 0 <= place < len(fills):
        return None
    holder = fills.makeelement("holder")
    holder.append(deepcopy(fills[place]))
    return fill_in(holder, scheme.used_with(own), part)[1]


def pattern_in(fill: etree._Element, part: Any) -> Pattern | None:
    """Return the picture of a `blipFill`, or None where there is none."""
    blip = fill.find(f"{A}blip")
    relation = part.rels.get(blip.get(f"{R}embed", "")) if blip is not None else None
    if blip is None or relation is None or relation.is_external:
        return None
    crop = fill.find(f"{A}srcRect")
    sides = (max(0.0, number(None if crop is None else crop.get(side)) / _WHOLE) for side in "ltrb")
    left, top, right, bottom = sides
    faint = blip.find(f"{A}alphaModFix")
    alpha = number(faint.get("amt", str(_WHOLE))) / _WHOLE if faint is not None else 1.0
    return Pattern(relation.target_part.blob, (left, top, right, bottom), alpha)


def _mixed(fill: etree._Element, scheme: Scheme) -> Colour | None:
    """Return what a pattern of two colours looks like from afar."""
    over = scheme.colour_in(fill.find(f"{A}fgClr"))
    under = scheme.colour_in(fill.find(f"{A}bgClr"))
    if over is None or under is None:
        return over or under
    share = number(fill.get("prst", "").removeprefix("pct")) / 100 or _HALF
    return blended((*over[:3], share), under)


def _gradient(fill: etree._Element, scheme: Scheme) -> Fill | None:
    stops = [
        (number(stop.get("pos")) / _WHOLE, colour)
        for stop in fill.iterfind(f"{A}gsLst/{A}gs")
        if (colour := scheme.colour_in(stop))
    ]
    if not stops:
        return None
    line = fill.find(f"{A}lin")
    angle = math.radians(number(None if line is None else line.get("ang")) / _DEGREE)
    ordered = tuple(sorted(stops, key=lambda stop: stop[0]))
    return Gradient(ordered, angle, fill.find(f"{A}path") is not None)


def _plain(colour: Colour) -> tuple[int, int, int, int]:
    return (*colour[:3], round(colour[3] * 255))


def _inside(
    area: tuple[float, float, float, float], size: tuple[int, int]
) -> tuple[float, float, float, float]:
    wide, high = size
    return (max(0, area[0]), max(0, area[1]), min(wide, area[2]), min(high, area[3]))
