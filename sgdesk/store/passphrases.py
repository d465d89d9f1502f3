"""Passphrases: one offered, and what is too easily guessed."""

from __future__ import annotations

import re
import secrets
import unicodedata

from sgdesk.config.resources import resource
from sgdesk.errors import Problem

WORDS_OFFERED = 5
SHORTEST = 12

_FEWEST_LETTERS = 4
_GUESSED_FIRST = re.compile(
    "password|passphrase|passw0rd|letmein|welcome|secret|admin|changeme|iloveyou|safeguarding|"
    "children|partnership|child|council|review|sgdesk|correcthorsebatterystaple|"
    "qwertyuiop|asdfghjkl|zxcvbnm|qwerty|abcdefghijklm|nopqrstuvwxyz"
)


def normalised(passphrase: str) -> str:
    """Return what counts of a passphrase: accents typed either way and extra spaces do not."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def generate_passphrase() -> str:
    """Return five words picked at random from about 2,000, worth 55 random bits."""
    words = resource("words.txt").read_text(encoding="ascii").split()
    return " ".join(secrets.choice(words) for _ in range(WORDS_OFFERED))


def check_passphrase(passphrase: str) -> list[Problem]:
    """Return why `passphrase` is too weak for a file that thieves may guess at in peace."""
    text = normalised(passphrase)
    if len(text) < SHORTEST:
        return [
            Problem(
                "passphrase",
                f"Passphrase: it needs {SHORTEST} characters or more, and this one has "
                f"{len(text)}. Four or five words that do not belong together are best.",
            )
        ]
    folded = re.sub(r"[\W_]", "", text.casefold())
    if len(set(_GUESSED_FIRST.sub("", folded)) - set("0123456789")) < _FEWEST_LETTERS:
        return [
            Problem(
                "passphrase",
                "Passphrase: this is among the first that anybody would guess. Take four or "
                "five words that do not belong together.",
            )
        ]
    return []
