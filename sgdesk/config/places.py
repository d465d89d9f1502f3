"""Folders in which a register comes to harm: network drives, and those that are synchronised."""

from __future__ import annotations

import os
import re
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NETWORK_TYPES = frozenset({
    "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.ceph", "fuse.cifs", "fuse.curlftpfs",
    "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.juicefs",
    "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs", "lustre", "ncpfs", "nfs", "nfs4",
    "smb2", "smb3", "smbfs",
})  # fmt: skip
"""File systems that reach another computer. What a virtual machine sees of its own host's disk
(9p, vboxsf) is not among them: no second computer writes there."""
_BY_NAME = {
    "OneDrive": re.compile(r"onedrive( - .*)?"),
    "Dropbox": re.compile(r"dropbox( \(.*\))?"),
    "Google Drive": re.compile(r"google ?drive|googledrive-.*"),
    "iCloud": re.compile(r"icloud ?drive|icloudphotos|com~apple~clouddocs"),
    "Nextcloud": re.compile(r"nextcloud.*"),
    "ownCloud": re.compile(r"owncloud.*"),
    "Box": re.compile(r"box sync"),
}
"""What the folders of such programs are called unless somebody renamed them."""
_BY_MARKER = {
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "Google Drive": (".tmp.drivedownload", ".tmp.driveupload"),
    "Nextcloud": (".nextcloudsync.log",),
    "ownCloud": (".owncloudsync.log",),
    "Syncthing": (".stfolder",),
}
"""What such programs keep in the topmost folder that they synchronise."""
_BY_VARIABLE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")
_REMOTE_DRIVE = 4

_WAY_OUT = (
    "Close SGDesk and move the folder, whole, to this computer’s own disk. The help page “When the "
    "register does not open” says how SGDesk finds it there."
)


def home_problem(folder: Path) -> str:
    """Return why `folder` cannot be the home of a register, with the way out; "" if it can.

    Looks at names and at what the system says of the drive; no other computer is asked.
    """
    if is_on_network(folder):
        return (
            "The register’s folder is on a network drive, where the network can cut a save in two "
            f"and two computers can write at once. {_WAY_OUT}"
        )
    if program := synchroniser_of(folder):
        return (
            f"The register’s folder is synchronised by {program}, which can put an older file in "
            f"a newer one’s place while SGDesk saves. {_WAY_OUT}"
        )
    return ""


def synchroniser_of(folder: Path, variables: Mapping[str, str] = os.environ) -> str:
    """Return the name of the program that synchronises `folder`, as far as one can tell; or ""."""
    whole = folder.absolute()
    for name in _BY_VARIABLE:
        place = variables.get(name)
        if place and whole.is_relative_to(place):
            return "OneDrive"
    parts = [part.lower() for part in whole.parts]
    for program, pattern in _BY_NAME.items():
        if any(pattern.fullmatch(part) for part in parts):
            return program
    return _marked_by(whole)


def _marked_by(folder: Path) -> str:
    for place, (program, markers) in product((folder, *folder.parents), _BY_MARKER.items()):
        if any(_exists(place / marker) for marker in markers):
            return program
    return ""


def is_on_network(folder: Path) -> bool:
    """Return whether `folder` lies on another computer, as far as the system says so."""
    if sys.platform == "win32":  # pragma: no cover - the other branch runs where tests run
        return _is_remote_drive(folder)
    try:
        mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return file_system_of(folder.resolve(), mounts.splitlines()) in _NETWORK_TYPES


def file_system_of(folder: Path, mounts: Iterable[str]) -> str:
    """Return the type of the file system that holds `folder`, by the lines of mountinfo; or "".

    https://docs.kernel.org/filesystems/proc.html, section 3.5: the fifth word is where it is
    mounted, with blanks as octal numbers; the type follows a single dash. Of two at one place
    the later one is seen.
    """
    best, found = -1, ""
    for line in mounts:
        before, _, after = line.partition(" - ")
        words, kind = before.split(" "), after.partition(" ")[0]
        if len(words) < _WORDS_BEFORE or not kind:
            continue
        place = Path(_ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), words[_PLACE]))
        if folder.is_relative_to(place) and len(place.parts) >= best:
            best, found = len(place.parts), kind
    return found


_PLACE, _WORDS_BEFORE = 4, 6


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that may not be looked into
        return False


def _is_remote_drive(folder: Path) -> bool:  # pragma: no cover - for Windows alone
    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return True
    import ctypes  # noqa: PLC0415 - as above

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    return int(kernel.GetDriveTypeW(f"{drive}\\")) == _REMOTE_DRIVE
