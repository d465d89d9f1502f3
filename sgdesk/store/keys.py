"""The key file: the register's key, wrapped once by the passphrase and once by the paper key."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag

from sgdesk.files import write_atomically
from sgdesk.store import recovery
from sgdesk.store.cipher import KEY_BYTES
from sgdesk.store.errors import (
    DamagedKeyFileError,
    KeyFileExistsError,
    MissingKeyFileError,
    NotEnoughMemoryError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
    told,
)
from sgdesk.store.key_slots import is_sound_content
from sgdesk.store.wrapping import (
    COST,
    Cost,
    canonical,
    unwrap_by_passphrase,
    unwrap_by_secret,
    wrap_by_passphrase,
    wrap_by_secret,
)

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = "sgdesk key file 1"
_MOST_BYTES = 10_000
_CONTENT = frozenset({"format", "proof", "passphrase", "recovery"})


@dataclass(frozen=True, slots=True)
class NewKeys:
    """A register's key, and the recovery key to print: it is shown now and never again."""

    dek: bytes = field(repr=False)
    recovery_key: str = field(repr=False)


def new_key_file(
    path: Path, passphrase: str, *, cost: Cost = COST, made_on: date | None = None
) -> NewKeys:
    """Make a key at random and write it, wrapped, to `path`.

    `made_on` is the day that the paper with the recovery key will bear. Raise
    KeyFileExistsError, leaving it alone, if there is a file: without its key file a register is
    lost.
    """
    if path.exists():
        raise KeyFileExistsError
    key, secret = secrets.token_bytes(KEY_BYTES), recovery.new_secret()
    content = {
        "format": _FORMAT,
        "proof": _proof(key),
        "passphrase": wrap_by_passphrase(key, passphrase, cost),
        "recovery": wrap_by_secret(key, secret, _day_text(made_on)),
    }
    _write(path, content)
    return NewKeys(key, recovery.write_out(secret))


def open_with_passphrase(path: Path, passphrase: str) -> bytes:
    """Return the register's key, or raise WrongPassphraseError. Takes about half a second."""
    slot = _read(path)["passphrase"]
    try:
        return unwrap_by_passphrase(slot, passphrase)
    except InvalidTag:
        raise WrongPassphraseError from None
    except MemoryError:
        raise NotEnoughMemoryError from None


def open_with_recovery_key(path: Path, typed: str) -> bytes:
    """Return the register's key.

    Raise MistypedRecoveryKeyError, without trying it, if no paper can say that; raise
    WrongRecoveryKeyError if it is an older one, or another register's.
    """
    secret = recovery.read_back(typed)
    slot = _read(path)["recovery"]
    try:
        return unwrap_by_secret(slot, secret)
    except InvalidTag:
        raise WrongRecoveryKeyError from None


def change_passphrase(path: Path, old: str, new: str, *, cost: Cost = COST) -> None:
    """Put `new` in place of `old`; the register and the recovery key stay as they are."""
    set_passphrase(path, open_with_passphrase(path, old), new, cost=cost)


def set_passphrase(path: Path, key: bytes, new: str, *, cost: Cost = COST) -> None:
    """Wrap `key` by a new passphrase, as after opening with the recovery key."""
    content = _read_for(path, key)
    _write(path, content | {"passphrase": wrap_by_passphrase(key, new, cost)})


def offer_recovery_key() -> str:
    """Return a new recovery key, written out. It opens nothing before `set_recovery_key`."""
    return recovery.write_out(recovery.new_secret())


def set_recovery_key(path: Path, key: bytes, shown: str, made_on: date) -> None:
    """Put the recovery key `shown` in place of the one before, in one step; the passphrase stays.

    Raises a `StoreError` if the disk refuses; the one before is in force then.
    """
    content = _read_for(path, key)
    slot = wrap_by_secret(key, recovery.read_back(shown), _day_text(made_on))
    _write(path, content | {"recovery": slot})


def recovery_key_day(path: Path) -> date | None:
    """Return the day on which the recovery key in force was made; None where it was not noted.

    The paper bears the same day, so that an old one is told from the one that opens.
    """
    noted = _read(path)["recovery"].get("made_on")
    return date.fromisoformat(noted) if noted else None


def holds_key(path: Path, key: bytes) -> bool:
    """Return whether the file, whole, holds `key` under its passphrase; the proof says so."""
    return hmac.compare_digest(_read(path)["proof"], _proof(key))


def check_key_file(path: Path) -> None:
    """Raise a `StoreError` unless the file is there, whole, and as it was written."""
    _read(path)


def _day_text(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _proof(key: bytes) -> str:
    return hmac.new(key, b"sgdesk key file", hashlib.sha256).hexdigest()


def _read_for(path: Path, key: bytes) -> dict[str, Any]:
    content = _read(path)
    if not hmac.compare_digest(content["proof"], _proof(key)):
        raise ValueError("this key file holds another key")
    return content


def _read(path: Path) -> dict[str, Any]:
    """Return what the file says, once its digest shows that it is as written."""
    if not path.exists():
        raise MissingKeyFileError
    try:
        content = json.loads(_bytes_of(path))
        digest = content.pop("digest")
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        raise DamagedKeyFileError from None
    if digest != _digest(content) or content.keys() != _CONTENT or content["format"] != _FORMAT:
        raise DamagedKeyFileError
    if not is_sound_content(content):
        raise DamagedKeyFileError
    return dict(content)


def _bytes_of(path: Path) -> bytes:
    """Return what the file holds, or its beginning if it holds far more than a key file does."""
    if not path.is_file():  # a pipe would be waited for
        raise DamagedKeyFileError
    with told(OSError), path.open("rb") as stream:
        return stream.read(_MOST_BYTES)


def _write(path: Path, content: dict[str, Any]) -> None:
    with told(OSError):
        write_atomically(path, canonical(content | {"digest": _digest(content)}))


def _digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()
