"""The one gate that text passes on its way into the register."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u202a-\u202e\u2066-\u2069]")
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\xad": None})
"""What lists of a word processor carry in from its symbol fonts; soft hyphens go."""
_REPLACED = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str) -> str:
    """Return `text` with one kind of line end and no character that breaks a document.

    Line ends become one line feed; control, byte-order and direction-override characters go;
    bullets of symbol fonts become plain ones; surrogates and noncharacters become U+FFFD; the
    rest is in Unicode form NFC. Cleaning twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _DROPPED.sub("", text).translate(_BULLETS)
    text = _REPLACED.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces and none at the ends."""
    return " ".join(clean(text).split())


def clean_block(text: str) -> str:
    """Return `text` cleaned, paragraphs kept, without blank lines or spaces at the ends."""
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def clean_letter(text: str) -> str:
    """Return `text` cleaned, with single empty lines between its paragraphs and none at the ends.

    Lines keep their place, as those of an address do.
    """
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
