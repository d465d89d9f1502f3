"""Which changes make `.ci/run` build the installers, and which only the Linux bundle."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from bundle_samples import put
from installers import changes, packing
from installers.changes import EVERYTHING, words_for

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

BUNDLE_ONLY, ALL = ["linux", "--bundle-only"], ["--fast"]
AN_HOUR = 3600
START = 1_790_000_000


class History:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.git("init", "--quiet", "--initial-branch", "main")

    def git(self, *words: str, hour: float = 0) -> None:
        moment = f"@{START + int(hour * AN_HOUR)} +0000"
        named = {
            f"GIT_{who}_{what}": "nobody"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        named |= {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        named |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        subprocess.run(["git", *words], cwd=self.root, env=os.environ | named, check=True)  # noqa: S603, S607

    def change(self, name: str, hour: float, content: bytes = b"new") -> None:
        put(self.root, name, content)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", name, hour=hour)


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> History:
    """A history whose beginning is older than a day."""
    monkeypatch.delenv(EVERYTHING, raising=False)
    history = History(tmp_path)
    history.change("packaging/dev.py", 0, b"old")
    return history


@pytest.mark.parametrize(
    "name",
    [
        "packaging/installers/deb.py",
        "packaging/windows/sgdesk.nsi",
        "requirements.lock",
        "requirements-build.lock",
        "pyproject.toml",
        "sgdesk/store/migrations/step_0009.py",
        ".ci/run",
    ],
)
def test_a_change_of_what_is_packaged_and_how_asks_for_both_installers(
    history: History, name: str
) -> None:
    history.change(name, 30)
    history.change("sgdesk/text.py", 31)
    assert words_for(history.root) == ALL


@pytest.mark.parametrize("name", ["sgdesk/ui/pages/today.py", "docs/guide.md", "tests/test_a.py"])
def test_any_other_change_asks_for_the_bundle_alone(history: History, name: str) -> None:
    history.change(name, 30)
    assert words_for(history.root) == BUNDLE_ONLY


def test_a_change_of_the_day_before_has_had_its_turn(history: History) -> None:
    history.change("packaging/installers/deb.py", 30)
    history.change("sgdesk/text.py", 53)
    assert words_for(history.root) == ALL
    history.change("sgdesk/text.py", 55, b"newer")
    assert words_for(history.root) == BUNDLE_ONLY


def test_a_change_that_was_taken_back_within_the_day_asks_for_nothing(history: History) -> None:
    history.change("packaging/dev.py", 30)
    history.change("packaging/dev.py", 31, b"old")
    assert words_for(history.root) == BUNDLE_ONLY


def test_an_old_change_that_was_merged_today_asks_for_both_installers(history: History) -> None:
    history.git("switch", "--quiet", "--create", "branch")
    history.change("packaging/installers/deb.py", 1)
    history.git("switch", "--quiet", "main")
    history.change("sgdesk/text.py", 40)
    history.git("merge", "--quiet", "--no-ff", "--message", "merged", "branch", hour=60)
    assert words_for(history.root) == ALL


def test_a_history_of_less_than_a_day_tells_nothing_so_both_are_built(history: History) -> None:
    history.change("docs/guide.md", 23)
    assert words_for(history.root) == ALL


def test_the_environment_asks_for_both_whatever_has_changed(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.change("docs/guide.md", 30)
    monkeypatch.setenv(EVERYTHING, "1")
    assert words_for(history.root) == ALL


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        (ALL, [("linux", True, False), ("windows", True, False)]),
        (BUNDLE_ONLY, [("linux", False, True)]),
    ],
    ids=["both", "bundle"],
)
def test_as_ci_does_what_the_changes_ask_for(
    monkeypatch: pytest.MonkeyPatch, asked: list[str], done: list[tuple[str, bool, bool]]
) -> None:
    ran: list[tuple[str, bool, bool]] = []

    def way(system: str) -> object:
        def run(options: argparse.Namespace) -> bool:
            ran.append((system, options.fast, options.bundle_only))
            return True

        return run

    monkeypatch.setattr(packing, "words_for", lambda root: asked)
    monkeypatch.setattr(packing, "need", lambda systems, *, proves: None)
    monkeypatch.setattr(packing, "_linux", way("linux"))
    monkeypatch.setattr(packing, "_windows", way("windows"))
    assert packing.package(["--as-ci"]) == 0
    assert ran == done


def test_a_proof_that_fails_fails_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "need", lambda systems, *, proves: None)
    monkeypatch.setattr(packing, "_linux", lambda options: False)
    monkeypatch.setattr(packing, "_windows", lambda options: True)
    assert packing.package([]) == 1


def test_every_place_that_is_watched_is_there() -> None:
    for place in changes.OF_PACKAGING:
        assert list(packing.ROOT.glob(place)), place
