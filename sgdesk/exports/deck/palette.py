"""The deck's colours: the partnership's own where they can be read, else the built-in ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.partnerships import contrast_with_white

if TYPE_CHECKING:
    from sgdesk.records.briefing import Brand

_INK, _ACCENT = "#12344D", "#0B7A75"
_WARM, _WHITE = "F2A541", "FFFFFF"
_LEAST_CONTRAST = 4.5
_TINT, _RULE = 0.09, 0.30
"""How much of the colour is left when it is mixed with white."""


def theme_colours(brand: Brand) -> dict[str, str]:
    """Return the theme's slots that depend on `brand`, as `RRGGBB`.

    A colour on which white cannot be read gives way to the built-in one.
    """
    ink, accent = _readable(brand.ink, _INK), _readable(brand.accent, _ACCENT)
    return {
        "dk2": ink,
        "accent6": _readable_on(ink),
        "lt2": _mixed_with_white(accent, _TINT),
        "accent1": accent,
        "accent4": _mixed_with_white(ink, _RULE),
        "hlink": accent,
    }


def _readable(colour: str, built_in: str) -> str:
    ratio = contrast_with_white(colour)
    chosen = colour if ratio is not None and ratio >= _LEAST_CONTRAST else built_in
    return chosen.strip().removeprefix("#").upper()


def _readable_on(ink: str) -> str:
    """Return the warm colour for words on `ink`, as pale as it must be to be read there."""
    paler = (_mixed_with_white(_WARM, share / 100) for share in range(100, 0, -5))
    return next((one for one in paler if _contrast(one, ink) >= _LEAST_CONTRAST), _WHITE)


def _contrast(colour: str, other: str) -> float:
    """Return the WCAG contrast of two colours, which are some."""
    low, high = sorted(contrast_with_white(one) or 1.0 for one in (colour, other))
    return high / low


def _mixed_with_white(colour: str, share: float) -> str:
    channels = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)
