"""Half-written files in the officer's folders, which a program that was killed has left there.

Each file is written under another name first. Where a program ends in the middle, that part
stays in the clear; so the folder is noted before, and swept when the register is opened next.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sgdesk.files import sweep_parts

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from sgdesk.services.register import Register


@contextmanager
def noted(register: Register, folder: Path) -> Generator[None]:
    """Note that files are written to `folder` within the block, in the clear.

    A disk that takes no note keeps nobody from saving elsewhere. Practice notes nothing: its
    cases are invented.
    """
    from sgdesk.store.place_notes import note_place  # noqa: PLC0415 - ciphers load slowly

    note = None
    if not register.is_practice:
        with suppress(OSError):
            note = note_place(register.folder, register.store.key, folder)
    try:
        yield
    finally:
        if note is not None:
            with suppress(OSError):
                note.unlink()


def sweep_noted(register: Register) -> int:
    """Remove the parts that were left in folders that are noted; return how many went.

    A folder that cannot be reached now, as on a drive that is not plugged in, stays noted. May
    wait for a network drive. Nothing may be saved meanwhile.
    """
    from sgdesk.store.place_notes import noted_places  # noqa: PLC0415 - as above

    swept = 0
    for note, folder in noted_places(register.folder, register.store.key).items():
        with suppress(OSError):
            if folder.is_dir():
                swept += sweep_parts(folder)
                note.unlink()
    return swept
