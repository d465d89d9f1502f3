"""Shares the width of a page out among columns."""

from __future__ import annotations


def shared_out(natural: list[float], available: float) -> list[float]:
    """Return column widths of at most `available` in sum; only the widest columns give way."""
    widest = max(natural, default=0.0)
    while sum(min(width, widest) for width in natural) > available:
        over = [width for width in natural if width >= widest]
        rest = sum(width for width in natural if width < widest)
        room = (available - rest) / len(over)
        below = max((width for width in natural if width < widest), default=0.0)
        widest = max(room, below)
    return [min(width, widest) for width in natural]
