"""Which events count as use of the program, and what the watch says in time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QThreadPool
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget

from sgdesk.app import idle_watch
from sgdesk.app.clock import Clocks
from sgdesk.app.idle_watch import LOCK_KEY, IdleWatch
from sgdesk.ui.shell.menus import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from pytestqt.qtbot import QtBot

LIMIT_S = 600.0


class Time:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.clocks = Clocks(100.0, 1_800_000_000.0)

    def read(self) -> Clocks:
        return self.clocks

    def passes(self, seconds: float) -> None:
        self.clocks = Clocks(self.clocks.running + seconds, self.clocks.wall + seconds)


class Watched:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.edit = QLineEdit(self.window)
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.edit)
        layout.addWidget(QLabel("Nothing to press"))
        self.window.resize(200, 100)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.time = Time()
        self.limit_s = LIMIT_S
        self.watch = IdleWatch(lambda: self.limit_s, self.window, read=self.time.read)
        self.told: list[object] = []
        self.watch.lock_due.connect(lambda: self.told.append("lock"))
        self.watch.soon_changed.connect(self.told.append)

    @property
    def handle(self) -> QWindow:
        return self.window.windowHandle()

    def pass_by(self, seconds: float) -> None:
        """Let time pass, with the looks that belong to it."""
        while seconds > 0:
            self.time.passes(min(seconds, 5))
            self.watch.look()
            seconds -= 5


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched(qtbot)


def move_mouse(window: QWindow) -> None:
    for place in (QPoint(50, 80), QPoint(60, 70)):
        QTest.mouseMove(window, place)


def turn_wheel(window: QWindow) -> None:
    place = QPointF(20, 20)
    QTest.wheelEvent(window, place, QPoint(0, 120))


USES: dict[str, Callable[[QWindow], object]] = {
    "key": lambda window: QTest.keyClick(window, Qt.Key.Key_Shift),
    "press": lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(20, 80)),
    "move": move_mouse,
    "wheel": turn_wheel,
    "touch": lambda window: (
        QTest.touchEvent(window, QTest.createTouchDevice())
        .press(0, QPoint(20, 80), window)
        .commit()
    ),
}


@pytest.mark.parametrize("way", USES)
def test_every_way_to_use_a_window_keeps_it_open(watched: Watched, way: str) -> None:
    watched.pass_by(LIMIT_S - 10)
    assert watched.told == [True]
    USES[way](watched.handle)
    assert watched.told == [True, False]
    watched.pass_by(LIMIT_S - 70)
    assert watched.told == [True, False]
    watched.pass_by(70)
    assert watched.told == [True, False, True, False, "lock"]


def test_what_the_program_does_by_itself_is_no_use(watched: Watched) -> None:
    move_mouse(watched.handle)
    watched.pass_by(LIMIT_S - 10)
    watched.edit.setText("typed by nobody")
    watched.window.resize(300, 200)
    QTest.mouseMove(watched.handle, QPoint(60, 70))  # a window came up under a mouse at rest
    QApplication.sendEvent(
        watched.edit,
        QWheelEvent(
            QPointF(),
            QPointF(),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    watched.pass_by(10)
    assert watched.told == [True, False, "lock"]


def test_a_key_in_a_dialog_counts_as_well(watched: Watched, qtbot: QtBot) -> None:
    watched.pass_by(LIMIT_S - 10)
    dialog = QDialog(watched.window)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.windowHandle() is not None)
    watched.watch.look()
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)
    watched.pass_by(20)
    assert watched.told == [True, False]
    dialog.close()


def test_a_key_that_comes_too_late_takes_nothing_back(watched: Watched) -> None:
    watched.pass_by(LIMIT_S - 5)
    watched.time.passes(5)
    QTest.keyClick(watched.handle, Qt.Key.Key_Shift)
    assert watched.told == [True, False, "lock"]
    QTest.keyClick(watched.handle, Qt.Key.Key_Shift)
    watched.pass_by(LIMIT_S * 2)
    assert watched.told == [True, False, "lock"]


def test_the_first_key_after_sleep_locks(watched: Watched) -> None:
    watched.time.passes(3600)
    QTest.keyClick(watched.handle, Qt.Key.Key_Shift)
    assert watched.told == ["lock"]


def test_another_choice_of_minutes_holds_at_once(watched: Watched) -> None:
    watched.pass_by(200)
    assert watched.told == []
    watched.limit_s = 120.0
    watched.watch.look()
    assert watched.told == ["lock"]


def test_it_looks_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idle_watch, "LOOK_MS", 1)
    watched = Watched(qtbot)
    watched.time.passes(3600)
    qtbot.waitUntil(lambda: watched.told == ["lock"])


def test_work_that_runs_puts_it_off(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    class Busy:
        def activeThreadCount(self) -> int:  # noqa: N802
            return 1

    with monkeypatch.context() as patch:
        patch.setattr(QThreadPool, "globalInstance", Busy)
        watched.pass_by(LIMIT_S + 60)
    assert watched.told == [True]
    watched.watch.look()
    assert cast("list[object]", watched.told) == [True, False, "lock"]


def test_a_watch_that_was_stopped_says_nothing(watched: Watched) -> None:
    watched.watch.stop()
    QTest.keyClick(watched.handle, Qt.Key.Key_Shift)
    watched.window.activateWindow()
    assert watched.told == []


def test_the_key_that_locks_works_over_a_dialog_too(qtbot: QtBot, watched: Watched) -> None:
    dialog = QDialog(watched.window)
    qtbot.addWidget(dialog)
    dialog.open()
    QTest.qWaitForWindowExposed(dialog)
    watched.watch.look()
    handle = dialog.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_L)
    assert watched.told == []
    for _ in range(2):
        QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert watched.told == ["lock"]


def test_the_key_that_locks_is_the_one_in_the_menu() -> None:
    lock = next(command for command in COMMANDS if command.name == "lock")
    assert QKeySequence(lock.shortcut) == QKeySequence(LOCK_KEY)
