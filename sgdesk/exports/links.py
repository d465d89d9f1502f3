"""Addresses that a document may link to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from sgdesk.text import clean_line

_OPENED = frozenset({"http", "https", "mailto"})
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


def contact_link(word: str) -> str:
    """Return what a word of a contact line opens, "" for nothing: an e-mail or a web address."""
    bare = word.strip(".,;:()<>")
    if _E_MAIL.fullmatch(bare):
        return f"mailto:{bare}"
    return safe_link(bare) if bare.startswith(("www.", "http://", "https://")) else ""


def safe_link(address: str) -> str:
    """Return the address that a link may open, or "" for none: the web and e-mail alone.

    "www." gets its "https://".
    """
    address = clean_line(address)
    if address.lower().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_sound = parts.scheme in _OPENED and bool(parts.netloc or parts.scheme == "mailto")
    return address if is_sound and address.isascii() and " " not in address else ""
