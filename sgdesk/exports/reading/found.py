"""What reading a finished file gives: texts with where they stand, and files within it."""

from __future__ import annotations

from typing import NamedTuple


class Placed(NamedTuple):
    """A text and where it stands, in words that lead an officer there."""

    where: str
    text: str

    def __repr__(self) -> str:
        return f"<Placed {self.where}>"


class Inside(NamedTuple):
    """A file within the file, to be read in its turn."""

    where: str
    name: str
    content: bytes

    def __repr__(self) -> str:
        return f"<Inside {self.where}>"
