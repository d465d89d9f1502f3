"""The one door for a file from outside: what it is comes before what is in it, and it is read once.

The bytes that are returned are the bytes that are checked and used: nothing opens the file again.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.progress import silent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sgdesk.progress import Progress

_CHUNK = 1024 * 1024
_HARMLESS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)
"""A pipe that is opened so does not wait for somebody to write into it."""


@dataclass(frozen=True, slots=True)
class Taking:
    """How large a file one way in takes, and its sentences for what it does not take."""

    most_bytes: int
    too_large: str
    missing: str = "This file cannot be found. Choose it again."
    folder: str = "This is a folder. Choose the file itself."
    special: str = "This is a device or a pipe and no ordinary file, so it is not opened."
    unreadable: str = (
        "This file cannot be opened. Check that you may read it, then choose it again."
    )
    empty: str = ""
    """"" takes an empty file."""


def read_file(path: Path, taking: Taking, progress: Progress = silent) -> bytes:
    """Return what is in the file at `path`, or raise `UserError` with the sentence of `taking`.

    A link counts as the file that it leads to. Passes on what `progress` raises.
    """
    try:
        _refuse_kind(path.stat().st_mode, taking)
        with os.fdopen(os.open(path, _HARMLESS), "rb", buffering=0) as stream:
            told = os.fstat(stream.fileno())
            _refuse_kind(told.st_mode, taking)
            if told.st_size > taking.most_bytes:
                raise UserError(taking.too_large)
            return _read(stream.read, told.st_size, taking, progress)
    except FileNotFoundError as error:
        raise UserError(taking.missing) from error
    except (OSError, ValueError) as error:
        raise UserError(taking.unreadable) from error


def read_own_file(path: Path) -> str:
    """Return the text of a small file that the program keeps for itself.

    Raises `OSError` where there is none, and `ValueError` where it is no such file any more: a
    pipe, larger than a megabyte, or not in UTF-8.
    """
    path.stat()
    if not path.is_file():
        raise ValueError("no ordinary file")
    with path.open("rb") as stream:
        content = stream.read(_CHUNK + 1)
    if len(content) > _CHUNK:
        raise ValueError("far larger than it was written")
    return content.decode("utf-8")


def is_plain_file(path: Path) -> bool:
    """Return whether `path` is an ordinary file itself: no link, folder, device or pipe."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _refuse_kind(mode: int, taking: Taking) -> None:
    if stat.S_ISDIR(mode):
        raise UserError(taking.folder)
    if not stat.S_ISREG(mode):
        raise UserError(taking.special)


def _read(read: Callable[[int], bytes], size: int, taking: Taking, progress: Progress) -> bytes:
    """Return all that `read` gives: the size that was told may be wrong by now."""
    parts: list[bytes] = []
    done = 0
    while part := read(_CHUNK):
        parts.append(part)
        done += len(part)
        if done > taking.most_bytes:
            raise UserError(taking.too_large)
        progress(done, max(size, done), "Reading the file")
    if not done and taking.empty:
        raise UserError(taking.empty)
    return b"".join(parts)
