"""Keeping what the process remembers out of files that outlive it."""

from __future__ import annotations

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """Let no image of this process be written when it crashes, where the system can be told.

    On Linux other programs of the same user cannot read its memory either from now on. Windows
    writes such images only where whoever looks after the computer has switched them on.
    """
    if sys.platform == "win32":  # pragma: no cover - the other branch runs where tests run
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only here

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
