"""Plain text files of any common spelling, and a sentence for everything that is not one."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.outside.kinds import document_kind
from sgdesk.outside.reading import Taking, read_file

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2_000_000
"""Bytes. The longest public page is a hundredth of it."""

_TAKING = Taking(
    LARGEST,
    too_large="This file is too large for a page of reviews. Copy the part that lists them.",
    folder="This is a folder. Choose the text file itself.",
    unreadable="This file cannot be opened. Copy its text and paste it here.",
)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_SIGNED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")


def load_text(path: Path) -> str:
    """Return the text of the file at `path`, in UTF-8, UTF-16 or the Windows code page.

    Raises `UserError` with the way out for a file that cannot be opened, holds more than
    `LARGEST` bytes, or is no plain text.
    """
    content = read_file(path, _TAKING)
    if kind := document_kind(content):
        raise UserError(f"This is {kind}. Open it, copy the text and paste it here.")
    if _WEB_PAGE.match(content):
        raise UserError(
            "This is a saved web page. Open it in a browser, copy the text and paste it here."
        )
    text = _decoded(content)
    if text is None or _CONTROLS.search(text):
        raise UserError("This file holds no plain text. Open it, copy the text and paste it here.")
    return text


def _decoded(content: bytes) -> str | None:
    signed = [spelling for mark, spelling in _SIGNED if content.startswith(mark)]
    for spelling in signed or [*_unsigned_utf16(content), "utf-8", "cp1252"]:
        try:
            return content.decode(spelling)
        except UnicodeDecodeError:
            continue
    return None


def _unsigned_utf16(content: bytes) -> list[str]:
    """Return the UTF-16 spelling whose every second byte is mostly zero, as in English text."""
    halves = (("utf-16-le", content[1::2]), ("utf-16-be", content[::2]))
    return [spelling for spelling, half in halves if 2 * half.count(0) > len(half) > 0]
