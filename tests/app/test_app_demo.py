"""The demonstration without a screen: the day printed, documents and pictures made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.app.cli import main
from sgdesk.services.practice import open_practice

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

    from sgdesk.services.register import Register


def test_the_day_is_printed_and_every_file_is_named_and_there(
    undressed: QApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Register] = []

    def open_and_note(**words: object) -> Register:
        opened.append(open_practice(**words))
        return opened[-1]

    monkeypatch.setattr("sgdesk.app.demo.open_practice", open_and_note)
    assert main(["demo", "--out", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Practice list: 8 reviews, 8 briefings."
    assert any(line.startswith("Overdue: ") for line in lines)
    assert any("Overdue by" in line for line in lines)
    named = sorted(line.strip() for line in lines if line.strip().startswith(str(tmp_path)))
    assert named == sorted(str(file) for file in tmp_path.iterdir())
    suffixes = {file.suffix for file in tmp_path.iterdir()}
    assert suffixes == {".pdf", ".pptx", ".docx", ".html", ".xlsx", ".csv", ".png"}
    assert not opened[0].folder.exists()
