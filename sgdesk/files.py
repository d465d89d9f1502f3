"""Whole files or none, private to the officer, under names every system accepts."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sgdesk.domain.file_names import is_reserved

if TYPE_CHECKING:
    from types import TracebackType

_LONGEST_NAME = 80
_DIGITS = 10
"""Of the hash. With six, two of 5,000 names without a letter of ours are likely to be one."""


def write_atomically(target: Path, content: bytes) -> Path:
    """Write `content` to `target` whole and return it; on failure `target` is as it was.

    The file is readable by its owner alone (0600) where the system knows modes.
    """
    part = _write_part(target.parent, content)
    try:
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return target


def make_folder(folder: Path) -> None:
    """Make a folder, with those above it, readable by its owner alone; one that is there stays.

    A power cut does not take it back: what is written into it may be told as saved.
    """
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True, mode=0o700)
        sync_folder(folder.parent)


class FileBatch:
    """Several files of one folder, which all come to stand there, or none of them.

    Within a `with`: `make_folder`, then `stage` each, then `place` each. Where the block ends in
    an exception, the folder holds what it held before, and is gone if it was not there. A
    process that is killed leaves whole files and perhaps parts, which `sweep_parts` removes.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._new_folders: list[Path] = []
        self._parts: dict[str, Path] = {}
        self._placed: list[tuple[Path, Path | None]] = []

    def __enter__(self) -> FileBatch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            self._take_back()
        for part in (*self._parts.values(), *(kept for _, kept in self._placed if kept)):
            with suppress(OSError):
                part.unlink(missing_ok=True)
        if kind is not None:
            self._remove_new_folders()

    def make_folder(self) -> None:
        """Make the folder and those above it. Raises `OSError` where that is not possible."""
        above = (self._folder, *self._folder.parents)
        self._new_folders = [one for one in above if not one.exists()]
        self._folder.mkdir(parents=True, exist_ok=True)
        sweep_parts(self._folder)

    def stage(self, name: str, content: bytes) -> None:
        """Write a file beside its place."""
        self._parts[name] = _write_part(self._folder, content)

    def place(self, name: str) -> Path:
        """Put a staged file in its place, where another may stand, and return the place."""
        target = self._folder / name
        kept = self._kept(target)
        self._placed.append((target, kept))
        self._parts[name].replace(target)
        return target

    def _kept(self, target: Path) -> Path | None:
        """Return another name of what stands at `target`, so that it can come back."""
        if not target.exists():
            return None
        kept = self._folder / f".sgdesk-{uuid4().hex}.part"
        try:
            os.link(target, kept)
        except OSError:  # a file system without links
            shutil.copy2(target, kept)
        return kept

    def _take_back(self) -> None:
        for target, kept in reversed(self._placed):
            with suppress(OSError):
                if kept is None:
                    target.unlink(missing_ok=True)
                else:
                    kept.replace(target)

    def _remove_new_folders(self) -> None:
        for folder in self._new_folders:
            with suppress(OSError):  # it was not made, or another program uses it by now
                folder.rmdir()


def sweep_parts(folder: Path) -> int:
    """Remove what interrupted writes left in `folder`; return how many files went."""
    parts = list(folder.glob(".sgdesk-*.part"))
    for part in parts:
        part.unlink(missing_ok=True)
    return len(parts)


def safe_name(text: str) -> str:
    """Return a file name stem of ASCII letters, digits and dashes, legal on every system.

    Distinct texts give distinct names, but for texts that differ in capitals alone: where
    characters had to be replaced, ten hexadecimal digits of the text's hash follow. At most 80
    characters.
    """
    stem = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
    kept_whole = stem == text and not is_reserved(stem) and len(stem) <= _LONGEST_NAME
    if kept_whole and stem:
        return stem
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS]
    return f"{stem[: _LONGEST_NAME - _DIGITS - 1].rstrip('-') or 'case'}-{digest}"


def _write_part(folder: Path, content: bytes) -> Path:
    """Write `content` to a file of its own in `folder`, whole and on the disk, or leave none."""
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=".sgdesk-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` on to the disk, where the system can. Raises `OSError`."""
    if os.name != "posix":  # pragma: no cover - Windows cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
