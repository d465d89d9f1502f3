"""Shares room out: width among columns, free height among rows, lines among what is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def shared_out(natural: Sequence[float], available: float) -> list[float]:
    """Return column widths of at most `available` in sum; only the widest columns give way."""
    widths = list(natural)
    left = available
    narrowest_first = sorted(range(len(natural)), key=lambda number: natural[number])
    for place, number in enumerate(narrowest_first):
        share = left / (len(natural) - place)
        widths[number] = min(natural[number], share)
        left -= widths[number]
    return widths


def shown_of(count: int, most: int) -> int:
    """Return how many of `count` lines to show where there is room for `most` and a last one.

    That last line counts what is left; where it would count a single one, that one is shown.
    """
    return count if count <= most + 1 else most


def filled_up(heights: Sequence[float], free: float) -> list[float]:
    """Return the heights with `free` more in sum: the lowest grow first, to one and the same."""
    filled = list(heights)
    left = sum(heights) + free
    highest_first = sorted(range(len(heights)), key=lambda number: -heights[number])
    for place, number in enumerate(highest_first):
        share = left / (len(heights) - place)
        filled[number] = max(heights[number], share)
        left -= filled[number]
    return filled
