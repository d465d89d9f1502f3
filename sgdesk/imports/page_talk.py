"""What a line of a public page is about: a review, its briefings, or the page itself."""

from __future__ import annotations

import re
from typing import NamedTuple

_LONGEST_HEADING = 160
_LONGEST_SECTION_HEADING = 8
"""Words."""

_REFERENCE = (
    r"(?:[A-Z]{2,8} ?(?:19|20)[0-9]{2}[-/–][0-9]{2,4} ?[-/–] ?[0-9]{1,3}[A-Za-z]?"
    r"|(?:LC|C|S)?(?:SPR|CR) ?[A-Z]?[0-9]{1,4}(?:(?:[/-]|, | and | & )[0-9]{1,4})*"
    r"|(?:Child|Baby|Infant|Family|Case|Young Person) (?:[A-Z]{1,3}|[0-9]{1,3})"
    r"(?:(?:, | and | & )[A-Z0-9]{1,3})*(?: ?\((?:19|20)[0-9]{2}\))?)"
)
_REFERENCE_ALONE = re.compile(_REFERENCE)
_REFERENCE_FIRST = re.compile(rf"({_REFERENCE})(?:\s*:|\s+[–—-])\s+(\S.*)")

_DOCUMENTS = re.compile(
    r"\b(?:briefings?|presentations?|power ?points?|slides?|learning lessons)\b", re.IGNORECASE
)
_BRIEFINGS_HEADING = re.compile(
    r"\b(?:briefings|briefing (?:notes|papers)|learning lessons)\b", re.IGNORECASE
)
_OFFER = re.compile(
    r"\b(?:(?:is|are)(?: also| now)? available|can(?: also)? be"
    r" (?:found|downloaded|accessed|viewed|read|seen|opened)|download (?:it|them|the))\b"
    r"|^(?:download|click|select|view|read) ",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:below|here|to (?:download|read)|website|web ?site|webpage|on (?:this|our) page"
    r"|link|links|archive|repository|library|on request)\b",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"(?:contact us|back to (?:the )?top|(?:page )?last (?:updated|modified|reviewed)"
    r"|share this|print this|copyright|©|privacy|accessibility statement|(?:we use )?cookies"
    r"|follow us|if you (?:are|have|would|need)|for (?:more|further) (?:information|details)"
    r"|to report a concern)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:(?:download|read|view|see|open|the|full|executive|final|published)\s+)*"
    r"(?:lcspr|cspr|scr|overview)?\s*"
    r"(?:report|press statement|(?:(?:7|seven)[- ]minute )?briefing(?: note)?"
    r"|power ?point(?: presentation)?"
    r"|presentation|slides|summary|webinar|more|details)"
    r"\s*(?:[(\[][^()\[\]]{0,40}[)\]])?",
    re.IGNORECASE,
)
_YEAR_HEADING = re.compile(
    r"(?:(?:lcsprs?|csprs?|scrs?|reviews|reports)\s+)?(?:published\s+)?(?:in\s+)?"
    r"(?:19|20)[0-9]{2}(?:\s*[-–/to]+\s*[0-9]{2,4})?(?:\s+(?:reviews|reports))?",
    re.IGNORECASE,
)
_FILE_NOTE = re.compile(
    r"\s*[(\[](?:pdf|pptx?|docx?|power ?point|word)\b[^()\[\]]*[)\]]$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")


class Named(NamedTuple):
    """A heading taken apart: the reference it begins with, and the title that follows."""

    reference: str
    title: str


def named(heading: str) -> Named:
    """Return the reference and the title that `heading` is made of; either may be ""."""
    if _REFERENCE_ALONE.fullmatch(heading):
        return Named(heading, "")
    if match := _REFERENCE_FIRST.fullmatch(heading):
        return Named(match[1], match[2])
    return Named("", heading)


def is_heading(text: str) -> bool:
    """Return whether `text` could head a review: short, no sentence, not a year alone."""
    return (
        0 < len(text) <= _LONGEST_HEADING
        and text[-1] not in ".,;:"
        and any(character.isalpha() for character in text)
        and not text[0].islower()
        and not _YEAR_HEADING.fullmatch(text)
    )


def ends_sentence(text: str) -> bool:
    """Return whether `text` ends as a sentence does, a quotation mark after it or not."""
    return bool(_SENTENCE_END.search(text))


def begins_briefings(text: str) -> bool:
    """Return whether `text` introduces the list of briefings: a sentence or a heading."""
    if _offers(text, _DOCUMENTS):
        return True
    if text.endswith(":"):
        return bool(_DOCUMENTS.search(text))
    is_short = len(text.split()) <= _LONGEST_SECTION_HEADING and not ends_sentence(text)
    return is_short and bool(_BRIEFINGS_HEADING.search(text))


def is_page_talk(text: str) -> bool:
    """Return whether `text` speaks of the page and where things are found, not of a child."""
    return bool(_FOOT.match(text)) or _offers(text, _PLACE)


def is_furniture(text: str) -> bool:
    """Return whether `text` is a mere link such as "Full report (PDF)", or a year's heading."""
    return bool(_LINK.fullmatch(text) or _YEAR_HEADING.fullmatch(text))


def without_file_note(title: str) -> str:
    """Return `title` without "(PDF, 120 KB)" and the like at its end."""
    return _FILE_NOTE.sub("", title)


def _offers(text: str, what: re.Pattern[str]) -> bool:
    """Return whether one sentence of `text` offers something, and `what` occurs in it."""
    return any(
        _OFFER.search(sentence) and _PLACE.search(sentence) and what.search(sentence)
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    )
