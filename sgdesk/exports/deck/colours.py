"""Colours of a foreign template as red, green and blue, through its theme and colour map."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from sgdesk.domain.contrast import light_of
from sgdesk.exports.deck.xml_names import A, P

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

Colour: TypeAlias = tuple[int, int, int, float]
"""Red, green, blue from 0 to 255, and how much of it is seen from 0 to 1."""

BLACK: Colour = (0, 0, 0, 1.0)
WHITE: Colour = (255, 255, 255, 1.0)

_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {
    "black": "000000",
    "white": "FFFFFF",
    "red": "FF0000",
    "green": "008000",
    "blue": "0000FF",
    "yellow": "FFFF00",
    "gray": "808080",
    "grey": "808080",
    "ltGray": "D3D3D3",
    "dkGray": "A9A9A9",
}
_WHOLE = 100_000


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the colour names of one slide, layout or master mean."""

    theme: Mapping[str, Colour]
    names: Mapping[str, str]
    own: Colour = BLACK
    """What "phClr" means: the colour that a style is used with."""

    def named(self, name: str) -> Colour:
        """Return the colour of a scheme name, such as "tx1" or "accent2"; black if unknown."""
        if name == "phClr":
            return self.own
        return self.theme.get(self.names.get(name, name), BLACK)

    def used_with(self, own: Colour) -> Scheme:
        return replace(self, own=own)

    def mapped(self, override: etree._Element | None) -> Scheme:
        """Return the scheme under a layout's own map of names, if it has one."""
        if override is None:
            return self
        return replace(self, names={**self.names, **_names_in(override)})

    def colour_in(self, holder: etree._Element | None) -> Colour | None:
        """Return the colour that an element such as `a:solidFill` holds, or None."""
        if holder is None:
            return None
        for child in holder:
            plain = self._plain(child)
            if plain is not None:
                return _changed(plain, child)
        return None

    def _plain(self, element: etree._Element) -> Colour | None:
        kind, value = str(element.tag).removeprefix(A), element.get("val", "")
        if kind == "srgbClr":
            return _parsed(value)
        if kind == "schemeClr":
            return self.named(value)
        if kind == "sysClr":
            return _parsed(element.get("lastClr", "FFFFFF" if value == "window" else "000000"))
        if kind == "prstClr":
            return _parsed(_NAMED.get(value, "808080"))
        if kind == "scrgbClr":
            red, green, blue = (_kept(_share(element.get(name))) for name in "rgb")
            return (round(red * 255), round(green * 255), round(blue * 255), 1.0)
        return None


def scheme_of(theme: etree._Element, colour_map: etree._Element | None) -> Scheme:
    """Return the scheme of a master from its theme and its colour map."""
    plain = Scheme({}, {})
    colours = {
        str(slot.tag).removeprefix(A): plain.colour_in(slot) or BLACK
        for slots in theme.iter(f"{A}clrScheme")
        for slot in slots
    }
    return Scheme(colours, {**_USUAL, **_names_in(colour_map)})


def override_in(root: etree._Element) -> etree._Element | None:
    """Return the colour map that a layout or slide sets over its master's, or None."""
    return root.find(f"{P}clrMapOvr/{A}overrideClrMapping")


def _names_in(colour_map: etree._Element | None) -> dict[str, str]:
    if colour_map is None:
        return {}
    return {str(name): str(value) for name, value in colour_map.attrib.items()}


def blended(colour: Colour, ground: Colour) -> Colour:
    """Return `colour` as it is seen on `ground`."""
    share = colour[3]
    red, green, blue = (
        round(over * share + under * (1 - share))
        for over, under in zip(colour[:3], ground[:3], strict=True)
    )
    return (red, green, blue, 1.0)


def hexadecimal(colour: Colour) -> str:
    """Return `colour` as `RRGGBB`."""
    return "".join(f"{channel:02X}" for channel in colour[:3])


def _channel(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055  # noqa: PLR2004


def _parsed(digits: str | None) -> Colour:
    try:
        red, green, blue = bytes.fromhex(digits or "")
    except ValueError:
        return BLACK
    return (red, green, blue, 1.0)


def _share(text: str | None) -> float:
    """Return a share written in thousandths of a per cent, or as "50%"."""
    try:
        words = text or "0"
        return float(words[:-1]) / 100 if words.endswith("%") else float(words) / _WHOLE
    except ValueError:
        return 0.0


def _changed(colour: Colour, element: etree._Element) -> Colour:
    """Return `colour` made lighter, darker or fainter as the children of `element` say."""
    for change in element:
        colour = _change(colour, str(change.tag).removeprefix(A), _share(change.get("val")))
    return colour


def _change(colour: Colour, kind: str, share: float) -> Colour:
    red, green, blue = (channel / 255 for channel in colour[:3])
    if kind == "alpha":
        return (*colour[:3], _kept(share))
    if kind in {"shade", "tint"}:  # both are of light, not of numbers
        lights = (light_of(channel) * share for channel in (red, green, blue))
        more = 1 - share if kind == "tint" else 0.0
        red, green, blue = (_channel(light + more) for light in lights)
    elif kind in {"lumMod", "lumOff", "satMod", "satOff"}:
        hue, light, full = colorsys.rgb_to_hls(red, green, blue)
        light = light * share if kind == "lumMod" else light + share * (kind == "lumOff")
        full = full * share if kind == "satMod" else full + share * (kind == "satOff")
        red, green, blue = colorsys.hls_to_rgb(hue, _kept(light), _kept(full))
    red, green, blue = (round(_kept(channel) * 255) for channel in (red, green, blue))
    return (int(red), int(green), int(blue), colour[3])


def _kept(share: float) -> float:
    return min(1.0, max(0.0, share))
