"""A key wrapped by a secret: stretched from a passphrase, or random on paper."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sgdesk.store.errors import DamagedKeyFileError
from sgdesk.store.passphrases import normalised

Slot: TypeAlias = dict[str, Any]
"""What the key file holds of one way to open it."""

_SALT_BYTES = 16
_NONCE_BYTES = 12
_WRAPPING_BYTES = 32
_MOST_MEMORY_KIB = 1 << 19
_MOST_ROUNDS = 10
_MOST_LANES = 8


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at the passphrase costs: memory in KiB, rounds, and lanes at once."""

    memory_kib: int
    rounds: int
    lanes: int


COST = Cost(memory_kib=256 * 1024, rounds=3, lanes=4)
"""About half a second a guess on an office computer."""
SMALLER_COST = Cost(memory_kib=64 * 1024, rounds=3, lanes=4)
"""For a computer without that much free memory."""


def wrap_by_passphrase(key: bytes, passphrase: str, cost: Cost) -> Slot:
    """Return `key` wrapped; at the smaller cost if there is no memory for `cost`."""
    salt = secrets.token_bytes(_SALT_BYTES)
    try:
        wrapping = _stretch(passphrase, salt, cost)
    except MemoryError:
        cost = SMALLER_COST
        wrapping = _stretch(passphrase, salt, cost)
    return _wrap(key, wrapping, {"way": "passphrase", "salt": salt.hex(), **asdict(cost)})


def unwrap_by_passphrase(slot: Slot, passphrase: str) -> bytes:
    """Return the key; raise InvalidTag for another passphrase, MemoryError for want of it."""
    cost = Cost(slot["memory_kib"], slot["rounds"], slot["lanes"])
    if cost.memory_kib > _MOST_MEMORY_KIB or cost.rounds > _MOST_ROUNDS or cost.lanes > _MOST_LANES:
        # A forged file could ask for all the memory and a day.
        raise DamagedKeyFileError
    return _unwrap(slot, _stretch(passphrase, bytes.fromhex(slot["salt"]), cost))


def wrap_by_secret(key: bytes, secret: bytes, made_on: str = "") -> Slot:
    """Return `key` wrapped by a random secret, which needs no stretching.

    `made_on` is a day such as "2026-11-23", which is kept with it and cannot be changed after.
    """
    salt = secrets.token_bytes(_SALT_BYTES)
    header = {"way": "recovery", "salt": salt.hex()}
    return _wrap(key, _extract(secret, salt), header | ({"made_on": made_on} if made_on else {}))


def unwrap_by_secret(slot: Slot, secret: bytes) -> bytes:
    """Return the key; raise InvalidTag for another secret."""
    return _unwrap(slot, _extract(secret, bytes.fromhex(slot["salt"])))


def canonical(content: dict[str, Any]) -> bytes:
    """Return `content` as the one JSON text that stands for it."""
    return json.dumps(content, sort_keys=True, indent=1).encode("ascii")


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    stretcher = Argon2id(
        salt=salt,
        length=_WRAPPING_BYTES,
        iterations=cost.rounds,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return stretcher.derive(normalised(passphrase).encode("utf-8", "backslashreplace"))


def _extract(secret: bytes, salt: bytes) -> bytes:
    return hmac.digest(salt, secret, hashlib.sha256)


def _wrap(key: bytes, wrapping: bytes, header: Slot) -> Slot:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    wrapped = AESGCM(wrapping).encrypt(nonce, key, canonical(header))
    return header | {"nonce": nonce.hex(), "wrapped": wrapped.hex()}


def _unwrap(slot: Slot, wrapping: bytes) -> bytes:
    header = {name: slot[name] for name in slot if name not in ("nonce", "wrapped")}
    nonce, wrapped = bytes.fromhex(slot["nonce"]), bytes.fromhex(slot["wrapped"])
    return AESGCM(wrapping).decrypt(nonce, wrapped, canonical(header))
