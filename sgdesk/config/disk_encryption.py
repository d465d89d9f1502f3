"""Whether the disk below a folder is encrypted, as far as the system tells without a password."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from enum import Enum
from pathlib import Path

_BLOCKS = Path("/sys/dev/block")
_MOUNTS = Path("/proc/self/mountinfo")
_OURS = "CRYPT-"
"""What the kernel names an encrypted device, whichever way it was set up."""
_DEEPEST = 16
_MOUNT_POINT, _REST = 4, " - "
_OCTAL = re.compile(r"\\([0-7]{3})")
_DRIVE = re.compile(r"[A-Za-z]:")
_PATIENCE_S = 20


class DiskEncryption(Enum):
    ON = "on"
    OFF = "off"
    """The system says so. A disk that encrypts by itself does not show."""
    UNKNOWN = "unknown"


_BY_WINDOWS = {
    "1": DiskEncryption.ON,
    "2": DiskEncryption.OFF,
    "3": DiskEncryption.OFF,
    "4": DiskEncryption.OFF,
    "5": DiskEncryption.OFF,
    "6": DiskEncryption.ON,
    "8": DiskEncryption.OFF,
}
"""The shell's System.Volume.BitLockerProtection: on, off, on the way to either, suspended (the
key lies open on the disk), locked, waiting to be switched on. Others say nothing."""


def disk_encryption(folder: Path) -> DiskEncryption:
    """Return whether the disk that holds `folder` is encrypted. Takes up to some seconds."""
    if sys.platform == "linux":
        return encryption_of_blocks(folder)
    if sys.platform == "win32":  # pragma: no cover - never run on Windows so far
        return encryption_by_windows(_ask_windows(folder))
    return DiskEncryption.UNKNOWN  # pragma: no cover - neither Linux nor Windows


def encryption_of_blocks(
    folder: Path, blocks: Path = _BLOCKS, mounts: Path = _MOUNTS
) -> DiskEncryption:
    """Return what Linux tells of the devices between `folder` and its disk.

    Encrypted is what has an encrypted device on every way down, as below a logical volume.
    """
    try:
        device = blocks / _number(folder.stat().st_dev)
        if not device.exists():  # file systems over several disks have a number of their own
            source = _mounted(folder.resolve(), mounts.read_text("utf-8", "replace"))
            device = blocks / _number(source.stat().st_rdev)
        if not device.exists():
            return DiskEncryption.UNKNOWN
        return DiskEncryption.ON if _is_encrypted(device) else DiskEncryption.OFF
    except OSError:
        return DiskEncryption.UNKNOWN


def encryption_by_windows(answer: str) -> DiskEncryption:
    """Return what the Windows shell's number for a drive means."""
    return _BY_WINDOWS.get(answer.strip(), DiskEncryption.UNKNOWN)


def _number(device: int) -> str:
    return f"{os.major(device)}:{os.minor(device)}"


def _mounted(folder: Path, mounts: str) -> Path:
    """Return what is mounted where `folder` lies, by the lines of `mounts`: the deepest counts."""
    deepest, source = Path("/"), Path()
    for line in mounts.splitlines():
        before, _, after = line.partition(_REST)
        point = Path(_plain(before.split(" ")[_MOUNT_POINT]))
        if folder.is_relative_to(point) and point.is_relative_to(deepest):
            deepest, source = point, Path(_plain(after.split(" ")[1]))
    return source


def _plain(text: str) -> str:
    """Return a path of the list of mounts, where spaces are written in octal."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)


def _is_encrypted(device: Path, depth: int = 0) -> bool:
    name = device / "dm" / "uuid"
    if name.exists() and name.read_text("ascii", "replace").startswith(_OURS):
        return True
    below = sorted(device.glob("slaves/*"))
    return (
        bool(below)
        and depth < _DEEPEST
        and all(_is_encrypted(one.resolve(), depth + 1) for one in below)
    )


def _ask_windows(folder: Path) -> str:  # pragma: no cover - never run on Windows so far
    """Return the shell's answer for the drive of `folder`; it needs no administrator."""
    drive = folder.resolve().drive
    if not _DRIVE.fullmatch(drive):
        return ""
    system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32")
    question = (
        f"(New-Object -ComObject Shell.Application).NameSpace('{drive}').Self"
        ".ExtendedProperty('System.Volume.BitLockerProtection')"
    )
    words = [
        str(system / "WindowsPowerShell" / "v1.0" / "powershell.exe"),
        "-NoProfile",
        "-NonInteractive",
        "-Command",
        question,
    ]
    try:
        done = subprocess.run(  # noqa: S603 - our own words and a drive letter
            words,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout
