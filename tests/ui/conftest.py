"""What tests of windows share: a small register of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from case_samples import Desk, make_desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    """A register with a full case and a bare one, closed when the test ends."""
    made = make_desk(tmp_path)
    yield made
    made.register.close()
