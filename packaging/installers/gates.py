"""What must hold of a bundle before it goes into an installer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from steps.console import SetupStopError, say
from steps.environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_MIB = {"linux": 195, "win32": 130}
_NEVER = (
    "qt6network",
    "qtnetwork",
    "icuuc.dll",
    "bcryptprimitives.dll",
    "qt6qml",
    "qt6quick",
    "qtwebengine",
)
_ALWAYS = {
    "linux": ("libqxcb.so", "libqoffscreen.so", "libqwayland", "libqsvg.so", "style.qss"),
    "win32": ("qwindows.dll", "qoffscreen.dll", "qsvg.dll", "msvcp140.dll", "style.qss"),
}
_MIB = 1 << 20


def check_bundle(bundle: Path, system: str = sys.platform) -> None:
    """Raise SetupStopError with everything that is wrong with a bundle for `system`."""
    files = [path for path in bundle.rglob("*") if path.is_file()]
    wrong = [*_wrong_files(files, system), *_foreign_sqlite(files), *_build_paths(files)]
    size = sum(path.stat().st_size for path in files if not path.is_symlink()) / _MIB
    if size > MOST_MIB[system]:
        wrong.append(f"the bundle has {size:.0f} MiB, {MOST_MIB[system]} are allowed")
    if wrong:
        raise SetupStopError("package: " + "; ".join(wrong))
    say(f"package: {len(files)} files, {size:.0f} MiB, no network library, every gate open")


def _wrong_files(files: list[Path], system: str) -> Iterator[str]:
    names = [path.name.lower() for path in files]
    for never in _NEVER:
        if any(never in name for name in names):
            yield f"{never} is in the bundle"
    for always in _ALWAYS[system]:
        if not any(name.startswith(always) for name in names):
            yield f"{always} is not in the bundle"


def _foreign_sqlite(files: list[Path]) -> Iterator[str]:
    """A second SQLite would not see the locks of the first, and both could write one file."""
    for path in files:
        # A library of Linux may have its number behind its kind: libsqlite3.so.0
        is_library = not {".so", ".dll", ".pyd"}.isdisjoint(path.suffixes)
        if is_library and "sqlite3" in path.name.lower() and path.parent.name != "sqlcipher3":
            yield f"{path.name} is a second SQLite"


def _build_paths(files: list[Path]) -> Iterator[str]:
    """The place of the build tells nobody anything, and would make each build another."""
    place = str(ROOT)
    marks = {place.encode(), place.replace("/", "\\").encode()}  # the second as Wine writes it
    for path in files:
        content = path.read_bytes()
        if any(mark in content for mark in marks):
            yield f"{path.name} holds the path of the build"
