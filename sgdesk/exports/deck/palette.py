"""The deck's colours: the partnership's own where they can be read, else the built-in ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.contrast import READABLE, contrast
from sgdesk.exports.brand_colours import readable_accent, readable_ink

if TYPE_CHECKING:
    from sgdesk.records.briefing import Brand

_WARM, _WHITE = "F2A541", "FFFFFF"
_TINT, _RULE = 0.09, 0.30
"""How much of the colour is left when it is mixed with white."""


def theme_colours(brand: Brand) -> dict[str, str]:
    """Return the theme's slots that depend on `brand`, as `RRGGBB`.

    A colour on which white cannot be read gives way to the built-in one.
    """
    ink, accent = readable_ink(brand)[1:], readable_accent(brand)[1:]
    return {
        "dk2": ink,
        "accent6": _readable_on(ink),
        "lt2": _mixed_with_white(accent, _TINT),
        "accent1": accent,
        "accent4": _mixed_with_white(ink, _RULE),
        "hlink": accent,
    }


def _readable_on(ink: str) -> str:
    """Return the warm colour for words on `ink`, as pale as it must be to be read there."""
    paler = (_mixed_with_white(_WARM, share / 100) for share in range(100, 0, -5))
    return next(
        (one for one in paler if contrast(_channels(one), _channels(ink)) >= READABLE), _WHITE
    )


def _mixed_with_white(colour: str, share: float) -> str:
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in _channels(colour))


def _channels(colour: str) -> bytes:
    return bytes.fromhex(colour)
