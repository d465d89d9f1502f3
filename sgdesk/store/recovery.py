"""The recovery key: a secret on paper, written so that slips of the pen show."""

from __future__ import annotations

import secrets

from sgdesk.store.errors import MistypedRecoveryKeyError

SECRET_BYTES = 20

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans("ILO", "110")
_BITS = 5
_SECRET_LENGTH = 8 * SECRET_BYTES // _BITS
_CHECK_LENGTH = 3
_LENGTH = _SECRET_LENGTH + _CHECK_LENGTH
_GROUP = 5
_PRIME = 32749
"""The largest prime below 32 cubed: a remainder by it shows every single wrong character
and every swap of two, as far as they are in the secret's characters."""


def new_secret() -> bytes:
    """Return 160 random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def write_out(secret: bytes) -> str:
    """Return `secret` and its check as seven groups of five, such as "8X3KD-…-0VF2A"."""
    number = int.from_bytes(secret, "big")
    text = _digits(number, _SECRET_LENGTH) + _digits(number % _PRIME, _CHECK_LENGTH)
    return "-".join(text[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def read_back(typed: str) -> bytes:
    """Return the secret of a typed recovery key, or raise MistypedRecoveryKeyError.

    Spaces, dashes and capitals do not count; I and L are read as 1, O as 0.
    """
    text = "".join(typed.replace("-", " ").split()).upper().translate(_LOOKALIKES)
    for letter in text:
        if letter not in _ALPHABET:
            raise MistypedRecoveryKeyError(
                f"The recovery key is mistyped: it never has the character {letter}."
            )
    if len(text) != _LENGTH:
        raise MistypedRecoveryKeyError(
            f"The recovery key is mistyped: it has {_LENGTH} characters, and {len(text)} are there."
        )
    number = _number(text[:_SECRET_LENGTH])
    if number % _PRIME != _number(text[_SECRET_LENGTH:]):
        raise MistypedRecoveryKeyError
    return number.to_bytes(SECRET_BYTES, "big")


def _digits(number: int, count: int) -> str:
    places = range(_BITS * (count - 1), -1, -_BITS)
    return "".join(_ALPHABET[number >> place & 31] for place in places)


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number << _BITS | _ALPHABET.index(letter)
    return number
