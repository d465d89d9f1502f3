"""One program over one register: who is first, how a second one asks, and what a crash leaves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject

from sgdesk.app import one_instance
from sgdesk.app.one_instance import Asking, OneInstance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]


class Programs:
    """As many programs over one register as a test wants, each with what it was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.keeper = QObject()
        self.made: list[OneInstance] = []

    def new(self) -> OneInstance:
        made = OneInstance(self.folder, self.keeper)
        self.made.append(made)
        return made

    def ask(self, instance: OneInstance) -> list[str]:
        told: list[str] = []
        asking = Asking(instance, self.keeper)
        for name in ("answered", "freed", "unanswered"):
            getattr(asking, name).connect(lambda name=name: told.append(name))
        return told


@pytest.fixture
def programs(qapp: object, tmp_path: Path) -> Iterator[Programs]:
    made = Programs(tmp_path / "register")
    yield made
    for one in made.made:
        one.release()
    made.keeper.deleteLater()


def fall_silent(program: OneInstance) -> None:
    """Let `program` hear nothing more, as one that hangs."""
    QCoreApplication.processEvents()
    assert program._watcher is not None
    program._watcher.blockSignals(True)


def test_the_first_has_it_until_it_lets_go(programs: Programs) -> None:
    first, second = programs.new(), programs.new()
    assert first.take()
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    first.release()
    assert not programs.new().take()


@pytest.mark.parametrize("is_told_of_files", [True, False])
def test_a_second_start_shows_the_first(
    programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, is_told_of_files: bool
) -> None:
    monkeypatch.setattr(one_instance, "_LOOK_MS", 10)
    if not is_told_of_files:  # as where the system has no more such watches to give
        monkeypatch.setattr(QFileSystemWatcher, "directories", lambda _self: [])
        monkeypatch.setattr(QFileSystemWatcher, "addPath", lambda _self, _path: False)
    first, second = programs.new(), programs.new()
    first.take()
    asked: list[str] = []
    first.asked.connect(lambda: asked.append("asked"))
    assert not second.take()
    told = programs.ask(second)
    qtbot.waitUntil(lambda: told == ["answered"])
    assert asked == ["asked"]
    assert [file.name for file in first.folder.iterdir()] == ["program.lock"]


def test_a_second_start_while_the_first_begins_is_answered_when_it_stands(
    programs: Programs, qtbot: QtBot
) -> None:
    first, second = programs.new(), programs.new()
    first.folder.mkdir(parents=True)
    told = programs.ask(second)
    first.take()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["answered"]


def test_a_second_start_takes_the_place_of_a_first_that_ends(
    programs: Programs, qtbot: QtBot
) -> None:
    first, second = programs.new(), programs.new()
    first.take()
    fall_silent(first)
    told = programs.ask(second)
    first.release()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["freed"]
    assert not first.take()
    assert [file.name for file in first.folder.iterdir()] == ["program.lock"]


def test_silence_is_told_once_and_an_answer_may_still_come(
    programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_instance, "ASK_MS", 1)
    first, second = programs.new(), programs.new()
    first.take()
    fall_silent(first)
    told = programs.ask(second)
    qtbot.waitUntil(lambda: told == ["unanswered"])
    first._look()
    qtbot.waitUntil(lambda: told == ["unanswered", "answered"])


def test_a_start_that_cannot_ask_does_not_take_silence_for_an_answer(
    programs: Programs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("a full disk")

    monkeypatch.setattr(one_instance, "ASK_MS", 1)
    first, second = programs.new(), programs.new()
    first.take()
    monkeypatch.setattr(Path, "touch", refuse)
    told = programs.ask(second)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["unanswered"]


def test_what_others_left_in_the_folder_means_nothing(programs: Programs, qtbot: QtBot) -> None:
    first = programs.new()
    first.folder.mkdir(parents=True)
    (first.folder / "program.lock").write_bytes(b"\0rubbish")
    (first.folder / "show-1").mkdir()
    asked: list[str] = []
    first.asked.connect(lambda: asked.append("asked"))
    assert first.take()
    first._look()
    assert asked == []


def test_nobody_is_answered_after_letting_go(programs: Programs) -> None:
    first = programs.new()
    first.take()
    first.release()
    asking = first.folder / "show-1"
    asking.touch()
    first._look()
    assert asking.exists()


def test_where_the_folder_cannot_be_made_the_register_guards_itself(programs: Programs) -> None:
    programs.folder.write_text("a file where the folder should be")
    assert programs.new().take()


def test_a_program_that_was_killed_holds_nothing(programs: Programs) -> None:
    holding = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from sgdesk.app.one_instance import OneInstance\n"
        "app = QCoreApplication([])\n"
        f"print(OneInstance(Path({str(programs.folder)!r}), app).take(), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", holding], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not programs.new().take()
        other.kill()
        other.wait()
    assert programs.new().take()
