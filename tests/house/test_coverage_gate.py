"""The coverage gate stops a layer that falls below its bound, and says where."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import coverage_gate

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def entry(
    lines: tuple[int, int],
    branches: tuple[int, int] = (0, 0),
    missing_branches: list[list[int]] | None = None,
) -> dict[str, Any]:
    """A file's part of a report: (reached, present) of its lines and of its branches."""
    return {
        "summary": {
            "covered_lines": lines[0],
            "num_statements": lines[1],
            "covered_branches": branches[0],
            "num_branches": branches[1],
        },
        "missing_lines": list(range(lines[0] + 1, lines[1] + 1)),
        "missing_branches": missing_branches or [],
    }


def gate(files: dict[str, Any], folder: Path) -> int:
    report = folder / "coverage.json"
    report.write_text(json.dumps({"files": files}), "utf-8")
    return coverage_gate.main([str(report)])


def test_one_branch_not_taken_in_the_rules_stops_the_gate_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = entry((5000, 5000), (2999, 3000), [[41, 44]])
    assert gate({"sgdesk/domain/rules.py": rules}, tmp_path) == 1
    said = capsys.readouterr().out
    assert "99.9" in said
    assert "not covered: sgdesk/domain/rules.py: 41 never goes on to 44" in said


def test_windows_have_a_lower_bound_but_have_one(tmp_path: Path) -> None:
    assert gate({"sgdesk/ui/pages/today.py": entry((85, 100))}, tmp_path) == 0
    assert gate({"sgdesk/ui/pages/today.py": entry((84, 100))}, tmp_path) == 1


def test_a_module_beside_the_layers_is_measured_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"sgdesk/text.py": entry((4, 8)), "sgdesk\\domain\\dates.py": entry((3, 3))}
    assert gate(files, tmp_path) == 1
    said = capsys.readouterr().out.split("\n")
    assert said[0] == "not covered: sgdesk/text.py: 5-8"
    assert said[2].split() == ["domain", "100.0", "100"]
    assert said[3].split() == ["text", "50.0", "100", "BELOW"]


def test_a_layer_without_a_statement_asks_nothing(tmp_path: Path) -> None:
    assert gate({"sgdesk/__init__.py": entry((0, 0))}, tmp_path) == 0
