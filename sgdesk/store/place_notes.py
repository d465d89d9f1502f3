"""Encrypted notes of the folders that files are being written to.

A program that is killed while it writes leaves the note, and in the folder perhaps half a file
in the clear under another name. Whoever opens the register next reads the note and removes that.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from sgdesk.files import write_atomically
from sgdesk.store.side_keys import decrypt_for, encrypt_for

_PURPOSE = b"sgdesk place notes"
_NAME_BYTES = 8


def note_place(register: Path, key: bytes, place: Path) -> Path:
    """Keep `place` in a note in the folder `register` and return the note's own path.

    A place may tell a name, so `key`, the register's, is needed to read it. Raises `OSError`.
    """
    content = encrypt_for(_PURPOSE, key, os.fsencode(place.absolute()))
    return write_atomically(register / f"writing-{secrets.token_hex(_NAME_BYTES)}.note", content)


def noted_places(register: Path, key: bytes) -> dict[Path, Path]:
    """Return the place that each note in `register` tells, by the note's own path.

    A note that cannot be read, as one of a register that was here before, is removed.
    """
    found = {}
    for note in sorted(register.glob("writing-*.note")):
        with suppress(OSError):
            told = decrypt_for(_PURPOSE, key, note.read_bytes())
            if told is None:
                note.unlink()
            else:
                found[note] = Path(os.fsdecode(told))
    return found
