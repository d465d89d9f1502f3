"""The set-up asks for what is missing and no more, and says what to type where it may not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import dev
import pytest
from steps import environment, machine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with two locks and no `.venv`."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(f"# {name}\n", "utf-8")
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "RUNTIME_LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(environment, "DEV_LOCK", tmp_path / "requirements-dev.lock")
    return tmp_path


def set_missing(
    monkeypatch: pytest.MonkeyPatch, *, venv: list[str], qt: list[str], tests: list[str]
) -> None:
    monkeypatch.setattr(machine, "missing_for_venv", lambda: venv)
    monkeypatch.setattr(machine, "missing_for_qt", lambda: qt)
    monkeypatch.setattr(machine, "missing_for_tests", lambda: tests)


def make_venv(folder: Path) -> None:
    python = environment.python_path()
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / ".venv/lib/python3.11/site-packages/pip").mkdir(parents=True)
    (folder / ".venv/Lib/site-packages/pip").mkdir(parents=True)


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are Debian's affair")
def test_only_packages_whose_library_the_linker_does_not_find_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = frozenset(machine.QT_LIBRARIES) - {"libEGL.so.1", "libxcb-cursor.so.0"}
    monkeypatch.setattr(machine, "_known_libraries", lambda: there)
    assert machine.missing_for_qt() == ["libegl1", "libxcb-cursor0"]


def test_without_the_right_to_install_one_line_names_everything_and_the_status_is_2(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_missing(monkeypatch, venv=["python3.11-venv"], qt=["libegl1"], tests=["poppler-utils"])
    monkeypatch.setattr(machine, "install", lambda packages: False)
    assert dev.main(["setup"]) == 2
    line = "sudo apt-get install -y --no-install-recommends python3.11-venv libegl1 poppler-utils"
    assert line in capsys.readouterr().err.splitlines()[1]
    assert not (fresh / ".venv").exists()


def test_running_the_program_does_not_ask_for_the_test_tools(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    set_missing(monkeypatch, venv=["python3.11-venv"], qt=[], tests=["default-jdk-headless"])
    monkeypatch.setattr(machine, "install", lambda packages: bool(asked.extend(packages)))
    assert dev.main(["run"]) == 2
    assert asked == ["python3.11-venv"]


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are Debian's affair")
def test_only_the_test_tools_that_are_not_found_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = {"javac", "pdfinfo", "soffice"}
    monkeypatch.setattr(machine.shutil, "which", lambda name: name if name in there else None)
    missing = [name for name in machine.missing_for_tests() if name != "libjaxb-java"]
    assert missing == ["strace", "dbus"]


def test_where_qt_does_not_load_for_want_of_libraries_the_program_is_not_started(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_venv(fresh)
    set_missing(monkeypatch, venv=[], qt=["libegl1"], tests=[])
    monkeypatch.setattr(machine, "install", lambda packages: False)
    monkeypatch.setattr(environment, "is_up_to_date", lambda lock: True)
    monkeypatch.setattr(environment, "qt_loads", lambda: False)
    assert dev.main(["run"]) == 2
    assert "apt-get install" in capsys.readouterr().err


def test_a_machine_that_has_everything_is_left_as_it_is(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_venv(fresh)
    set_missing(monkeypatch, venv=[], qt=[], tests=[])
    for lock in (environment.RUNTIME_LOCK, environment.DEV_LOCK):
        environment.stamp(lock)
    assert dev.main(["setup"]) == 0
    assert capsys.readouterr().out == "set-up: ready\n"


def test_a_changed_lock_is_noticed(fresh: Path) -> None:
    make_venv(fresh)
    environment.stamp(environment.RUNTIME_LOCK)
    assert environment.is_up_to_date(environment.RUNTIME_LOCK)
    environment.RUNTIME_LOCK.write_text("# another package\n", "utf-8")
    assert not environment.is_up_to_date(environment.RUNTIME_LOCK)


def test_a_folder_that_was_moved_is_noticed(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_venv(fresh)
    environment.stamp(environment.RUNTIME_LOCK)
    monkeypatch.setattr(environment, "ROOT", fresh / "elsewhere")
    assert not environment.is_up_to_date(environment.RUNTIME_LOCK)


def test_a_virtual_environment_whose_python_is_gone_counts_as_none(fresh: Path) -> None:
    make_venv(fresh)
    environment.python_path().unlink()
    assert not environment.is_made()


def test_a_command_that_takes_no_further_words_refuses_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stop:
        dev.main(["check", "sgdesk"])
    assert stop.value.code == 2
    assert "check takes no further words: sgdesk" in capsys.readouterr().err


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    assert dev.main(["run"]) == 2
    assert "needs Python 3.11 or newer" in capsys.readouterr().err
