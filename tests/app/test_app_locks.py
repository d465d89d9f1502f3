"""The program that locks, and the program that is started twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program_samples import main_window, make_register, started, unlocked
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from sgdesk.app import window as program_module
from sgdesk.app.one_instance import OneInstance
from sgdesk.app.window import Program
from sgdesk.config.paths import own_folders
from sgdesk.config.settings import load_settings
from sgdesk.ui.unlock_window import UnlockWindow
from sgdesk.ui.wizards.start_wizard import StartWizard

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


class Locking:
    """Stands in for what would end the process of the tests."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, is_started: bool = True) -> None:
        self.is_started = is_started
        self.done: list[str] = []
        monkeypatch.setattr(program_module, "start_afresh", self.start_afresh)
        monkeypatch.setattr(program_module, "end_process", self.end_process)

    def start_afresh(self, *, is_behind: bool) -> bool:
        self.done.append("behind" if is_behind else "in front")
        return self.is_started

    def end_process(self, close: Callable[[], None]) -> None:
        self.done.append("end")
        close()


def front(monkeypatch: pytest.MonkeyPatch, *, is_ours: bool) -> None:
    state = Qt.ApplicationState
    now = state.ApplicationActive if is_ours else state.ApplicationInactive
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: now)


@pytest.mark.parametrize("is_ours", [True, False], ids=["in-front", "behind-another"])
def test_locking_ends_this_process_and_starts_a_fresh_one(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, is_ours: bool
) -> None:
    window = unlocked(program, qtbot)
    locking = Locking(monkeypatch)
    front(monkeypatch, is_ours=is_ours)
    flushed: list[bool] = []
    monkeypatch.setattr(
        window.context.typing, "flush", lambda: flushed.append(program.register is not None)
    )
    dialog = QDialog(window)
    dialog.open()
    window.lock_asked.emit()
    assert locking.done == ["in front" if is_ours else "behind", "end"]
    assert flushed[0]
    assert not window.isVisible()
    assert not dialog.isVisible()
    assert program.register is None
    assert load_settings(program.folders.settings).window_geometry
    window.lock_asked.emit()
    assert len(locking.done) == 2


def test_the_fresh_process_finds_its_place_free(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked(program, qtbot)
    fresh = OneInstance(program.folders.register, program)
    assert not fresh.take()
    taken: list[bool] = []
    Locking(monkeypatch)
    monkeypatch.setattr(
        program_module, "start_afresh", lambda **_: taken.append(fresh.take()) or True
    )
    window.lock_asked.emit()
    assert taken == [True]
    fresh.release()


def test_where_no_fresh_process_starts_the_register_is_closed_here(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked(program, qtbot)
    locking = Locking(monkeypatch, is_started=False)
    window.lock_asked.emit()
    assert isinstance(program.window, UnlockWindow)
    assert program.register is None
    assert not window.isVisible()
    assert "end" not in locking.done


def test_practice_locks_by_hand_alone(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    window = main_window(started(program, is_practice=True))
    locking = Locking(monkeypatch)
    assert program._watch is None
    window.lock_asked.emit()
    assert locking.done[-1] == "end"


def test_an_open_register_locks_when_the_watch_says_so(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked(program, qtbot)
    locking = Locking(monkeypatch)
    window.context.change_settings(lock_after=2)
    assert program._watch is not None
    assert program._lock_after_s() == 120.0
    program._watch.lock_due.emit()
    assert locking.done[-1] == "end"
    assert program._watch is None


def test_a_locked_program_that_comes_up_behind_another_leaves_it_the_keyboard(
    undressed: QApplication, own_log: logging.Logger, qtbot: QtBot
) -> None:
    register = make_register()
    program = Program(undressed, is_behind=True)
    quietly = Qt.WidgetAttribute.WA_ShowWithoutActivating
    unlock = started(program).window
    assert isinstance(unlock, UnlockWindow)
    assert unlock.testAttribute(quietly)
    unlock.register_opened.emit(register)
    assert not main_window(program).testAttribute(quietly)
    main_window(program).close()
    program.close_register()
    program.instance.release()
    program.deleteLater()


@pytest.fixture
def other(program: Program) -> Iterator[OneInstance]:
    """Another program that has the register already."""
    made = OneInstance(own_folders().make().register, program)
    assert made.take()
    yield made
    made.release()


def test_a_second_start_shows_the_first_and_ends(
    program: Program, other: OneInstance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    other.asked.connect(lambda: done.append("asked"))
    monkeypatch.setattr(QCoreApplication, "quit", lambda: done.append("quit"))
    started(program)
    assert program.window is None
    qtbot.waitUntil(lambda: "quit" in done)
    assert done == ["asked", "quit"]


def test_a_first_that_does_not_answer_is_told_and_replaced_when_it_ends(
    program: Program, other: OneInstance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgdesk.app.one_instance.PATIENCE", 2)
    monkeypatch.setattr(other, "_look", None)
    QCoreApplication.processEvents()
    other._watcher.blockSignals(True)
    started(program)
    qtbot.waitUntil(lambda: program.window is not None)
    message = program.window
    assert isinstance(message, QMessageBox)
    assert message.text().startswith("SGDesk is open already, but does not answer yet.")
    other.release()
    qtbot.waitUntil(lambda: isinstance(program.window, StartWizard))


def test_practice_needs_no_place_of_its_own(program: Program, other: OneInstance) -> None:
    assert main_window(started(program, is_practice=True)).isVisible()


def test_leaving_practice_for_a_register_that_is_open_shows_that_one(
    program: Program, other: OneInstance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(QCoreApplication, "quit", lambda: done.append("quit"))
    window = main_window(started(program, is_practice=True))
    window.leave_practice_asked.emit()
    qtbot.waitUntil(lambda: done == ["quit"])
    assert program.window is window


def test_whoever_asks_finds_the_window_in_front_with_its_dialog(
    program: Program, qtbot: QtBot
) -> None:
    window = unlocked(program, qtbot)
    dialog = QDialog(window)
    dialog.open()
    window.showMinimized()
    assert window.isMinimized()
    program.instance.asked.emit()
    assert not window.isMinimized()
    assert window.isVisible()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.close()


def test_nobody_is_shown_a_register_that_is_locking(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked(program, qtbot)
    Locking(monkeypatch)
    window.lock_asked.emit()
    program.instance.asked.emit()
    assert not window.isVisible()
