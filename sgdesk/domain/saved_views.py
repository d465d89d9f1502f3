"""Views of a list that the officer has given a name: its filter, grouping and search."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_NAME = 40
"""Longer names do not fit the menu that they are chosen from."""


@dataclass(frozen=True, slots=True)
class SavedViewDraft:
    page: str = ""
    """The key of the page whose list it shows."""
    name: str = field(default="", repr=False)
    filter_key: str = ""
    what: str = ""
    """Which kinds of lines it shows; "" for all."""
    grouping: str = ""
    text: str = field(default="", repr=False)
    """The words that the list is searched for."""
    is_default: bool = False
    """Whether the page shows it first."""


def check_view(draft: SavedViewDraft, *, taken_names: Collection[str]) -> list[Problem]:
    """Return every problem of `draft`; `taken_names` are those of the page's other views."""
    name = draft.name.strip()
    if not name:
        return [Problem("name", "Name: type what the view is to be called.")]
    if len(name) > LONGEST_NAME:
        return [Problem("name", f"Name: use at most {LONGEST_NAME} characters.")]
    if name.casefold() in {taken.casefold() for taken in taken_names}:
        return [Problem("name", f"Name: there is a view called {name} already. Type another one.")]
    return []
