"""Files kept inside the register: what is said of one, and which may be opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sgdesk.domain.prose import prose
from sgdesk.errors import Problem

LARGEST_ATTACHMENT = 25 * 1024 * 1024
"""Bytes. Larger files make the register slow to back up."""

_STEP = 1024
_LONGEST_TITLE = 120
_ENDING = re.compile(r"\.[a-z0-9]{1,10}$")

_RUNS = {
    ".app", ".appimage", ".apk", ".bat", ".bin", ".chm", ".cmd", ".com", ".command", ".cpl",
    ".desktop", ".dll", ".dmg", ".elf", ".exe", ".gadget", ".hta", ".inf", ".ins", ".iso", ".jar",
    ".jnlp", ".js", ".jse", ".lnk", ".mde", ".msc", ".msi", ".msix", ".msp", ".mst", ".pif",
    ".pkg", ".pl", ".ps1", ".ps1xml", ".psm1", ".py", ".pyw", ".rb", ".reg", ".run", ".scf",
    ".scr", ".sct", ".sh", ".shb", ".sys", ".tool", ".url", ".vb", ".vbe", ".vbs", ".vhd",
    ".vhdx", ".website", ".workflow", ".ws", ".wsc", ".wsf", ".wsh", ".xbap", ".xll",
}  # fmt: skip
_HOLDS_MACROS = {
    ".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam",
    ".sldm", ".accdb", ".mdb",
}  # fmt: skip
_IS_A_PAGE = {
    ".htm", ".html", ".mht", ".mhtml", ".shtml", ".svg", ".xht", ".xhtml", ".xml", ".xsl",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class AttachmentDraft:
    title: str = ""
    kind: str = ""
    file_name: str = field(default="", repr=False)
    """As the file was called; it may hold a name, so no list shows it."""
    note: str = prose()


def check_attachment(draft: AttachmentDraft) -> list[Problem]:
    """Return every problem of `draft` at once."""
    title = draft.title.strip()
    if not title:
        return [
            Problem("title", "Title: say in neutral words what the file is, as in Health return.")
        ]
    if len(title) > _LONGEST_TITLE:
        return [Problem("title", f"Title: shorten it to {_LONGEST_TITLE} characters.")]
    return []


def ending_of(file_name: str) -> str:
    """Return the ending in small letters with its dot, such as ".pdf", or "" without a plain one.

    Spaces and dots at the end do not count, as Windows leaves them out when it opens a file.
    """
    found = _ENDING.search(file_name.casefold().rstrip(" ."))
    return found.group() if found else ""


def opening_problem(file_name: str) -> str:
    """Return why a file is kept but not opened from here, or "" if it may be opened."""
    ending = ending_of(file_name)
    if not ending:
        why = "its name has no ending that says which program it belongs to"
    elif ending in _RUNS:
        why = f"a {ending} file is a program or starts one"
    elif ending in _HOLDS_MACROS:
        why = f"a {ending} file can hold macros, which are programs"
    elif ending in _IS_A_PAGE:
        why = f"a {ending} file can run scripts in the browser"
    else:
        return ""
    return f"This file is kept but not opened from here: {why}. You can save a copy."


def size_words(size: int) -> str:
    """Return a size in bytes as the officer reads it, such as "1.4 MB" or "820 bytes"."""
    if size < _STEP:
        return "1 byte" if size == 1 else f"{size} bytes"
    kilobytes = size / _STEP
    if kilobytes < _STEP:
        return f"{kilobytes:.0f} kB"
    return f"{kilobytes / _STEP:.1f} MB".replace(".0 MB", " MB")
