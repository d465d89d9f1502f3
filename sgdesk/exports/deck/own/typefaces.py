"""How much wider than Arial the typeface of a foreign template runs."""

from __future__ import annotations

_AGAINST_ARIAL = {
    "arial": 1.0,
    "liberation sans": 1.0,
    "helvetica": 1.0,
    "helvetica neue": 1.02,
    "calibri": 1.0,
    "carlito": 1.0,
    "aptos": 1.02,
    "segoe ui": 1.02,
    "tahoma": 1.02,
    "times new roman": 1.0,
    "garamond": 1.0,
    "cambria": 1.0,
    "source sans 3": 1.0,
    "source sans pro": 1.0,
    "atkinson hyperlegible": 1.0,
    "public sans": 1.06,
    "open sans": 1.08,
    "inter": 1.08,
    "noto sans": 1.08,
    "lexend": 1.11,
    "dejavu sans": 1.15,
    "verdana": 1.15,
}
"""Measured for the free ones and for those that have the widths of a free one; narrower ones
count as Arial, which takes their place where they are not installed."""

_UNKNOWN = 1.12
"""For a typeface that is not listed: wider than most, so that text ends before its frame does."""


def wideness(typeface: str) -> float:
    """Return by what the widths of Arial are to be multiplied; 1.12 for an unknown typeface."""
    return _AGAINST_ARIAL.get(typeface.strip().casefold(), _UNKNOWN)
