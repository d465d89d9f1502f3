"""Encrypting what lies beside the register, under a key of its own for each purpose.

What somebody learns of such a key tells nothing of the register's.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

_NONCE_BYTES = 12
ADDED_BYTES = _NONCE_BYTES + 16
"""So much longer is encrypted content: a nonce before it, a tag behind it."""


def encrypt_for(purpose: bytes, key: bytes, content: bytes) -> bytes:
    """Return `content` encrypted, never twice in the same bytes; `key` is the register's."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - loads slowly

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(_own_key(purpose, key)).encrypt(nonce, content, purpose)


def decrypt_for(purpose: bytes, key: bytes, encrypted: bytes) -> bytes | None:
    """Return what was encrypted for `purpose`; None if it is damaged or another key's."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    if len(encrypted) < ADDED_BYTES:
        return None
    nonce, rest = encrypted[:_NONCE_BYTES], encrypted[_NONCE_BYTES:]
    try:
        return AESGCM(_own_key(purpose, key)).decrypt(nonce, rest, purpose)
    except InvalidTag:
        return None


def _own_key(purpose: bytes, key: bytes) -> bytes:
    return hmac.digest(key, purpose, hashlib.sha256)
