"""An open register for each test, gone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from store_samples import KEY

from sgdesk.store.engine import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "register.sgdesk", KEY) as made:
        yield made
