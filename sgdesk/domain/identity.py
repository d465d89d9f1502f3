"""A place where something private stands, told without repeating it."""

from __future__ import annotations

from typing import NamedTuple


class Identity(NamedTuple):
    """A place where something private stands, as a sentence that does not repeat it."""

    sentence: str
    is_certain: bool
    """False where it may mean something else, as "will" or "grace" may: a warning."""
    where: str = ""
    """The place in words, such as "slide 4, notes"."""
    what: str = ""
    """What stands there, such as "a child’s real name"."""
