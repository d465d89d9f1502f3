"""How much room a disk has left, before a save finds that there is none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LEAST_BYTES = 200_000_000


def room_problem(folder: Path) -> str:
    """Return a sentence where the disk of `folder` has less than 200 MB left, or "".

    A folder that is still to be made lies on the disk of the one above it. Where the system does
    not say, nothing is said.
    """
    place = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    try:
        free = shutil.disk_usage(place).free
    except OSError:
        return ""
    if free >= LEAST_BYTES:
        return ""
    return (
        f"The disk has only {free // 1_000_000} MB left. Free some space soon: on a full disk "
        "nothing can be saved, backed up or exported."
    )
