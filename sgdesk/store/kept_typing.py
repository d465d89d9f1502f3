"""The file of unsaved typing beside the register: whole and encrypted, or gone.

It is no part of the register: nothing typed there has a history, and no backup holds it.
"""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from sgdesk.files import write_atomically
from sgdesk.store.side_keys import ADDED_BYTES, decrypt_for, encrypt_for

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 8 << 20
"""Longer content is not written, and a longer file is not read."""

_MARK = b"sgdesk kept typing 1\n"
_PURPOSE = b"sgdesk kept typing"
_AROUND = len(_MARK) + ADDED_BYTES
_log = logging.getLogger(__name__)


def write_kept(path: Path, key: bytes, content: bytes) -> None:
    """Encrypt `content` and put it in the place of what was kept before.

    Raise ValueError if it is longer than `MOST_BYTES`, or OSError if it cannot be written; what
    was kept before is still there then.
    """
    if len(content) > MOST_BYTES:
        raise ValueError("too long to be kept")
    write_atomically(path, _MARK + encrypt_for(_PURPOSE, key, content))


def read_kept(path: Path, key: bytes) -> bytes | None:
    """Return what was kept, or None where nothing is.

    A file that is damaged, or was made under another register's key, is put aside and counts as
    nothing. Raise OSError if the file cannot be read, or cannot be put aside.
    """
    if not path.exists():
        return None
    is_too_long = path.stat().st_size > MOST_BYTES + _AROUND
    content = None if is_too_long else _decrypted(key, path.read_bytes())
    if content is None:
        put_aside(path)
    return content


def remove_kept(path: Path) -> None:
    """Let nothing be kept any more. Raise OSError if the file cannot be removed."""
    path.unlink(missing_ok=True)


def put_aside(path: Path) -> None:
    """Rename a file that cannot be used, so that it is neither read again nor written over."""
    _log.warning("a file of unsaved typing could not be opened and is put aside")
    path.replace(path.with_name(f"put-aside-{secrets.token_hex(3)}{path.suffix}"))


def _decrypted(key: bytes, file: bytes) -> bytes | None:
    if not file.startswith(_MARK):
        return None
    return decrypt_for(_PURPOSE, key, file.removeprefix(_MARK))
