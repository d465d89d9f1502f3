"""Links that may stand on a slide: safe addresses, and words that say where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sgdesk.exports.deck.content import Paragraph, Run

if TYPE_CHECKING:
    from sgdesk.records.briefing import FurtherReading

_SCHEMES = {"http", "https", "mailto"}
_ADDRESS = re.compile(r"(https?:|mailto:|www\.)\S*|\S+\.\S+/\S*", re.IGNORECASE)
_WORDS_FOR_BARE_ADDRESS = "Open the web page"


def safe_address(address: str) -> str:
    """Return `address` if a slide may link to it, else ""; "www." gets its "https://"."""
    if address.lower().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    sound = parts.scheme in _SCHEMES and (parts.netloc or parts.scheme == "mailto")
    return address if sound and " " not in address else ""


def is_address(text: str) -> bool:
    """Tell whether `text` is a web address rather than words."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def reading_line(reading: FurtherReading) -> Paragraph:
    """Return a line of "Find out more": its text, then the link under words of its own."""
    address = safe_address(reading.address)
    label = reading.label
    if address and is_address(label):
        label = _WORDS_FOR_BARE_ADDRESS
    if not address:
        return (Run(" ".join(filter(None, (reading.text, label or reading.address)))),)
    if label:
        opening = (Run(f"{reading.text} "),) if reading.text else ()
        return (*opening, Run(label, address=address))
    words = _WORDS_FOR_BARE_ADDRESS if is_address(reading.text) else reading.text
    return (Run(words or _WORDS_FOR_BARE_ADDRESS, address=address),)
