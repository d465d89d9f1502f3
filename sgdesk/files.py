"""Whole files or none, private to the officer, under names every system accepts."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$", re.IGNORECASE)
_LONGEST_NAME = 80


def write_atomically(target: Path, content: bytes) -> Path:
    """Write `content` to `target` whole and return it; on failure `target` is as it was.

    The file is readable by its owner alone (0600) where the system knows modes.
    """
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".sgdesk-", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)
    return target


def sweep_parts(folder: Path) -> int:
    """Remove what interrupted writes left in `folder`; return how many files went."""
    parts = list(folder.glob(".sgdesk-*.part"))
    for part in parts:
        part.unlink(missing_ok=True)
    return len(parts)


def safe_name(text: str) -> str:
    """Return a file name stem of ASCII letters, digits and dashes, legal on every system.

    Distinct texts give distinct names: where characters had to be replaced, six hexadecimal
    digits of the text's hash follow. At most 80 characters.
    """
    stem = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
    kept_whole = stem == text and not _RESERVED.match(stem) and len(stem) <= _LONGEST_NAME
    if kept_whole and stem:
        return stem
    digest = hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()[:6]
    return f"{stem[: _LONGEST_NAME - 7].rstrip('-') or 'case'}-{digest}"


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # pragma: no cover - Windows cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
