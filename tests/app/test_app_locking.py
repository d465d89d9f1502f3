"""The end of the process that held the data: what goes first, and what cannot hold it up."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QProcess
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sgdesk.app import locking
from sgdesk.app.locking import end_process, hide_everything, own_command, start_afresh
from sgdesk.ui.tasks import Job, wait_for_work

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from sgdesk.progress import Progress

ROOT = Path(__file__).resolve().parents[2]


def test_everything_goes_off_the_screen_and_out_of_the_clipboard(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without a screen nobody owns the clipboard.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    dialog.open()
    QGuiApplication.clipboard().setText("Planted name")
    hide_everything()
    assert not window.isVisible()
    assert not dialog.isVisible()
    assert QGuiApplication.clipboard().text() == ""


def test_what_others_put_into_the_clipboard_stays(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("from another program")
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _self: False)
    hide_everything()
    assert clipboard.text() == "from another program"


@pytest.mark.parametrize("is_behind", [False, True])
def test_the_fresh_program_may_stay_behind(
    monkeypatch: pytest.MonkeyPatch, *, is_behind: bool
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        QProcess, "startDetached", lambda *command: (started.append(command) or True, 7)
    )
    assert start_afresh(is_behind=is_behind)
    program, arguments = own_command()
    assert started == [(program, [*arguments, "--behind"] if is_behind else arguments)]


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What was done to end the process of the tests, which goes on."""
    done: list[object] = []
    monkeypatch.setattr(locking, "end_by_force", done.append)
    monkeypatch.setattr(QCoreApplication, "exit", lambda: done.append("exit"))
    return done


def test_the_register_is_closed_before_the_loops_are_left(
    qapp: QApplication, limits: list[object]
) -> None:
    end_process(lambda: limits.append("close"))
    assert limits == [locking.CLOSING_S, "close", locking.LEAVING_S, "exit"]


def started_job(work: Callable[[Progress], object], keeper: QObject) -> list[str]:
    told: list[str] = []
    job = Job(work, keeper)
    job.succeeded.connect(lambda _answer: told.append("done"))
    job.cancelled.connect(lambda: told.append("stopped"))
    job.start()
    return told


def test_work_that_ends_in_time_is_done(
    qapp: QApplication, limits: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = QObject()
    told = started_job(lambda _progress: None, keeper)
    end_process(wait_for_work)
    assert told == ["done"]


def test_work_that_takes_too_long_is_asked_to_stop(
    qapp: QApplication, limits: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "_WORK_S", 0.0)
    keeper, begun = QObject(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress(0, 1, "")

    told = started_job(work, keeper)
    assert begun.wait(30)
    end_process(wait_for_work)
    assert told == ["stopped"]


HELD_UP = """
import sys, time
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from sgdesk.app import locking

locking.CLOSING_S, locking.LEAVING_S = 1.0, 1.0
app = QApplication([])
closed = lambda: print("closed", flush=True)

def nested():
    QTimer.singleShot(0, lambda: locking.end_process(closed))
    {hold}
    print("left", flush=True)

QTimer.singleShot(0, nested)
app.exec()
print("ended", flush=True)
"""
HOLDS = {
    "dialog": ("QDialog().exec()", "closed left ended"),
    "menu": ("menu = QMenu(); menu.addAction('x'); menu.exec()", "closed left ended"),
    "loop": ("QEventLoop().exec()", "closed left ended"),
    # a dialog of the system has a loop that Qt does not know
    "foreign": ("[app.processEvents() for _ in iter(int, 1)]", "closed"),
}


@pytest.mark.parametrize("name", HOLDS)
def test_no_loop_within_a_loop_keeps_the_process(name: str) -> None:
    hold, told = HOLDS[name]
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-c", HELD_UP.format(hold=hold)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.stdout.split() == told.split()


def test_a_closing_that_hangs_does_not_keep_the_process_either() -> None:
    hanging = HELD_UP.replace("closed = lambda:", "closed = lambda: time.sleep(600) or")
    ended = subprocess.run(  # noqa: S603
        [sys.executable, "-c", hanging.format(hold="QDialog().exec()")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.stdout, ended.returncode) == ("", 1)
