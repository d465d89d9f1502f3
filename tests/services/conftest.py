"""A register of a test's own, quick to open, and the practice register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from kept_registers import copied_practice, copied_register
from services_samples import CHEAP, NOW, OPENING_WORDS, PROFILE, TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sgdesk.services.register import Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    opened, _ = copied_register(tmp_path, PROFILE, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    yield opened
    opened.close()


@pytest.fixture
def practice() -> Iterator[Register]:
    opened = copied_practice(today=TODAY, now=lambda: NOW)
    yield opened
    opened.close()
