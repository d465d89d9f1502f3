"""Fifteen hundred texts that have broken some program somewhere, the same in every run.

Each ends in a mark of its own, so that it can be found again in a document.
"""

from __future__ import annotations

import random
import sys
import unicodedata

COUNT = 1500
_LETTERS = "aéŵłșİßﬁкωשلاকਕअ中👍"
_CONTROLS = "".join(map(chr, (*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029)))
_ENDS = ("\r\n", "\n\r", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029")
_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u2061\ufe0f\ufe0e\u3164"
_NOT_CHARACTERS = "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff\ud800\udfff\udbff\udc00"
_PRIVATE = "\ue000\uf8ff\uf0b7\U000f0000\U0010fffd"
_COMBINING = "".join(map(chr, range(0x300, 0x36F))) + "\u20dd\u20e3\u0483\u0e31\u3099"
_SPACES = "\u00a0\u1680\u2000\u2007\u202f\u205f\u3000\t "
_INJECTIONS = (
    "=1+1", "=HYPERLINK(\"http://a.example\",\"x\")", "+44 1234", "-2+3", "@SUM(1)",
    "|calc", "%0A", "=cmd|' /C calc'!A0", "\t=1+1", "'=1", "<script>alert(1)</script>",
    "<b>bold</b>", "</p></body>", "<img src=x onerror=alert(1)>",
    "&amp;&lt;&#0;&#x202e;", "<![CDATA[x]]>", "]]>", "<?xml?>", "<!--", "-->",
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">&x;", "\"><svg/onload=1>", "--", "**a**",
    "__init__", "~~a~~", "[a](javascript:1)", "# a", "1. a", "- a", "`a`", "2020--21",
    "_x000D_", "_x0041_", "{title}", "{{title}}", "{0}", "{", "}",
    "%s", "%(a)s", "${a}", "$(a)", "{title.__class__}", "[title]", "<<title>>",
    "«title»", "\\0", "\\u202e", "\\N{BULLET}", "\\", "../../etc/passwd", "..\\..\\a",
    "C:\\CON", "NUL", "a/b:c*d?e\"f<g>h|i", "/", ".", "..", "~", "a\0b",
    "'; DROP TABLE cases; --", "' OR 1=1 --", "\" OR \"\"=\"", "(((((", ")))))", "[[[",
    "<<<>>>", "BT ET q Q", "(a) Tj", "/MCID 0", "EMC", "endstream", "%%EOF", "obj",
    "<FEFF>", "0 0 Td", "NaN", "None", "null", "true", "1e999", "-0", "0x1F", "٣٫١٤",
    "½", "Ⅷ", "㎏", "ﷺ", "﷽",
)  # fmt: skip
_EMOJI = (
    "👍🏽", "👨\u200d👩\u200d👧\u200d👦", "🏳\ufe0f\u200d🌈", "🇬🇧🇵🇱", "1\ufe0f\u20e3",
    "❤\ufe0f\u200d🔥", "🏴\U000e0067\U000e0062\U000e007f", "👩🏿\u200d🚒", "🫠", "☠",
    "©", "™", "ℹ", "\u200d👍", "👍\u200d", "🇬", "🏽",
)  # fmt: skip
_SCRIPTS = (
    "مرحبا بالعالم", "لا إله", "ﻻﻷﻹ", "שָׁלוֹם", "নী\u200dক্ষ", "ক্ষমা", "ਸ੍ਰੀ",
    "क्षत्रिय", "\u093f\u0995", "\u09be\u09be", "કો", "கொடு", "ไทย", "한국어", "ᄀᆞ",
    "日本語", "ትግርኛ", "ဗမာ", "ខ្មែរ", "𐤀𐤁", "𝕬𝖇", "ᚠᚢ", "ꙮ", "۝١٢", "1٢3", "a1ب2c",
    "(ب)", "[a(ب]c)", "ब्\u200dर", "ب\u200cب", "\u0651\u064e", "ٱلْحَمْدُ", "ʻokina",
    "ß→ẞ", "ﬃ", "Ǆ", "i̇", "Å", "Ω", "x\u0336", "Ą̊",
)  # fmt: skip


def hostile_texts() -> tuple[str, ...]:
    """All of them, in one order."""
    chance = random.Random("hostile texts")  # noqa: S311  a game, not a secret
    found = [*_INJECTIONS, *_EMOJI, *_SCRIPTS, *_CONTROLS, *_ENDS, *_OVERRIDES, *_UNSEEN]
    found += [*_NOT_CHARACTERS, *_PRIVATE, *_SPACES]
    while len(found) < COUNT:
        found.append(chance.choice(_MAKERS)(chance))
    return tuple(f"{text}{mark_of(number)}" for number, text in enumerate(found[:COUNT]))


def mark_of(number: int) -> str:
    return f"Q{number}Z"


def _some(chance: random.Random, letters: str, most: int) -> str:
    return "".join(chance.choices(letters, k=chance.randint(1, most)))


def _mixed(chance: random.Random) -> str:
    """Any characters at all, from the parts that are the likeliest to hurt."""
    letters = _CONTROLS + _OVERRIDES + _UNSEEN + _NOT_CHARACTERS + _PRIVATE + _SPACES + _LETTERS
    return _some(chance, letters, 14)


def _storm(chance: random.Random) -> str:
    return "".join(letter + _some(chance, _COMBINING, 6) for letter in _some(chance, "aeoकبש", 2))


def _two_ways(chance: random.Random) -> str:
    return _some(chance, "ab 12.,:-+/()[]אבעربج٣٤\u0301\u064e\u200d«»€%", 18)


def _anything(chance: random.Random) -> str:
    return "".join(
        letter
        for letter in (chr(chance.randint(0, sys.maxunicode)) for _ in range(chance.randint(1, 6)))
        if unicodedata.category(letter) != "Zs"
    )


def _low(chance: random.Random) -> str:
    """Characters of the first plane, where the scripts are."""
    return "".join(chr(chance.randint(0, 0x33FF)) for _ in range(chance.randint(1, 8)))


def _long(chance: random.Random) -> str:
    return _some(chance, "mW", 1) * chance.randint(40, 120)


def _joined(chance: random.Random) -> str:
    return "".join(chance.choices((*_INJECTIONS, *_EMOJI, *_SCRIPTS, *_ENDS), k=2))


_MAKERS = (
    _mixed,
    _mixed,
    _storm,
    _two_ways,
    _two_ways,
    _anything,
    _low,
    _low,
    _joined,
    _joined,
    _long,
)
