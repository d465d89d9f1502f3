"""Ending a long statement of SQLite half-way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from sgdesk.store.cipher import Connection

_STEPS_BETWEEN = 20_000
"""So many steps of SQLite's machine, a few milliseconds, pass before it asks whether to stop."""


def never_stop() -> None:
    """Let the work go on to its end."""


@contextmanager
def stoppable(connection: Connection, stop: Callable[[], None]) -> Generator[None]:
    """Let `stop` end what runs in the block by raising; what it raised comes out of the block."""
    raised: list[Exception] = []

    def look() -> int:
        try:
            stop()
        except Exception as reason:  # noqa: BLE001 - raised again below
            raised.append(reason)
            return 1
        return 0

    connection.set_progress_handler(look, _STEPS_BETWEEN)
    try:
        yield
    except Exception:
        if not raised:
            raise
    finally:
        connection.set_progress_handler(None, 0)
    if raised:
        raise raised[0]
