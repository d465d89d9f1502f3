"""Letters handed to the mail program of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from sgdesk.records.letters import Letter

LONGEST_LINK = 2000
"""In characters. Windows cuts longer links off without a word (ShellExecute takes 2,083)."""

_BETWEEN_ADDRESSES = ";"
"""Officers type it as their mail program shows it; links know the comma alone."""


def mail_link(letter: Letter, *, with_body: bool = True) -> str:
    """Return a mailto link with address, subject and, unless it is left out, the text."""
    to = quote(letter.to.replace(_BETWEEN_ADDRESSES, ",").replace(" ", ""), safe="@,")
    parts = [f"subject={quote(letter.subject, safe='')}"]
    if with_body:
        parts.append(f"body={quote(letter.body.replace(chr(10), chr(13) + chr(10)), safe='')}")
    return f"mailto:{to}?{'&'.join(parts)}"


def copied_text(letter: Letter) -> str:
    """Return subject and text as they go to the clipboard."""
    return f"{letter.subject}\n\n{letter.body}"
