"""The self-test: all is well, or red where something is broken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from sgdesk.app import self_test_steps as steps
from sgdesk.app.cli import main
from sgdesk.store.wrapping import Cost

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register

    Run = Callable[..., tuple[int, dict[str, Any]]]

CHEAP = Cost(memory_kib=64, rounds=1, lanes=1)
NAMES = [name for name, _step in steps.STEPS]


@pytest.fixture
def run(
    undressed: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Run:
    """Run the self-test, of some steps alone; return its status and what it printed."""
    monkeypatch.setattr(steps, "COST", CHEAP)

    def run_it(*names: str) -> tuple[int, dict[str, Any]]:
        if names:
            chosen = tuple(step for step in steps.STEPS if step[0] in names)
            monkeypatch.setattr("sgdesk.app.self_test.STEPS", chosen)
        status = main(["self-test", "--out", str(tmp_path / "out")])
        return status, json.loads(capsys.readouterr().out)

    return run_it


def test_what_is_printed_goes_into_the_report_as_well(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tuple(step for step in steps.STEPS if step[0] == "passphrase")
    monkeypatch.setattr("sgdesk.app.self_test.STEPS", chosen)
    report = tmp_path / "report.json"
    words = ["self-test", "--out", str(tmp_path / "out"), "--report", str(report)]
    assert main(words) == 0
    assert json.loads(report.read_text("utf-8")) == json.loads(capsys.readouterr().out)


def test_all_is_well_and_the_documents_stay(run: Run, tmp_path: Path) -> None:
    status, told = run()
    assert status == 0
    assert told["ok"]
    assert [step["name"] for step in told["steps"]] == NAMES
    for step in told["steps"]:
        assert set(step) == {"name", "ok", "ms", "detail"}
        assert step["ok"], step
        assert step["ms"] >= 0
        assert step["detail"]
    kinds = sorted(file.suffix for file in (tmp_path / "out").iterdir())
    assert kinds == ["", ".docx", ".ics", ".pdf", ".pdf", ".pdf", ".png", ".pptx", ".xlsx"]


def red(told: dict[str, Any]) -> dict[str, str]:
    return {step["name"]: step["detail"] for step in told["steps"] if not step["ok"]}


def test_a_broken_part_is_red_and_the_others_are_still_tried(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object, **_more: object) -> None:
        raise ModuleNotFoundError("No module named 'fpdf'")

    monkeypatch.setattr(steps, "run_pack", refuse)
    status, told = run("encrypted register", "briefing PDF", "deck", "integrity and removal")
    assert status == 1
    assert not told["ok"]
    assert red(told)["deck"] == "ModuleNotFoundError: No module named 'fpdf'"
    assert [step["name"] for step in told["steps"] if step["ok"]] == ["encrypted register"]


def test_a_register_in_clear_text_is_red(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    open_practice = steps.open_practice

    def leave_a_copy(**words: Any) -> Register:
        register = open_practice(**words)
        (register.folder / "copy").write_bytes(b"SQLite format 3\0" + bytes(84))
        return register

    monkeypatch.setattr(steps, "open_practice", leave_a_copy)
    status, told = run("encrypted register")
    assert status == 1
    assert red(told) == {"encrypted register": "SelfTestError: the register is not encrypted"}


def test_a_lock_that_takes_any_passphrase_is_red(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Open:
        def close(self) -> None:
            """Nothing to let go of."""

    monkeypatch.setattr(steps, "open_register", lambda *_words, **_more: Open())
    assert red(run("passphrase")[1]) == {
        "passphrase": "SelfTestError: a wrong passphrase opened the register"
    }


def test_a_wrong_calendar_is_red(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = steps.working_calendar()
    shifted = plain.with_changes(
        added={steps.date(2022, 9, 12): "Invented"}, removed=frozenset(), closures={}
    )
    monkeypatch.setattr(steps, "working_calendar", lambda: shifted)
    assert (
        "is not 3 Oct 2022"
        in red(run("working days and deadlines")[1])["working days and deadlines"]
    )


def test_what_an_earlier_step_did_not_open_is_said(run: Run) -> None:
    told = run("deck")[1]
    assert red(told) == {"deck": "SelfTestError: the register of this step did not open"}


def test_damage_is_red_and_the_register_is_removed_all_the_same(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sgdesk.store.engine.Store.integrity_problems", lambda _store: ["Page 3."])
    opened: list[Register] = []
    open_practice = steps.open_practice

    def open_and_note(**words: Any) -> Register:
        opened.append(open_practice(**words))
        return opened[-1]

    monkeypatch.setattr(steps, "open_practice", open_and_note)
    told = run("passphrase", "encrypted register", "integrity and removal")[1]
    assert red(told) == {"integrity and removal": "SelfTestError: Page 3."}
    assert not opened[0].folder.exists()


@pytest.mark.parametrize(
    ("way", "answer", "complaint"),
    [
        ("sgdesk.services.backups.copy_to_second", False, "the second place has no backup"),
        ("sgdesk.app.self_test_steps.list_cases", ["one"], "does not have every case"),
    ],
)
def test_a_backup_that_lacks_something_is_red(
    run: Run, monkeypatch: pytest.MonkeyPatch, way: str, answer: object, complaint: str
) -> None:
    monkeypatch.setattr(way, lambda *_words, **_more: answer)
    assert complaint in red(run("passphrase", "backup")[1])["backup"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"BEGIN:VEVENT\r\nUID:1\r\nBEGIN:VEVENT\r\nUID:1\r\n", "do not have an identity each"),
        (b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{}\r\n", "a title stands in the calendar"),
    ],
)
def test_a_calendar_that_doubles_or_tells_is_red(
    run: Run, monkeypatch: pytest.MonkeyPatch, content: bytes, complaint: str
) -> None:
    def told(calendar: Any, *_words: object) -> bytes:
        title = steps.list_cases(opened[0], today=steps.date(2026, 11, 23))[0].title
        return content.replace(b"{}", title.encode())

    opened: list[Register] = []
    open_practice = steps.open_practice

    def open_and_note(**words: Any) -> Register:
        opened.append(open_practice(**words))
        return opened[-1]

    monkeypatch.setattr(steps, "open_practice", open_and_note)
    monkeypatch.setattr("sgdesk.services.deadline_calendars.calendar_file", told)
    told_steps = run("encrypted register", "calendar file", "integrity and removal")[1]
    assert complaint in red(told_steps)["calendar file"]
