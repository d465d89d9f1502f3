"""Where the files that ship with the program lie."""

from __future__ import annotations

import sys
from pathlib import Path

_PROJECT = Path(__file__).parents[2]


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, in development and in an installed bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle or _PROJECT, "resources", *parts)
