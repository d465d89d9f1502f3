"""Links on a slide: never a bare address, but words that say where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sgdesk.exports.deck.content import Paragraph, Run
from sgdesk.exports.links import safe_link

if TYPE_CHECKING:
    from sgdesk.records.briefing import FurtherReading

_ADDRESS = re.compile(r"(https?:|mailto:|www\.)\S*|\S+\.\S+/\S*", re.IGNORECASE)
_WORDS_FOR_BARE_ADDRESS = "Open the web page"


def is_address(text: str) -> bool:
    """Tell whether `text` is a web address rather than words."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def reading_line(reading: FurtherReading) -> Paragraph:
    """Return a line of "Find out more": its text, then the link under words of its own."""
    address = safe_link(reading.address)
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
