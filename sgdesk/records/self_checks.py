"""What trying the installed program has shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """One part of the program and whether it did its work on invented cases."""

    name: str
    is_well: bool
    detail: str
