"""The typefaces that documents can be set in."""

from __future__ import annotations

from enum import StrEnum


class DocumentFont(StrEnum):
    """The typefaces that a briefing can be set in."""

    SOURCE_SANS = "source-sans-3"
    EASY_READ = "atkinson-hyperlegible-next"


TYPEFACE_WORDS = {
    DocumentFont.SOURCE_SANS: "Standard (Source Sans 3)",
    DocumentFont.EASY_READ: "Easy-read (Atkinson Hyperlegible Next)",
}
