"""The project's own Python in `.venv`, with exactly what a lock file names."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

from steps.console import SetupStopError, say

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"

NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
QT_PROBE = "from PySide6.QtWidgets import QApplication; QApplication([])"


def python_path() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_made() -> bool:
    return python_path().exists() and any(
        folder.joinpath("pip").is_dir() for folder in _site_packages()
    )


def is_up_to_date(lock: Path) -> bool:
    """Return whether this lock, as it reads now, was the last thing installed."""
    note = _note(lock)
    return is_made() and note.exists() and note.read_text("ascii") == _fingerprint(lock)


def make() -> None:
    """Make `.venv` anew; whatever stood there is cleared."""
    say(f"set-up: making .venv with Python {sys.version.split()[0]}")
    venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")


def install(lock: Path) -> None:
    """Install the lock's packages, each checked against its hash, and the project by path.

    Raises SetupStopError if a package cannot be had or does not match its hash.
    """
    say(f"set-up: installing {lock.name} into .venv")
    pip = [str(python_path()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # Wheels only: a source package would run its own build script here.
    pip += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    if subprocess.run(pip, cwd=ROOT, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise SetupStopError(
            f"set-up: {lock.name} could not be installed (see above). "
            "If .venv is damaged, delete that folder and run this again."
        )
    for folder in _site_packages():
        folder.joinpath("sgdesk.pth").write_text(f"{ROOT}\n", encoding="locale")
    for done in [RUNTIME_LOCK, DEV_LOCK] if lock == DEV_LOCK else [lock]:
        stamp(done)


def stamp(lock: Path) -> None:
    """Note in `.venv` that this lock, as it reads now, is installed there."""
    _note(lock).write_text(_fingerprint(lock), "ascii")


def qt_loads() -> bool:
    """Return whether Qt starts without a screen; its own words go to standard error if not."""
    return call("-c", QT_PROBE, **NO_SCREEN) == 0


def call(*words: str, **surroundings: str) -> int:
    """Run the project's Python in the project's folder. Return its exit status."""
    command = [str(python_path()), *words]
    return subprocess.run(command, cwd=ROOT, env=os.environ | surroundings, check=False).returncode


def _site_packages() -> list[Path]:
    return list(VENV.glob("Lib/site-packages" if os.name == "nt" else "lib/python3*/site-packages"))


def _note(lock: Path) -> Path:
    return VENV / f"{lock.name}.installed"


def _fingerprint(lock: Path) -> str:
    """Hash of the lock and of where the project lies, since `.venv` holds its path."""
    return hashlib.sha256(lock.read_bytes() + os.fsencode(ROOT)).hexdigest()
