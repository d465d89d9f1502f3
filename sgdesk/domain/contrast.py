"""How well two colours can be told apart, by WCAG 2.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

READABLE = 4.5
"""The least contrast of text with its ground; success criterion 1.4.3."""

VISIBLE = 3.0
"""The least contrast of large text, and of what is no text; criteria 1.4.3 and 1.4.11."""

_LINEAR_UP_TO = 0.04045


def contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """Return the contrast of two colours, 1 to 21; each begins with red, green, blue, 0 to 255."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def light_of(channel: float) -> float:
    """Return the light of a channel of sRGB; both are from 0 to 1."""
    if channel <= _LINEAR_UP_TO:
        return channel / 12.92
    return float(((channel + 0.055) / 1.055) ** 2.4)


def _luminance(colour: Sequence[float]) -> float:
    red, green, blue = (light_of(channel / 255) for channel in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
