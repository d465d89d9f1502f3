"""Somebody who may do less than whoever runs the tests."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

_NOBODY = 65534


@contextmanager
def somebody_without_rights() -> Generator[None]:
    """Root may write everywhere; where the tests run as root they are nobody for a while."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
