"""The program as a folder that runs where no Python is: made by PyInstaller, then looked over."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

from steps.console import SetupStopError, say
from steps.environment import ROOT

from installers.gates import check_bundle
from installers.licences import gather_licences, gather_system_licences
from installers.release import BUILD, surroundings

if TYPE_CHECKING:
    from pathlib import Path

LOCK = ROOT / "requirements-build.lock"
SPEC = ROOT / "packaging/sgdesk.spec"
_VENV = BUILD / "venv"
_BROKEN = re.compile(
    r"Traceback|ImportError|Library not found: could not resolve .?(libxcb|Qt6|pyside|shib)"
)
"""Lines of PyInstaller's log that it takes for warnings, after which no window would open."""


def make_bundle(out: Path, **given: str) -> Path:
    """Make the folder `out/sgdesk` for this system and return it; `given` is for the spec.

    Raises SetupStopError if a gate stays shut.
    """
    python = build_python()
    bundle, log = out / "sgdesk", out / "pyinstaller.log"
    shutil.rmtree(bundle, ignore_errors=True)
    out.mkdir(parents=True, exist_ok=True)
    words = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    words += ["--distpath", str(out), "--workpath", str(out / "work"), str(SPEC)]
    say("package: the bundle")
    with log.open("w", encoding="utf-8") as stream:
        done = subprocess.run(
            words, cwd=ROOT, env=surroundings() | given, check=False, stdout=stream, stderr=stream
        )
    told = log.read_text("utf-8", errors="replace")
    if done.returncode != 0 or is_broken(told):
        raise SetupStopError(f"package: PyInstaller did not do its work; read {log}")
    gather_licences(python, bundle / "licences")
    if sys.platform == "linux":
        gather_system_licences(bundle, bundle / "licences")
    check_bundle(bundle)
    return bundle


def is_broken(log: str) -> bool:
    """Return whether what PyInstaller printed tells of a bundle that would open no window."""
    return _BROKEN.search(log) is not None


def build_python() -> Path:
    """Return the Python of an environment that holds the program's needs, PyInstaller, no more."""
    python = _VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    note = _VENV / "installed"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if note.exists() and note.read_text("ascii") == wanted:
        return python
    say("package: an environment to build in")
    venv.create(_VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    words = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    words += ["--require-hashes", "--only-binary", ":all:", "--requirement", str(LOCK)]
    if subprocess.run(words, cwd=ROOT, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise SetupStopError(f"package: {LOCK.name} could not be installed (see above)")
    note.write_text(wanted, "ascii")
    return python
