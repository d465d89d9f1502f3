"""What keeps a file from being written, in a sentence that says what to do."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LONGEST_PATH = 255
"""Characters. Windows and programs on it open no file with a longer path."""
_LONGEST_OF_EXCEL = 218
_FOR_EXCEL = (".xlsx", ".csv")
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Say in a `UserError` why the file `name` could not be written."""
    try:
        yield
    except OSError as error:
        raise UserError(f"{name} could not be written. {_way_out(error)}") from error


def unkept_settings(error: OSError) -> UserError | None:
    """Return why the settings could not be written down; None where the reason is not known."""
    if error.errno in _NO_ROOM:
        why = "The disk is full, so the settings were not kept. Make room on it."
    elif error.errno in _NOT_ALLOWED:
        why = "The settings were not kept, as their folder cannot be written."
    else:
        return None
    return UserError(f"{why} They hold until SGDesk closes.")


def refuse_long_paths(folder: Path, names: Sequence[str]) -> None:
    """Raise `UserError` where a file of the folder would have a path that is too long to open."""
    overs = {name: len(str(folder / name)) - _longest_path(name) for name in names}
    name, over = max(overs.items(), key=lambda one: one[1], default=("", 0))
    if over > 0:
        raise UserError(
            f"The path of {name} would be {over} characters too long for other programs. "
            "Choose a folder with a shorter path."
        )


def _longest_path(name: str) -> int:
    return _LONGEST_OF_EXCEL if name.lower().endswith(_FOR_EXCEL) else _LONGEST_PATH


def _way_out(error: OSError) -> str:
    if error.errno in _NO_ROOM:
        return "The disk is full: make room on it, or choose another folder."
    if isinstance(error, PermissionError):
        return (
            "Close it if it is open in another program, and check that you may write to this "
            "folder; or choose another folder."
        )
    return (
        "Close it if it is open elsewhere, check that there is room and that you may write to "
        "this folder, or choose another folder."
    )
