"""Everything that locks by itself, joined: the idle watch, the system, and the words before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from sgdesk.app import lock_watch
from sgdesk.app.lock_watch import LockWatch
from sgdesk.ui.shell.lock_notice import HOW_TO_STAY, WORDS, LockNotice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class System(QObject):
    lock_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_released = False

    def release(self) -> None:
        self.is_released = True


class Watched:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.window.show()
        self.watch = LockWatch(lambda: 600.0, self.window, self.window)
        self.told: list[str] = []
        self.watch.lock_due.connect(lambda: self.told.append("lock"))

    def notices(self) -> list[LockNotice]:
        every = self.window.findChildren(LockNotice)
        return [one for one in every if one.isVisible()]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> System:
    made = System()
    monkeypatch.setattr(lock_watch, "_CALM_MS", 0)
    monkeypatch.setattr(lock_watch, "_system_signals", lambda _parent: made)
    return made


@pytest.fixture
def watched(qtbot: QtBot, system: System) -> Watched:
    made = Watched(qtbot)
    qtbot.waitUntil(lambda: made.watch._system is system)
    return made


def test_the_lock_of_the_system_locks_once(watched: Watched, system: System) -> None:
    system.lock_asked.emit()
    system.lock_asked.emit()
    assert watched.told == ["lock"]
    assert system.is_released


def test_idleness_locks_once(watched: Watched, system: System) -> None:
    watched.watch._idle.lock_due.emit()
    system.lock_asked.emit()
    assert watched.told == ["lock"]


def test_a_watch_that_was_stopped_locks_nothing(watched: Watched, system: System) -> None:
    watched.watch.stop()
    system.lock_asked.emit()
    assert watched.told == []


def test_one_that_was_stopped_early_asks_the_system_nothing(qtbot: QtBot, system: System) -> None:
    watched = Watched(qtbot)
    watched.watch.stop()
    watched.watch._listen_to_system()
    assert watched.watch._system is None


def test_where_the_system_tells_nothing_idleness_is_watched_all_the_same(
    qtbot: QtBot, system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_watch, "_system_signals", lambda _parent: None)
    watched = Watched(qtbot)
    watched.watch._listen_to_system()
    watched.watch._idle.lock_due.emit()
    assert watched.told == ["lock"]


def test_the_system_of_this_computer_is_asked(qtbot: QtBot) -> None:
    keeper = QObject()
    asked = lock_watch._system_signals(keeper)
    assert asked is None or asked.parent() is keeper


def test_the_officer_is_told_before_and_what_stops_it(watched: Watched) -> None:
    watched.watch._idle.soon_changed.emit(True)
    (notice,) = watched.notices()
    assert notice.accessibleName() == f"{WORDS} {HOW_TO_STAY}"
    assert watched.window.rect().contains(notice.geometry())
    assert notice.focusWidget() is None
    watched.watch._idle.soon_changed.emit(False)
    assert watched.notices() == []


def test_the_words_stand_over_the_dialog_that_is_open(watched: Watched) -> None:
    dialog = QDialog(watched.window)
    dialog.resize(300, 300)
    dialog.open()
    watched.watch._idle.soon_changed.emit(True)
    (notice,) = watched.notices()
    assert notice.parent() is dialog
    assert dialog.rect().contains(notice.geometry())
    dialog.close()
