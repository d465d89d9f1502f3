"""What the set-up says, in short lines on one stream."""

from __future__ import annotations

import sys


class SetupStopError(Exception):
    """The set-up cannot go on; the text is what to type or put right."""


def say(line: str) -> None:
    """Print a line at once, so that it stands in order with the output of called programs."""
    print(line, flush=True)


def complain(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
