"""References: kept as typed, compared by a key, made safe for file names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_APRIL = 4


def reference_key(typed: str) -> str:
    """Return the key by which two spellings of one reference are equal.

    Case, spaces and separators do not count: `BSCP2018-19/01` and `bscp2018-19-01` share
    one key. Runs of digits stay apart, so `A1-11` and `A11-1` differ. A
    reference without letters or digits gives "".
    """
    folded = unicodedata.normalize("NFKC", typed).casefold()
    return "-".join(re.findall(r"[^\W\d_]+|\d+", folded))


def next_reference(prefix: str, financial_year: str, taken: frozenset[str]) -> str:
    """Return the lowest free reference such as `PRAC2026-27-04`.

    `taken` holds reference keys. Nothing is reserved.
    """
    number = 1
    while reference_key(f"{prefix}{financial_year}-{number:02d}") in taken:
        number += 1
    return f"{prefix}{financial_year}-{number:02d}"


def financial_year(day: date) -> str:
    """Return the financial year of `day`, April to March, as in "2026-27"."""
    first = day.year if day.month >= _APRIL else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"
