"""Waiting for another program to let go of the register: the one that locked is still closing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.store.backup_sets import REGISTER
from sgdesk.store.errors import RegisterBusyError
from sgdesk.store.lock import RegisterLock

if TYPE_CHECKING:
    from pathlib import Path

_LIMIT_S = 20.0
"""A program that locks has ended by then, whatever held it up."""
_STEP_S = 0.05


def wait_until_free(folder: Path, limit_s: float = _LIMIT_S) -> None:
    """Return as soon as no other program has the register in `folder` open, or after `limit_s`.

    What is wrong with the folder otherwise is for the opening to say. To be called off the
    window's thread.
    """
    end = time.monotonic() + limit_s
    while True:
        try:
            RegisterLock(folder / REGISTER).release()
        except RegisterBusyError:
            if time.monotonic() > end:
                return
            time.sleep(_STEP_S)
        except UserError:
            return
        else:
            return
