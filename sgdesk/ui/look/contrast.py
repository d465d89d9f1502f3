"""Colours as Qt writes them: how well two tell apart, and which are pale."""

from __future__ import annotations

from PySide6.QtGui import QColor

from sgdesk.domain import contrast as wcag

_MIDDLE = 0.5


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two `#RRGGBB` colours, from 1 to 21."""
    return wcag.contrast(*(_channels(colour) for colour in (one, other)))


def is_pale(color: str) -> bool:
    """Tell whether a colour is nearer to white than to black."""
    return QColor(color).lightnessF() > _MIDDLE


def _channels(color: str) -> tuple[int, int, int]:
    value = QColor(color)
    return value.red(), value.green(), value.blue()
