"""Numbers of findings, recommendations and actions, such as 2.10: their order, and the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PARTS = re.compile(r"([0-9]+)")
_LAST = 1_000_000_000


def number_key(number: str) -> tuple[tuple[int, str], ...]:
    """Return a sort key that puts 2.9 before 2.10, and what has no number last."""
    if not number.strip():
        return ((_LAST, ""),)
    parts = _PARTS.split(number.strip().casefold())
    return tuple(
        (int(part), "") if part.isdecimal() else (_LAST - 1, part) for part in parts if part
    )


def next_number(taken: Iterable[str], start: str = "") -> str:
    """Return the number after the greatest of those `taken` that begin with `start`.

    With "2." come 2.1, 2.2 and so on, with "S" S1 and S2, with "" plain numbers.
    """
    ends = (one.strip().removeprefix(start) for one in taken if one.strip().startswith(start))
    greatest = max((int(end) for end in ends if end.isdecimal()), default=0)
    return f"{start}{greatest + 1}"
