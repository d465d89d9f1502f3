"""The Windows installer, compiled here by NSIS from the bundle."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from steps.console import say
from steps.environment import ROOT

from installers.release import NAME, surroundings, version

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = ROOT / "packaging/windows/sgdesk.nsi"


def make_setup(bundle: Path, out: Path, *, is_fast: bool, number: str = "", sign: str = "") -> Path:
    """Make `out/SGDesk-VERSION-setup.exe` of a Windows bundle and return it.

    `is_fast` packs less tightly in a tenth of the time. `number` is the version to say, for
    trying an upgrade. `sign` is a command that signs the file named after it.
    """
    number = number or version()
    target = out / f"{NAME}-{number}-setup.exe"
    say(f"package: {target.name}")
    given = {
        "VERSION": number,
        "BUNDLE": str(bundle),
        "OUT": str(target),
        "ICON": str(ROOT / "packaging/icons/sgdesk.ico"),
        "LICENCE": str(ROOT / "LICENSE"),
    }
    given |= {"FAST": "1"} if is_fast else {}
    given |= {"SIGN": sign} if sign else {}
    # NSIS as its makers hand it out for Windows has no stub of 64 bit; this one runs there too.
    given |= {"TARGET_STUB": "x86-unicode"} if sys.platform == "win32" else {}
    words = ["makensis", "-V1", *(f"-D{name}={value}" for name, value in given.items())]
    subprocess.run([*words, str(SCRIPT)], check=True, env=surroundings())
    return target
