"""The command line itself: which command runs, and with which status it ends."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from sgdesk.app import demo, due, gallery, self_test, window
from sgdesk.app.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "way"),
    [([], (False, False)), (["--practice"], (True, False)), (["--behind"], (False, True))],
)
def test_without_a_command_the_program_opens(
    monkeypatch: pytest.MonkeyPatch, words: list[str], way: tuple[bool, bool]
) -> None:
    asked: list[tuple[bool, bool]] = []

    def run_window(*, is_practice: bool, is_behind: bool) -> int:
        asked.append((is_practice, is_behind))
        return 0

    monkeypatch.setattr(window, "run_window", run_window)
    assert main(words) == 0
    assert asked == [way]


@pytest.mark.parametrize(
    ("words", "module", "name"),
    [
        (["self-test"], self_test, "print_self_test"),
        (["demo"], demo, "show_demo"),
        (["gallery"], gallery, "draw_gallery"),
        (["gallery", "--only", "case"], gallery, "draw_gallery"),
        (["gallery", "--docs"], gallery, "draw_docs"),
    ],
)
def test_a_command_gets_a_folder_that_is_there_and_its_status_is_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: list[str], module: object, name: str
) -> None:
    folder = tmp_path / "not" / "made yet"

    def answer(given: Path, **more: object) -> int:
        assert given == folder
        assert given.is_dir()
        assert more.get("only", "case") in {"", "case"}
        return 3

    monkeypatch.setattr(module, name, answer)
    assert main([*words, "--out", str(folder)]) == 3


def test_the_self_test_writes_its_report_where_it_is_told_and_else_nowhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[Path | None] = []

    def answer(_folder: Path, *, report: Path | None) -> int:
        asked.append(report)
        return 0

    monkeypatch.setattr(self_test, "print_self_test", answer)
    report = tmp_path / "not made yet/report.json"
    words = ["self-test", "--out", str(tmp_path / "out")]
    assert main(words) == main([*words, "--report", str(report)]) == 0
    assert asked == [None, report]
    assert report.parent.is_dir()


@pytest.mark.parametrize("command", ["self-test", "demo", "gallery"])
def test_a_folder_that_cannot_be_made_is_said_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    (tmp_path / "file").touch()
    assert main([command, "--out", str(tmp_path / "file" / "folder")]) == 1
    assert "cannot be made. Choose another." in capsys.readouterr().err


def test_whoever_reads_only_the_first_lines_gets_no_complaint(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop_reading(_options: object) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(due, "print_due", stop_reading)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(["due", "RR-15", "1/1/2026"]) == 1
    assert sys.stdout is None
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("words", [["nonsense"], ["demo"], ["due"], ["self-test", "--out"]])
def test_what_makes_no_sense_is_told_by_status_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
