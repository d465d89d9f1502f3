"""Addresses that a document may link to."""

from __future__ import annotations

from urllib.parse import urlsplit

from sgdesk.text import clean_line

_OPENED = frozenset({"http", "https", "mailto"})


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
