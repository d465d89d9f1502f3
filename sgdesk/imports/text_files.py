"""Plain text files of any common spelling, and a sentence for everything that is not one."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2_000_000
"""Bytes. The longest public page is a hundredth of it."""

_OTHER_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, Excel, PowerPoint or zip file"),
    (b"\xd0\xcf\x11\xe0", "an older Office file"),
    (b"{\\rtf", "a rich text file"),
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
    content = _content(path)
    for beginning, kind in _OTHER_KINDS:
        if content.startswith(beginning):
            raise UserError(f"This is {kind}. Open it, copy the text and paste it here.")
    if _WEB_PAGE.match(content):
        raise UserError(
            "This is a saved web page. Open it in a browser, copy the text and paste it here."
        )
    text = _decoded(content)
    if text is None or _CONTROLS.search(text):
        raise UserError("This file holds no plain text. Open it, copy the text and paste it here.")
    return text


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UserError("This file cannot be found. Choose it again.")
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise UserError("This file cannot be opened. Copy its text and paste it here.") from error
    if len(content) > LARGEST:
        raise UserError(
            "This file is too large for a page of reviews. Copy the part that lists them."
        )
    return content


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
