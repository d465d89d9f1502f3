"""Encrypted notes of the folders that files are being written to.

A program that is killed while it writes leaves the note, and in the folder perhaps half a file
in the clear under another name. Whoever opens the register next reads the note and removes that.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from contextlib import suppress
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sgdesk.files import write_atomically

_PURPOSE = b"sgdesk place notes"
_NONCE_BYTES = 12
_NAME_BYTES = 8


def note_place(register: Path, key: bytes, place: Path) -> Path:
    """Keep `place` in a note in the folder `register` and return the note's own path.

    A place may tell a name, so `key`, the register's, is needed to read it. Raises `OSError`.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    content = nonce + AESGCM(_own(key)).encrypt(nonce, os.fsencode(place.absolute()), _PURPOSE)
    return write_atomically(register / f"writing-{secrets.token_hex(_NAME_BYTES)}.note", content)


def noted_places(register: Path, key: bytes) -> dict[Path, Path]:
    """Return the place that each note in `register` tells, by the note's own path.

    A note that cannot be read, as one of a register that was here before, is removed.
    """
    found = {}
    for note in sorted(register.glob("writing-*.note")):
        with suppress(OSError):
            content = note.read_bytes()
            nonce, told = content[:_NONCE_BYTES], content[_NONCE_BYTES:]
            try:
                found[note] = Path(os.fsdecode(AESGCM(_own(key)).decrypt(nonce, told, _PURPOSE)))
            except (InvalidTag, ValueError):
                note.unlink()
    return found


def _own(key: bytes) -> bytes:
    return hmac.digest(key, _PURPOSE, hashlib.sha256)
