"""A problem's sentence as it stands under a field whose label says the title already."""

from __future__ import annotations


def without_title(message: str, title: str) -> str:
    """Return `message` without its leading "Title: ", beginning with a capital."""
    rest = message.removeprefix(f"{title}: ")
    return f"{rest[:1].upper()}{rest[1:]}"
