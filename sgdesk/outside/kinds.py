"""What a file is by what is in it: its name may say anything."""

from __future__ import annotations

import io
import zipfile

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DOCUMENTS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel, PowerPoint or zip file"),
    (b"\xd0\xcf\x11\xe0", "an older Office file"),
    (b"{\\rtf", "a rich text file"),
)
_PROGRAMS = (
    b"\x7fELF",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00",
    b"MSCF",
)
_VBA = "_VBA_PROJECT".encode("utf-16-le")
_FIRST = 1024
_ENTRY_MARK, _MOST_ENTRIES = b"PK\x01\x02", 8_000


def document_kind(content: bytes) -> str:
    """Return what kind of document begins so, as in "a PDF", or "" for none that is known."""
    return next((words for mark, words in _DOCUMENTS if content.startswith(mark)), "")


def is_program(content: bytes) -> bool:
    """Return whether the bytes are a program, a script with its first line, or a shortcut."""
    is_windows = content.startswith(b"MZ") and b"\0" in content[:_FIRST]
    return is_windows or content.startswith(_PROGRAMS)


def holds_macros(content: bytes) -> bool:
    """Return whether an Office file of either form carries macros, whatever it is called.

    In a damaged package nothing is found: no program opens that either.
    """
    if content.startswith(OLD_OFFICE):
        return _VBA in content
    if not content.startswith(b"PK") or content.count(_ENTRY_MARK) > _MOST_ENTRIES:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    lowered = [name.casefold() for name in names]
    return any(name.endswith("vbaproject.bin") or "macrosheets/" in name for name in lowered)
