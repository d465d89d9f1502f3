"""The recovery key: a secret on paper, written so that slips of the pen show."""

from __future__ import annotations

import re
import secrets
from itertools import accumulate
from typing import TYPE_CHECKING

from sgdesk.store.errors import MistypedRecoveryKeyError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SECRET_BYTES = 20

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)}
_BETWEEN = re.compile("[\\s_.\u00ad\u2010-\u2015\u2212-]+")
"""What may stand between groups: spaces, and dashes of every kind that a program makes of one."""
_LOOKALIKES = str.maketrans("ILO", "110")
_BITS = 5
_SECRET_LENGTH = 8 * SECRET_BYTES // _BITS
_CHECK_LENGTH = 3
_LENGTH = _SECRET_LENGTH + _CHECK_LENGTH
_GROUP = 5
_MOST_NAMED = 2
"""With more groups that might be wrong than these, naming them helps nobody."""
_PRIME = 32749
"""The largest prime below 32 cubed: a remainder by it shows every single wrong character
and every swap of two, as far as they are in the secret's characters."""
_WEIGHTS = [pow(32, _SECRET_LENGTH - 1 - place, _PRIME) for place in range(_SECRET_LENGTH)]
"""What one step of a character of the secret adds to the remainder."""


def new_secret() -> bytes:
    """Return 160 random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def write_out(secret: bytes) -> str:
    """Return `secret` and its check as seven groups of five, such as "8X3KD-…-0VF2A"."""
    number = int.from_bytes(secret, "big")
    text = _digits(number, _SECRET_LENGTH) + _digits(number % _PRIME, _CHECK_LENGTH)
    return "-".join(text[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def read_back(typed: str) -> bytes:
    """Return the secret of a typed recovery key.

    Spaces, dashes and capitals do not count; I and L are read as 1, O as 0. Raise
    MistypedRecoveryKeyError, which names the group that looks wrong where the check can tell.
    """
    parts = _parts(typed)
    text = "".join(parts)
    for place, letter in enumerate(text):
        if letter not in _VALUES:
            group = _group_of(place, parts)
            raise MistypedRecoveryKeyError(
                f"Group {group} looks wrong: a recovery key never has the character {letter}."
            )
    if len(text) != _LENGTH:
        raise MistypedRecoveryKeyError(_length_words(parts))
    if not _is_right(text):
        raise MistypedRecoveryKeyError(_suspicion(text))
    return _number(text[:_SECRET_LENGTH]).to_bytes(SECRET_BYTES, "big")


def differing_groups(shown: str, typed: str) -> tuple[int, ...]:
    """Return the groups of a typed key, counted from 1, that are not as in the key `shown`.

    Empty where they are the same, or where not all characters are there.
    """
    wanted, found = ("".join(_parts(text)) for text in (shown, typed))
    if len(found) != len(wanted):
        return ()
    places = range(0, _LENGTH, _GROUP)
    return tuple(
        number
        for number, at in enumerate(places, start=1)
        if wanted[at : at + _GROUP] != found[at : at + _GROUP]
    )


def groups_words(groups: Collection[int]) -> str:
    """Return "group 3", or "groups 3 and 5"."""
    *firsts, last = (str(group) for group in sorted(groups))
    return f"groups {', '.join(firsts)} and {last}" if firsts else f"group {last}"


def _parts(typed: str) -> list[str]:
    return [part for part in _BETWEEN.split(typed.upper().translate(_LOOKALIKES)) if part]


def _group_of(place: int, parts: list[str]) -> int:
    """Return the group of a character: as it was typed in seven, or else counted in fives."""
    if len(parts) != _LENGTH // _GROUP:
        return place // _GROUP + 1
    return 1 + sum(end <= place for end in accumulate(len(part) for part in parts))


def _length_words(parts: list[str]) -> str:
    odd = [number for number, part in enumerate(parts, start=1) if len(part) != _GROUP]
    if len(parts) == _LENGTH // _GROUP and len(odd) == 1:
        return (
            f"Group {odd[0]} looks wrong: each group has {_GROUP} characters, and "
            f"{len(parts[odd[0] - 1])} are there."
        )
    count = sum(len(part) for part in parts)
    return f"The recovery key is mistyped: it has {_LENGTH} characters, and {count} are there."


def _suspicion(text: str) -> str:
    groups = _suspects(text)
    if not groups:
        return (
            "More than one character of the recovery key is wrong. Compare it with the paper, "
            "group by group."
        )
    if len(groups) > _MOST_NAMED:
        return ""
    looks = "look" if len(groups) > 1 else "looks"
    return f"{groups_words(groups).capitalize()} {looks} wrong. Compare with the paper."


def _suspects(text: str) -> set[int]:
    """Return the groups where one other character, or two neighbours swapped, would be right.

    Worked out from what was typed alone, so that it tells nothing of the key on the paper.
    """
    places = [*_places_to_change(text), *_places_to_swap(text)]
    return {place // _GROUP + 1 for place in places}


def _places_to_change(text: str) -> Iterator[int]:
    secret, check = _number(text[:_SECRET_LENGTH]), _number(text[_SECRET_LENGTH:])
    due = _digits(secret % _PRIME, _CHECK_LENGTH)
    wrong = [at for at in range(_CHECK_LENGTH) if due[at] != text[_SECRET_LENGTH + at]]
    if len(wrong) == 1:
        yield _SECRET_LENGTH + wrong[0]
    if check < _PRIME:
        for place, weight in enumerate(_WEIGHTS):
            # The one step from the character there, forwards or back, that makes the check right.
            step = (check - secret) * pow(weight, -1, _PRIME) % _PRIME
            value = _VALUES[text[place]] + (step if step < _PRIME // 2 else step - _PRIME)
            if 0 <= value < len(_ALPHABET):
                yield place


def _places_to_swap(text: str) -> Iterator[int]:
    for place in range(_LENGTH - 1):
        one, other = text[place], text[place + 1]
        if one != other and _is_right(text[:place] + other + one + text[place + 2 :]):
            yield from (place, place + 1)


def _is_right(text: str) -> bool:
    return _number(text[:_SECRET_LENGTH]) % _PRIME == _number(text[_SECRET_LENGTH:])


def _digits(number: int, count: int) -> str:
    places = range(_BITS * (count - 1), -1, -_BITS)
    return "".join(_ALPHABET[number >> place & 31] for place in places)


def _number(text: str) -> int:
    number = 0
    for letter in text:
        number = number << _BITS | _VALUES[letter]
    return number
