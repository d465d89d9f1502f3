"""How well two colours tell apart, by WCAG 2."""

from __future__ import annotations

from PySide6.QtGui import QColor

READABLE = 4.5
"""The least contrast of text with its ground."""

_LINEAR_BELOW = 0.04045
_MIDDLE = 0.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#RRGGBB` colours, from 1 to 21."""
    first, second = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def is_pale(color: str) -> bool:
    """Tell whether a colour is nearer to white than to black."""
    return QColor(color).lightnessF() > _MIDDLE


def _luminance(color: str) -> float:
    value = QColor(color)
    red, green, blue = (_linear(part) for part in (value.redF(), value.greenF(), value.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
