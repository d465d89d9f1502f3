"""What a key file may say at all: checked before anything in it is used or computed with."""

from __future__ import annotations

from datetime import date
from typing import Any

_HASH_DIGITS = 64
_NONCE_DIGITS = 24
_SALT_DIGITS = 32
_MOST_DIGITS = 256
_KIB_A_LANE = 8
"""Argon2 takes no less."""


def is_sound_content(content: dict[str, Any]) -> bool:
    """Return whether proof and slots are of the right kinds and sizes; what they open is not tried.

    A key file may come from outside, in a backup, with numbers and texts of any kind in it.
    """
    slots = (content.get("passphrase"), content.get("recovery"))
    return (
        _is_hexadecimal(content.get("proof"), _HASH_DIGITS, _HASH_DIGITS)
        and all(isinstance(slot, dict) and _is_wrapped(slot) for slot in slots)
        and _is_cost(content["passphrase"])
        and _is_day(content["recovery"].get("made_on", ""))
    )


def _is_wrapped(slot: dict[str, Any]) -> bool:
    return (
        _is_hexadecimal(slot.get("salt"), _SALT_DIGITS, _MOST_DIGITS)
        and _is_hexadecimal(slot.get("nonce"), _NONCE_DIGITS, _NONCE_DIGITS)
        and _is_hexadecimal(slot.get("wrapped"), _SALT_DIGITS, _MOST_DIGITS)
    )


def _is_cost(slot: dict[str, Any]) -> bool:
    numbers = [slot.get(name) for name in ("memory_kib", "rounds", "lanes")]
    if any(type(one) is not int or one < 1 for one in numbers):
        return False
    return bool(slot["memory_kib"] >= _KIB_A_LANE * slot["lanes"])


def _is_day(text: object) -> bool:
    """Return whether it is a day such as "2026-11-23", or "" for none."""
    try:
        return isinstance(text, str) and (not text or bool(date.fromisoformat(text)))
    except ValueError:
        return False


def _is_hexadecimal(text: object, least: int, most: int) -> bool:
    return (
        isinstance(text, str)
        and least <= len(text) <= most
        and len(text) % 2 == 0
        and set(text) <= set("0123456789abcdef")
    )
