"""Typefaces for letters that the briefing's own lack: which script each draws, and its language."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from enum import StrEnum

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""They show nothing, but change the letters beside them."""
_DANDAS = "\u0964\u0965"
"""The full stops of the Indian scripts, which stand in one block for all of them."""
_ATTACHED = frozenset({"Mn", "Mc", "Me", "Cf"})
_FIRST_MARK = "\u0300"


class Fallback(StrEnum):
    """Named as their files are. Each is opened only where a text has a letter for it."""

    ARABIC = "NotoNaskhArabic"
    HEBREW = "NotoSansHebrew"
    DEVANAGARI = "NotoSansDevanagari"
    BENGALI = "NotoSansBengali"
    GURMUKHI = "NotoSansGurmukhi"
    GUJARATI = "NotoSansGujarati"
    TAMIL = "NotoSansTamil"
    SYMBOLS = "NotoSansSymbols"
    MORE_SYMBOLS = "NotoSansSymbols2"
    MATHEMATICS = "NotoSansMath"
    EMOJI = "NotoEmoji"

    @property
    def is_from_right(self) -> bool:
        return self in {Fallback.ARABIC, Fallback.HEBREW}

    @property
    def is_script(self) -> bool:
        """Whether it shapes words, so that its glyphs do not follow the letters one by one."""
        return self not in {*_OF_SYMBOLS, Fallback.EMOJI}

    @property
    def has_bold(self) -> bool:
        return self.is_script


_OF_SYMBOLS = (Fallback.SYMBOLS, Fallback.MORE_SYMBOLS, Fallback.MATHEMATICS)
_RANGES: tuple[tuple[int, int, tuple[Fallback, ...]], ...] = (
    (0x0590, 0x05FF, (Fallback.HEBREW,)),
    (0x0600, 0x06FF, (Fallback.ARABIC,)),
    (0x0750, 0x077F, (Fallback.ARABIC,)),
    (0x08A0, 0x08FF, (Fallback.ARABIC,)),
    (0x0900, 0x097F, (Fallback.DEVANAGARI,)),
    (0x0980, 0x09FF, (Fallback.BENGALI,)),
    (0x0A00, 0x0A7F, (Fallback.GURMUKHI,)),
    (0x0A80, 0x0AFF, (Fallback.GUJARATI,)),
    (0x0B80, 0x0BFF, (Fallback.TAMIL,)),
    (0x2000, 0x2BFF, (*_OF_SYMBOLS, Fallback.EMOJI)),
    (0x3030, 0x303D, (Fallback.EMOJI,)),
    (0x3297, 0x3299, (Fallback.EMOJI,)),
    (0xA8E0, 0xA8FF, (Fallback.DEVANAGARI,)),
    (0xFB1D, 0xFB4F, (Fallback.HEBREW,)),
    (0xFB50, 0xFDFF, (Fallback.ARABIC,)),
    (0xFE70, 0xFEFC, (Fallback.ARABIC,)),
    (0x1F000, 0x1FAFF, (Fallback.EMOJI,)),
)
_STARTS = [start for start, _, _ in _RANGES]
_LANGUAGES = {
    Fallback.HEBREW: "he",
    Fallback.DEVANAGARI: "hi",
    Fallback.BENGALI: "bn",
    Fallback.GURMUKHI: "pa",
    Fallback.GUJARATI: "gu",
    Fallback.TAMIL: "ta",
}
_ARABIC_SCRIPT = (
    ("ckb", re.compile("[ێۆڵڕ]")),
    ("ps", re.compile("[ټډړږښڼې]")),
    ("ur", re.compile("[ٹڈڑےہں]")),
    ("fa", re.compile("[پچژگ]")),
)
"""Languages by letters that only they write, of those that share the Arabic script."""


def fallbacks_for(letter: str) -> tuple[Fallback, ...]:
    """Return the typefaces that may have `letter`, the likeliest first."""
    code = ord(letter)
    at = bisect_right(_STARTS, code) - 1
    if at < 0:
        return ()
    _, end, found = _RANGES[at]
    return found if code <= end else ()


def is_attached(letter: str) -> bool:
    """Return whether `letter` is drawn with the letter before it: an accent, a joiner, a danda."""
    return letter >= _FIRST_MARK and (
        letter in _DANDAS or unicodedata.category(letter) in _ATTACHED
    )


def language_of(family: str, text: str) -> str:
    """Return the language code of text in a fallback typeface, "" where nobody can tell.

    Hindi stands for all that is written in Devanagari, Arabic for what has none of the letters
    that Kurdish, Pashto, Urdu or Persian add.
    """
    if family == Fallback.ARABIC:
        return next((code for code, letters in _ARABIC_SCRIPT if letters.search(text)), "ar")
    return _LANGUAGES.get(Fallback(family), "")
