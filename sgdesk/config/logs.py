"""The program's log: what happened, never to whom."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

_LARGEST = 200_000
"""Bytes after which the log of earlier starts is put aside; one older log is kept."""


class PlaceOnlyFormatter(logging.Formatter):
    """Writes where an unexpected error arose, and leaves its text out.

    The text of an exception may hold what the officer typed.
    """

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # another handler's wording, kept there, would be taken over
        return super().format(record)

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
    """Log what the program warns of to a file in `folder`; return its handler."""
    file = folder / "sgdesk.log"
    if file.exists() and file.stat().st_size > _LARGEST:
        file.replace(file.with_suffix(".old.log"))
    handler = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setFormatter(PlaceOnlyFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logger = logging.getLogger("sgdesk")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    return handler
