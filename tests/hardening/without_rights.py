"""A process that has less than the machine: no right of root over modes, and a disk of its own."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_NEW_FOLDERS, _NEW_USERS = 0x00020000, 0x10000000
_ALL_PRIVATE = 1 << 14 | 1 << 18
_CAPABILITIES = 0x20080522
_OVER_MODES = 0b110
"""The rights to write and to read whatever the modes say."""


class NotPossibleError(Exception):
    """This system does not allow it here."""


def obey_modes() -> None:
    """Let this process obey the modes of files, even as root. Raises NotPossibleError."""
    if os.geteuid():
        return
    if sys.platform != "linux":
        raise NotPossibleError("root obeys no modes")
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
    held = (ctypes.c_uint32 * 6)()
    if libc.capget(head, held):
        raise NotPossibleError("root obeys no modes")
    held[0] &= ~_OVER_MODES
    if libc.capset(head, held):
        raise NotPossibleError("root obeys no modes")


def small_disk(folder: Path, size: int) -> None:
    """Put a disk of `size` bytes in the place of `folder`, for this process alone.

    It is gone when the process ends. Raises NotPossibleError.
    """
    if sys.platform != "linux":
        raise NotPossibleError("no small disk")
    libc = ctypes.CDLL(None, use_errno=True)
    user, group = os.geteuid(), os.getegid()
    if libc.unshare(_NEW_FOLDERS):
        if libc.unshare(_NEW_FOLDERS | _NEW_USERS):
            raise NotPossibleError("no small disk")
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    options = f"size={size},mode=0700".encode()
    is_made = not libc.mount(b"none", b"/", None, _ALL_PRIVATE, None) and not libc.mount(
        b"tmpfs", os.fsencode(folder), b"tmpfs", 0, options
    )
    if not is_made:
        raise NotPossibleError("no small disk")
