"""How files are told of in wizards: their number, their size, their icon."""

from __future__ import annotations

from pathlib import PurePath

_KIB = 1024
_ICONS = {
    ".pdf": "file-text",
    ".pptx": "presentation",
    ".docx": "pencil",
    ".html": "link",
    ".xlsx": "file-spreadsheet",
    ".csv": "table-2",
    ".zip": "package",
}


def icon_of(name: str) -> str:
    """Return the icon of a kind of file."""
    return _ICONS.get(PurePath(name).suffix.lower(), "paperclip")


def count_words(files: int) -> str:
    return "1 file" if files == 1 else f"{files} files"


def size_words(count: int) -> str:
    """Return a number of bytes as "21 KB" or "1.4 MB"."""
    if count < _KIB * _KIB:
        return f"{max(1, round(count / _KIB))} KB"
    return f"{count / _KIB / _KIB:.1f} MB"
