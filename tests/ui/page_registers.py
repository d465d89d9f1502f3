"""Open registers for tests of pages and windows: practice, or one without any case."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kept_registers import copied_practice, copied_register
from page_samples import TODAY

from sgdesk.domain.partnerships import PartnershipDraft
from sgdesk.store.keys import Cost
from sgdesk.ui.context import AppContext
from sgdesk.ui.tasks import wait_for_work

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sgdesk.services.register import Register

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 0, tzinfo=UTC)
OPENING_WORDS = "ripe lantern over seven hills"
CHEAP = Cost(memory_kib=32, rounds=1, lanes=4)
TROUBLE = "expects_trouble"
"""A context with this property may be told of errors."""


def practice_context() -> Iterator[AppContext]:
    """Give a context over the practice register, and close it when the test has ended."""
    yield from _context(copied_practice(today=TODAY, now=lambda: NOW))


def empty_context(folder: Path) -> Iterator[AppContext]:
    """Give a context over a new register of its own without any case."""
    profile = PartnershipDraft(name="Test partnership", prefix="ZZSP", officer="Business support")
    register, _ = copied_register(folder, profile, OPENING_WORDS, now=lambda: NOW, cost=CHEAP)
    yield from _context(register)


def _context(register: Register) -> Iterator[AppContext]:
    context = AppContext(register, lambda: TODAY)
    errors: list[object] = []
    context.troubled.connect(errors.append)
    yield context
    wait_for_work()
    register.close()
    assert errors == [] or context.property(TROUBLE)
