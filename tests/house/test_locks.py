"""The lock files: what they pin, that every package has its hash, that they name no host."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;\\]+)", re.MULTILINE)


def text_of(lock: str) -> str:
    return (ROOT / lock).read_text("utf-8")


def pins(lock: str) -> set[tuple[str, str]]:
    return {(pin["name"], pin["version"]) for pin in PIN.finditer(text_of(lock))}


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_a_lock_names_no_host_so_that_pip_uses_the_registry_it_is_set_up_for(lock: str) -> None:
    assert not re.search(r"://|index-url|find-links|trusted-host", text_of(lock))


@pytest.mark.parametrize("lock", [RUNTIME, DEV])
def test_every_package_in_a_lock_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", text_of(lock), flags=re.MULTILINE)[1:]
    assert len(entries) > 20
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_developers_lock_holds_the_very_packages_that_the_program_ships_with() -> None:
    assert pins(RUNTIME) <= pins(DEV)


def test_qt_is_the_version_that_keeps_its_references_on_python_3_11() -> None:
    assert {("pyside6-essentials", "6.11.3"), ("shiboken6", "6.11.3")} <= pins(RUNTIME)


def test_the_locks_hold_everything_that_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for lock, lines in [
        (RUNTIME, project["dependencies"]),
        (DEV, project["dependencies"] + project["optional-dependencies"]["dev"]),
    ]:
        wanted = {re.split(r"[<>=! ]", line)[0].lower().replace("_", "-") for line in lines}
        assert wanted - {name for name, _ in pins(lock)} == set()
