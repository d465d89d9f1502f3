"""Commands that are the business of the page on show, and what pages call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

PAGE_WAYS = {
    "open_case": "open_chosen",
    "edit_case": "edit_chosen",
    "explain": "explain_chosen",
    "what_if": "what_if",
    "wall_sheet": "print_wall_sheet",
    "review_plan": "print_review_plan",
    "filter": "focus_filter",
}


def ways_of(page: QWidget) -> dict[str, Callable[[], object] | None]:
    """Return how `page` carries out each of these commands, None where it has no way."""
    return {command: getattr(page, way, None) for command, way in PAGE_WAYS.items()}
