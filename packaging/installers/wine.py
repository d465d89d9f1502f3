"""Windows programs run here, in a Wine of their own that nothing else touches."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from steps.environment import ROOT

from installers.proving import DISPLAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_WINE = "/usr/lib/wine/wine64"
_STUBS = ROOT / "packaging/windows"
_LACKING = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
"""Libraries of Windows 10 that Wine 8 has not, and what ours for Wine are linked with."""


class Wine:
    """A Wine that says it is Windows 10, below `prefix`."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix

    @property
    def home(self) -> Path:
        """The folder of its one user."""
        (user,) = (one for one in (self.prefix / "drive_c/users").iterdir() if one.name != "Public")
        return user

    def set_up(self) -> None:
        """Make it anew, with the libraries of Windows 10 that Wine has not."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.mkdir(parents=True)
        for words in (["wineboot", "-i"], ["winecfg", "-v", "win10"]):
            self.run(*words)
        system = self.prefix / "drive_c/windows/system32"
        for name, linked in _LACKING.items():
            words = ["x86_64-w64-mingw32-gcc", "-shared", "-O2", "-s"]
            words += ["-o", str(system / f"{name}.dll"), str(_STUBS / f"{name}_stub.c"), *linked]
            subprocess.run(words, check=True)

    def start(
        self, words: Sequence[str], surroundings: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a program and return it; its input and output are pipes.

        Python under Wine ends at once where they are files.
        """
        return subprocess.Popen(
            [_WINE, *words],
            env=os.environ | self._surroundings() | dict(surroundings or {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )

    def run(
        self, *words: str, seconds: int = 900, surroundings: Mapping[str, str] | None = None
    ) -> tuple[int, str]:
        """Run a program to its end; return its exit status and what it printed."""
        program = self.start(words, surroundings)
        told, _ = program.communicate(timeout=seconds)
        return program.returncode, told.replace("\0", "")

    def stop(self) -> None:
        """End every program that still runs in it."""
        words = ["/usr/lib/wine/wineserver64", "-k"]
        subprocess.run(words, env=os.environ | self._surroundings(), check=False)

    def _surroundings(self) -> dict[str, str]:
        return {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "DISPLAY": DISPLAY,
        }


def in_wine(path: Path) -> str:
    """Return how a Windows program names a file or folder of this system."""
    return "Z:" + str(path.resolve()).replace("/", "\\")
