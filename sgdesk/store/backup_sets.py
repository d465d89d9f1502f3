"""Folders of backup sets: whole sets or none, in order of their numbers, thinned by number.

A set is a folder of its own with the register, its key file and a manifest. It is filled under
another name and then renamed, so that no half of one is ever seen.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sgdesk.files import write_atomically
from sgdesk.store.audit_chain import AuditHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

REGISTER, KEYS, MANIFEST = "register.sgdesk", "register.keys", "manifest.json"
_FORMAT = "sgdesk backup 1"
_NAME = re.compile(r"backup-([0-9]{6,9})")
_LARGEST_MANIFEST = 10_000
_CHUNK = 1 << 20
_BANDS = ((10, 1), (50, 4), (210, 16), (850, 64))
"""So many numbers back, every such one stays."""
_OLDEST = 256


@dataclass(frozen=True, slots=True)
class StoredFile:
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a set says of itself. It holds no name, of a person, a case or a partnership."""

    made_at: datetime
    version: int
    head: AuditHead
    register: StoredFile
    keys: StoredFile


@dataclass(frozen=True, slots=True)
class BackupSet:
    folder: Path = field(repr=False)
    number: int
    manifest: Manifest

    @property
    def register(self) -> Path:
        return self.folder / REGISTER

    @property
    def keys(self) -> Path:
        return self.folder / KEYS


def list_sets(folder: Path) -> list[BackupSet]:
    """Return the sets in `folder` that have a manifest, the newest first; none without one.

    Whether their files are what the manifest says is not looked at. Raises `OSError` where
    the folder cannot be read.
    """
    if not folder.is_dir():
        return []
    found = []
    for place in folder.iterdir():
        number = _number_of(place)
        manifest = _read_manifest(place / MANIFEST) if number else None
        if manifest is not None:
            found.append(BackupSet(place, number, manifest))
    return sorted(found, key=lambda one: one.number, reverse=True)


def new_stage(folder: Path) -> Path:
    """Return an empty folder to fill a set in; those that were left behind go before."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in folder.glob(".sgdesk-*.set"):
        shutil.rmtree(left, ignore_errors=True)
    stage = folder / f".sgdesk-{uuid4().hex}.set"
    stage.mkdir(mode=0o700)
    return stage


def publish(stage: Path, manifest: Manifest) -> BackupSet:
    """Write the manifest of a filled stage and make it the newest set of its folder."""
    folder = stage.parent
    write_atomically(stage / MANIFEST, _text_of(manifest))
    numbers = (_number_of(place) for place in folder.iterdir())
    number = max(numbers, default=0) + 1
    place = stage.rename(folder / f"backup-{number:06d}")
    sync_folder(folder)
    return BackupSet(place, number, manifest)


def thin(folder: Path) -> list[int]:
    """Remove the sets that `kept_numbers` does not keep; return their numbers.

    To be called when the newest set was found good a moment ago: that one always stays.
    """
    places = {number: place for place in folder.iterdir() if (number := _number_of(place))}
    kept = kept_numbers(places)
    gone = sorted(places.keys() - kept)
    for number in gone:
        # Under another name first: a removal cut short leaves no half of a set.
        dying = places[number].rename(folder / f".sgdesk-{uuid4().hex}.set")
        shutil.rmtree(dying, ignore_errors=True)
    return gone


def kept_numbers(numbers: Iterable[int]) -> set[int]:
    """Return which sets stay: the newest ten, and ever fewer of those that are older.

    Every 4th of the 40 before, every 16th of the 160 before, every 64th of the 640 before, and
    every 256th of all others. A clock that was wrong cannot take a good set away: only the order
    in which they were made counts. What is dropped now would be dropped later too, as each step
    divides the next.
    """
    held = set(numbers)
    newest = max(held, default=0)
    return {one for one in held if one % _step(newest - one) == 0}


def file_facts(path: Path, stop: Callable[[], None]) -> StoredFile:
    """Return size and SHA-256 of a file that no database connection has open."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            stop()
            digest.update(chunk)
            size += len(chunk)
    return StoredFile(size, digest.hexdigest())


def copy_file(source: Path, target: Path, stop: Callable[[], None]) -> None:
    """Copy a file that no connection has open, on to the disk and for its owner alone."""
    descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "wb") as out, source.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            stop()
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())


def sync_folder(folder: Path) -> None:
    """Bring the names in `folder` on to the disk, where the system can."""
    if os.name != "posix":  # pragma: no cover - Windows cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _step(age: int) -> int:
    return next((step for reach, step in _BANDS if age < reach), _OLDEST)


def _number_of(place: Path) -> int:
    match = _NAME.fullmatch(place.name)
    return int(match[1]) if match else 0


def _text_of(manifest: Manifest) -> bytes:
    content = {
        "format": _FORMAT,
        "made_at": manifest.made_at.astimezone(UTC).isoformat(),
        "version": manifest.version,
        "entries": manifest.head.seq,
        "head": manifest.head.digest,
        "files": {
            REGISTER: {"size": manifest.register.size, "sha256": manifest.register.sha256},
            KEYS: {"size": manifest.keys.size, "sha256": manifest.keys.sha256},
        },
    }
    return json.dumps(content, indent=1).encode("ascii")


def _read_manifest(path: Path) -> Manifest | None:
    """Return what the manifest says; None where there is none that can be read."""
    try:
        with path.open("rb") as stream:
            content = json.loads(stream.read(_LARGEST_MANIFEST))
        if content["format"] != _FORMAT:
            return None
        made_at = datetime.fromisoformat(content["made_at"])
        head = AuditHead(int(content["entries"]), str(content["head"]))
        files = content["files"]
        stored = (_stored(files[REGISTER]), _stored(files[KEYS]))
        return Manifest(made_at.astimezone(UTC), int(content["version"]), head, *stored)
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _stored(content: Any) -> StoredFile:
    return StoredFile(int(content["size"]), str(content["sha256"]))
