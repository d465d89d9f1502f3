"""Text as it is compared: no accents, no invisible characters, words whole again."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"(?:[^\W\d_]|[\u0900-\u0dff\u0e00-\u109f])+(?:'[^\W\d_]+)*'?")
"""A word of a folded text, with its apostrophes."""
_CUT = re.compile("(?:[\u00ad\ufffe\x02]|(?<=[^\\W\\d_])[-\u2010])[ \t]*\r?\n\\s*(?=[a-z])")
"""A hyphen at the end of a line, where the next goes on in small letters."""
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufffe\x00-\x08\x0e-\x1f]"
)
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_LIKE = str.maketrans({
    **dict.fromkeys("‘’ʼʹ′＇`´‛", "'"),
    **dict.fromkeys("‐‑‒–—−﹘﹣－", "-"),
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "ı": "i", "ħ": "h", "Ħ": "H", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
    "þ": "th", "Þ": "Th", "⁄": "/", "∕": "/",
})  # fmt: skip
_SPACED = re.compile(r"(?<![\w'])(?:[^\W\d_] ){3,}[^\W\d_](?![\w'])")
"""A word whose letters stand apart."""


def fold(text: str) -> str:
    """Return `text` as it is compared: capitals kept, all that only looks different gone."""
    if not text.isascii():
        text = _CUT.sub("", text)
        text = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text).translate(_LIKE))
        text = _MARKS.sub("", text.translate(_LIKE))
    elif "-" in text or "\x02" in text:
        text = _CUT.sub("", text)
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), text)


def stems(word: str) -> list[str]:
    """Return what a folded word may be the possessive of, in small letters, without apostrophes.

    The first is the word itself, its possessive ending taken off.
    """
    low = word.lower()
    if low.endswith("'s"):
        found = [low[:-2]]
    elif low.endswith("s'"):
        found = [low[:-1], low[:-2]]
    else:
        found = [low.rstrip("'")]
    return [one.replace("'", "") for one in found]


def singulars(stem: str) -> list[str]:
    """Return what `stem` may be the plural of, as a family is called by its name."""
    found = []
    if stem.endswith("es"):
        found.append(stem[:-2])
    if stem.endswith("s"):
        found.append(stem[:-1])
    return found


def begins_sentence(text: str, at: int) -> bool:
    """Return whether the word at `at` begins a sentence, a line or a cell."""
    for place in range(at - 1, -1, -1):
        sign = text[place]
        if sign in " \u00a0\"“”‘'([{":
            continue
        return sign in ".!?:;\n\r\t•|/\\-*" and not _is_of_a_title(text, place)
    return True


def _is_of_a_title(text: str, at: int) -> bool:
    return text[at] == "." and bool(
        re.search(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St)$", text[max(0, at - 5) : at])
    )


def line_of(text: str, at: int) -> str:
    """Return the line of `text` in which the character at `at` stands."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]
