"""Names of files from outside, as they are shown and kept: what is seen is what is there."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

from sgdesk.text import clean_line

_LONGEST = 120
_KEPT_END = 20


def shown_name(path: PurePath | str) -> str:
    """Return the last part of a path without characters that are not seen or turn others around.

    One that is longer than 120 characters keeps its start and its end: the end says what kind
    of file it is.
    """
    cleaned = clean_line(PurePath(path).name)
    seen = "".join(letter for letter in cleaned if unicodedata.category(letter) != "Cf")
    if len(seen) <= _LONGEST:
        return seen
    return f"{seen[: _LONGEST - _KEPT_END - 1]}…{seen[-_KEPT_END:]}"


def shown_path(path: PurePath | str) -> str:
    """Return a path without characters that are not seen or turn others around."""
    cleaned = clean_line(str(path))
    return "".join(letter for letter in cleaned if unicodedata.category(letter) != "Cf")
