"""How high a row of a workbook has to be: not every program works that out when it opens one."""

from __future__ import annotations

import textwrap
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE_POINTS, _AIR_POINTS = 13.0, 3.0
_HIGHEST = 409.0
"""The highest row that a sheet takes, in points."""


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Return the height in points for texts wrapped to columns of so many characters."""
    lines = max((_lines(text, int(width)) for text, width in cells), default=1)
    return min(lines * _LINE_POINTS + _AIR_POINTS, _HIGHEST)


@lru_cache(maxsize=4096)
def _lines(text: str, width: int) -> int:
    return sum(max(1, len(textwrap.wrap(part, width))) for part in text.split("\n"))
