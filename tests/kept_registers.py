"""Registers that take long to make: made once, and copied for each test that wants one.

A copy has the same rows, ids and audit trail, in a file and a folder of its own, and is at the
moment at which making it ended: its last save can be taken back.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from sgdesk.services.practice import PracticeRegister, open_practice
from sgdesk.services.register import Register, create_register
from sgdesk.store.engine import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from sgdesk.domain.calendar import WorkingCalendar
    from sgdesk.domain.partnerships import PartnershipDraft
    from sgdesk.store.wrapping import Cost

_OF_THE_LAST_SAVE = ("saved_at", "written", "recalculation")


@dataclass(frozen=True)
class KeptRegister:
    """The files of a register that was closed, and what the handle knew."""

    files: dict[str, bytes]
    name: str
    key: bytes
    calendar: WorkingCalendar
    last_save: dict[str, Any]

    @classmethod
    def of(cls, register: Register) -> KeptRegister:
        """Close `register` and keep all that there is of it."""
        store = register.store
        register.store.close()
        files = [file for file in register.folder.iterdir() if file.suffix != ".lock"]
        return cls(
            {file.name: file.read_bytes() for file in files},
            store.path.name,
            store._key,
            register.plain_calendar,
            {name: getattr(register, name) for name in _OF_THE_LAST_SAVE},
        )

    def open(
        self,
        folder: Path,
        now: Callable[[], datetime],
        kind: type[Register] = Register,
        **more: Any,
    ) -> Register:
        """Return a copy in `folder`, open. Close it when done."""
        folder.mkdir(exist_ok=True)
        for name, content in self.files.items():
            (folder / name).touch(0o600)
            (folder / name).write_bytes(content)
        store = Store.open(folder / self.name, self.key)
        # The official bank holidays are the same for all, and take longer than the rest.
        with patch("sgdesk.services.register.working_calendar", lambda _cache: self.calendar):
            register = kind(store, folder, now=now, **more)
        for name, value in self.last_save.items():
            setattr(register, name, value)
        return register


def copied_register(
    folder: Path,
    profile: PartnershipDraft,
    passphrase: str,
    *,
    now: Callable[[], datetime],
    cost: Cost,
) -> tuple[Register, str]:
    """Return what `create_register` does, but the same one for the same words and moment."""
    kept, recovery_key = _created(profile, passphrase, now(), cost)
    return kept.open(folder, now), recovery_key


@cache
def _created(
    profile: PartnershipDraft, passphrase: str, moment: datetime, cost: Cost
) -> tuple[KeptRegister, str]:
    with tempfile.TemporaryDirectory() as folder:
        made, recovery_key = create_register(
            Path(folder), profile, passphrase, now=lambda: moment, cost=cost
        )
        return KeptRegister.of(made), recovery_key


def copied_practice(*, today: date, now: Callable[[], datetime]) -> Register:
    """Return what `open_practice` does, but the same one for the same day and moment."""
    folder = Path(tempfile.mkdtemp(prefix="sgdesk-practice-"))
    return _practice(today, now()).open(folder, now, PracticeRegister, is_practice=True)


@cache
def _practice(today: date, moment: datetime) -> KeptRegister:
    made = open_practice(today=today, now=lambda: moment)
    kept = KeptRegister.of(made)
    made.close()
    return kept
