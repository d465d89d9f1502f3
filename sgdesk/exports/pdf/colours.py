"""Colours of a document, kept legible whatever a partnership's own colours are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.domain import contrast as wcag
from sgdesk.domain.contrast import READABLE

if TYPE_CHECKING:
    from sgdesk.records.briefing import Brand

_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_STEP = 0.04


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def operands(self) -> str:
        """The three numbers from 0 to 1 that PDF's colour operators take."""
        return f"{self.red / 255:.3f} {self.green / 255:.3f} {self.blue / 255:.3f}"

    def mixed(self, other: Colour, share: float) -> Colour:
        """Return this colour with `share` (0 to 1) of `other` in it."""
        return Colour(
            round(self.red + (other.red - self.red) * share),
            round(self.green + (other.green - self.green) * share),
            round(self.blue + (other.blue - self.blue) * share),
        )


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)
TEXT = Colour(0x1B, 0x27, 0x33)
MUTED = Colour(0x4A, 0x59, 0x66)
RULE = Colour(0xB9, 0xCB, 0xD5)
WARM = Colour(0xF2, 0xA5, 0x41)
WARM_TINT = Colour(0xFF, 0xF5, 0xE3)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    return wcag.contrast(*((colour.red, colour.green, colour.blue) for colour in (one, other)))


def parsed(text: str, default: Colour) -> Colour:
    """Return the colour written as `#RRGGBB`, or `default` where it is written otherwise."""
    if not _HEX.fullmatch(text):
        return default
    return Colour(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


def darkened(colour: Colour, ground: Colour) -> Colour:
    """Return `colour`, made darker only as far as text on `ground` needs to be legible."""
    share, result = 0.0, colour
    while contrast(result, ground) < READABLE and share < 1:
        share += _STEP
        result = colour.mixed(BLACK, min(share, 1))
    return result


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one document; every text colour is legible on the grounds it is used on."""

    ink: Colour
    accent: Colour
    tint: Colour
    on_warm: Colour
    kicker: Colour
    subtitle: Colour


def palette_of(brand: Brand) -> Palette:
    """Return the partnership's colours, darkened where text would not be legible."""
    ink = darkened(parsed(brand.ink, Colour(0x12, 0x34, 0x4D)), WARM_TINT)
    accent = darkened(parsed(brand.accent, Colour(0x0B, 0x7A, 0x75)), WARM_TINT)
    tint = WHITE.mixed(ink.mixed(accent, 0.5), 0.09)
    pale = ink.mixed(WHITE, 0.8)
    return Palette(
        ink=darkened(ink, tint),
        accent=accent,
        tint=tint,
        on_warm=darkened(ink, WARM),
        kicker=WARM if contrast(WARM, ink) >= READABLE else WHITE,
        subtitle=pale if contrast(pale, ink) >= READABLE else WHITE,
    )
