"""Shares the width of a page out among columns."""

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
