"""The Debian packages that building and proving take, installed where this user may."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from steps import machine
from steps.console import SetupStopError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_TO_BUILD = {
    "linux": {"dpkg-deb": "dpkg", "strip": "binutils"},
    "windows": {
        "makensis": "nsis",
        "/usr/lib/wine/wine64": "wine64",
        "wine": "wine",
        "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
        "osslsigncode": "osslsigncode",
        "Xvfb": "xvfb",
        "openbox": "openbox",
        "xwininfo": "x11-utils",
    },
}
_TO_PROVE = {
    "linux": {
        "lintian": "lintian",
        "debootstrap": "debootstrap",
        "desktop-file-validate": "desktop-file-utils",
        "appstreamcli": "appstream",
    },
    "windows": {},
}
_TO_LOOK = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xwininfo": "x11-utils",
    "xdotool": "xdotool",
    "import": "imagemagick",
}


def need(systems: Iterable[str], *, proves: bool) -> None:
    """Install what is missing. Raises SetupStopError with the line to type where it may not."""
    if sys.platform == "win32":
        if shutil.which("makensis") is None:
            raise SetupStopError("package: NSIS is not on the path (nsis.sourceforge.io)")
        return
    wanted: dict[str, str] = {}
    for system in systems:
        wanted |= _TO_BUILD[system]
        if proves:
            wanted |= _TO_PROVE[system] | _TO_LOOK
    missing = missing_of(wanted)
    if missing and not machine.install(missing):
        raise SetupStopError(f"package: this wants:\n  {machine.line_to_type(missing)}")


def missing_of(wanted: dict[str, str]) -> Sequence[str]:
    """Return the packages whose program is not here, each once."""
    return sorted({package for tool, package in wanted.items() if shutil.which(tool) is None})
