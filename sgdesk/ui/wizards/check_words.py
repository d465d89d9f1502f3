"""What is said of a check that did not pass, by the title that it has when it passes."""

from __future__ import annotations

_FAILED = {
    "Complete": (
        "Not everything is written yet",
        "It can be made as it is. Look at it before you share it.",
    ),
    "No name found": (
        "A child could be recognised",
        "Take the name or date out. Say “a child”, or the season and the year.",
    ),
    "Fits one page": ("Too long for one page", "Shorten the text, then check again."),
    "Letters": (
        "Some letters cannot be drawn",
        "They would be left out. Write them another way.",
    ),
    "Accessible deck": (
        "The deck is not fully accessible",
        "It can be made, but a screen reader may miss something.",
    ),
}


def failed_words(title: str) -> tuple[str, str]:
    """Return a title for the failed check, and what to do about it."""
    return _FAILED.get(title, (title, ""))
