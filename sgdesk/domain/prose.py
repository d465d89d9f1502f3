"""Fields of a draft that keep their paragraphs."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import Field

IS_PROSE = {"is_prose": True}
"""Metadata of a field of several lines; every other text of a draft is one line."""


def prose() -> str:
    """Return the definition of a field for prose, empty at first and left out of `repr`."""
    return field(default="", repr=False, metadata=IS_PROSE)


def is_prose(item: Field[Any]) -> bool:
    """Return whether a field of a draft keeps its paragraphs."""
    return bool(item.metadata.get("is_prose"))
