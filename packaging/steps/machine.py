"""What the machine itself must have: Qt's system libraries, Python's venv, the test tools."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steps.console import complain, say

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each library that Qt's wheels load and do not carry, and the Debian package that brings it.
QT_LIBRARIES = {
    # to load at all, a screen or none
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    # to open a window on X11
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    # to open a window on Wayland
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def missing_for_venv() -> list[str]:
    """Debian keeps the means to make a virtual environment in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python3.{sys.version_info.minor}-venv"]


def missing_for_qt() -> list[str]:
    if sys.platform != "linux":
        return []
    known = _known_libraries()
    return [package for library, package in QT_LIBRARIES.items() if library not in known]


def missing_for_tests() -> list[str]:
    """What validators and tests call.

    A JDK and JAXB for veraPDF, poppler, foreign templates, strace for power cuts, and a message
    bus on which tests play the desktop.
    """
    if sys.platform != "linux":
        return []
    is_there = {
        "default-jdk-headless": shutil.which("javac") is not None,
        "libjaxb-java": Path("/usr/share/java/jaxb-runtime.jar").exists(),
        "poppler-utils": shutil.which("pdfinfo") is not None,
        "libreoffice-impress": shutil.which("soffice") is not None,
        "strace": shutil.which("strace") is not None,
        "dbus": shutil.which("dbus-daemon") is not None,
    }
    return [package for package, there in is_there.items() if not there]


def _known_libraries() -> frozenset[str]:
    """Names of the shared libraries that the dynamic linker finds, for this processor only."""
    tool = shutil.which("ldconfig", path=f"{os.environ.get('PATH', '')}:/sbin:/usr/sbin")
    if tool is None:
        return frozenset()
    listing = subprocess.run([tool, "-p"], capture_output=True, text=True, check=False).stdout
    kind = "x86-64" if platform.machine() == "x86_64" else ""
    lines = (line.split() for line in listing.splitlines() if kind in line)
    return frozenset(words[0] for words in lines if words)


def line_to_type(packages: Sequence[str]) -> str:
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages if this user may without being asked. Return whether it worked."""
    prefix = _way_to_root()
    if prefix is None or shutil.which("apt-get") is None:
        return False
    say(f"set-up: {len(packages)} system packages through apt: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    apt += ["-o", "DPkg::Lock::Timeout=120"]
    _quietly([*apt, "update"])  # a list that is old or absent makes packages "not found"
    return _quietly([*apt, "install", "-y", "--no-install-recommends", *packages])


def _quietly(command: Sequence[str]) -> bool:
    """Run without input; show the last lines only if it fails. Return whether it worked."""
    result = subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if result.returncode != 0:
        complain("\n".join(result.stdout.splitlines()[-12:]))
    return result.returncode == 0


def _way_to_root() -> list[str] | None:
    """Return the words to put before a command of root's, or None if there is no silent way."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n"] if asked.returncode == 0 else None
