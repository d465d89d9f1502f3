"""The files that an export will make, told before it runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PlannedFile:
    name: str
    is_there: bool
    """A file of this name stands in the folder and would be replaced."""


def planned_files(folder: Path, names: Sequence[str]) -> tuple[PlannedFile, ...]:
    """Return what would be made in `folder`, which need not exist."""
    try:
        there = {path.name.casefold() for path in folder.iterdir()}
    except OSError:
        there = set()
    return tuple(PlannedFile(name, name.casefold() in there) for name in names)
