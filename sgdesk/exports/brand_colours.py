"""The partnership's colours where they can be read on white, the program's own elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.contrast import READABLE
from sgdesk.domain.partnerships import contrast_with_white

if TYPE_CHECKING:
    from sgdesk.records.briefing import Brand

INK, ACCENT = "#12344D", "#0B7A75"


def readable_ink(brand: Brand) -> str:
    """Return the main colour as `#RRGGBB`, at least 4.5 to 1 against white."""
    return readable(brand.ink, INK)


def readable_accent(brand: Brand) -> str:
    """Return the second colour as `#RRGGBB`, at least 4.5 to 1 against white."""
    return readable(brand.accent, ACCENT)


def readable(colour: str, instead: str) -> str:
    """Return `colour` as `#RRGGBB` if text in it can be read on white, else `instead`."""
    ratio = contrast_with_white(colour)
    if ratio is None or ratio < READABLE:
        return instead
    return f"#{colour.strip().removeprefix('#').upper()}"
