"""The program's log: what happened, never to whom."""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LARGEST = 200_000
"""Bytes of one log file; two older ones are kept."""


class PlaceOnlyFormatter(logging.Formatter):
    """Writes where an unexpected error arose, and leaves its text out.

    The text of an exception may hold what the officer typed.
    """

    def formatException(self, ei: object) -> str:  # noqa: N802 - overrides logging
        error = ei[1] if isinstance(ei, tuple) else None
        if not isinstance(error, BaseException):
            return ""
        frames = traceback.extract_tb(error.__traceback__)
        places = (
            f"  {frame.name} in {Path(frame.filename).name}:{frame.lineno}" for frame in frames
        )
        return "\n".join((type(error).__name__, *places))


def start_log(folder: Path) -> logging.Handler:
    """Log warnings and worse of the program to a file in `folder`; return its handler."""
    handler = RotatingFileHandler(
        folder / "sgdesk.log",
        maxBytes=_LARGEST,
        backupCount=2,
        encoding="utf-8",
        errors="backslashreplace",
        delay=True,
    )
    handler.setFormatter(PlaceOnlyFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("sgdesk")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return handler
