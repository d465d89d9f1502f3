"""Failures that nobody expected, told once even where the same line fails over and over."""

from __future__ import annotations

import time

_QUIET_S = 10.0


class Failures:
    """Remembers where something failed, and when; never what."""

    def __init__(self) -> None:
        self._failed_at: dict[object, float] = {}

    def is_repeated(self, error: BaseException) -> bool:
        """Note `error`; return whether the same line failed a moment ago, as painting does."""
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        line = (trace.tb_frame.f_code, trace.tb_lineno) if trace is not None else None
        now = time.monotonic()
        before, self._failed_at[line] = self._failed_at.get(line, -_QUIET_S), now
        return now - before < _QUIET_S
