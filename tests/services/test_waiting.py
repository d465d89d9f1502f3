"""Waiting for the program that locked to let go of the register."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sgdesk.services import waiting
from sgdesk.services.waiting import wait_until_free
from sgdesk.store.lock import RegisterLock

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_free_register_is_not_waited_for_and_stays_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting.time, "sleep", None)
    wait_until_free(tmp_path)
    RegisterLock(tmp_path / "register.sgdesk").release()


def test_the_wait_ends_as_the_other_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = RegisterLock(tmp_path / "register.sgdesk")
    naps: list[float] = []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            other.release()

    monkeypatch.setattr(waiting.time, "sleep", nap)
    wait_until_free(tmp_path)
    assert len(naps) == 3


def test_the_wait_has_an_end(tmp_path: Path) -> None:
    other = RegisterLock(tmp_path / "register.sgdesk")
    waits = threading.Thread(target=wait_until_free, args=(tmp_path, 0.1))
    waits.start()
    waits.join(30)
    assert not waits.is_alive()
    other.release()


def test_a_folder_that_is_not_there_is_left_to_the_opening(tmp_path: Path) -> None:
    wait_until_free(tmp_path / "missing")
    assert not (tmp_path / "missing").exists()
