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

from sgdesk.files import make_folder, sync_folder, write_atomically
from sgdesk.outside.reading import is_plain_file
from sgdesk.store.audit_chain import START, AuditHead

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

REGISTER, KEYS, MANIFEST = "register.sgdesk", "register.keys", "manifest.json"
BACKUPS = "backups"
"""The folder of the sets, beside the register."""
_FORMAT = "sgdesk backup 1"
_NAME = re.compile(r"backup-([0-9]{6,9})")
_LARGEST_MANIFEST = 10_000
_MOST_BYTES, _MOST_ENTRIES, _MOST_VERSION = 1 << 40, 1 << 40, 10_000
"""What a manifest may say; one from elsewhere could give any number."""
_DIGEST = re.compile("[0-9a-f]{64}")
_CHUNK = 1 << 20
_NEWEST = 10
_BANDS = ((_NEWEST, 1), (50, 4), (210, 16), (850, 64))
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
        number = 0 if place.is_symlink() else _number_of(place)
        manifest = _read_manifest(place / MANIFEST) if number else None
        if manifest is not None:
            found.append(BackupSet(place, number, manifest))
    return sorted(found, key=lambda one: one.number, reverse=True)


def is_as_told(one: BackupSet) -> bool:
    """Return whether the files of a set are ordinary ones of the sizes in its manifest.

    A link could lead to any file of this computer, and a pipe would be waited for. What is in
    the files is not looked at.
    """
    pairs = ((one.register, one.manifest.register), (one.keys, one.manifest.keys))
    return all(is_plain_file(path) and path.stat().st_size == told.size for path, told in pairs)


def new_stage(folder: Path) -> Path:
    """Return an empty folder to fill a set in; those that were left behind go before."""
    make_folder(folder)
    sweep_stages(folder)
    stage = _stage_in(folder)
    stage.mkdir(mode=0o700)
    return stage


def sweep_stages(folder: Path) -> None:
    """Remove what was not filled, or not removed, to its end."""
    for left in folder.glob(".sgdesk-*.set"):
        shutil.rmtree(left, ignore_errors=True)


def remove_whole(place: Path) -> None:
    """Remove a folder under another name, so that a removal cut short leaves no half of it.

    What is left under that name then goes with `sweep_stages`.
    """
    shutil.rmtree(place.rename(_stage_in(place.parent)), ignore_errors=True)


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
    """Remove the sets that neither `kept_numbers` nor their version keeps; return their numbers.

    The newest ten that are there stay too, where a hand has removed others or they are damaged,
    and the newest set of each version of the register: it was made before steps ran over it.
    To be called when the newest set was found good a moment ago: that one always stays.
    """
    places = {number: place for place in folder.iterdir() if (number := _number_of(place))}
    newest_first = list_sets(folder)
    of_versions = {one.manifest.version: one.number for one in reversed(newest_first)}
    newest = {one.number for one in newest_first[:_NEWEST]}
    kept = kept_numbers(places) | newest | set(of_versions.values())
    gone = sorted(places.keys() - kept)
    for number in gone:
        remove_whole(places[number])
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


def _stage_in(folder: Path) -> Path:
    return folder / f".sgdesk-{uuid4().hex}.set"


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
    if not is_plain_file(path):  # a pipe would be waited for, a link leads elsewhere
        return None
    try:
        with path.open("rb") as stream:
            content = json.loads(stream.read(_LARGEST_MANIFEST))
        if content["format"] != _FORMAT:
            return None
        made_at = datetime.fromisoformat(content["made_at"])
        head = _head(content["entries"], content["head"])
        files = content["files"]
        stored = (_stored(files[REGISTER]), _stored(files[KEYS]))
        version = _whole(content["version"], _MOST_VERSION)
        return Manifest(made_at.astimezone(UTC), version, head, *stored)
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _stored(content: Any) -> StoredFile:
    return StoredFile(_whole(content["size"], _MOST_BYTES), _digest(content["sha256"]))


def _head(entries: Any, digest: Any) -> AuditHead:
    seq = _whole(entries, _MOST_ENTRIES)
    if not seq and digest == START:  # nothing was audited yet
        return AuditHead(seq, START)
    return AuditHead(seq, _digest(digest))


def _whole(number: Any, most: int) -> int:
    if type(number) is not int or not 0 <= number <= most:
        raise ValueError("not a number that a manifest gives")
    return number


def _digest(text: Any) -> str:
    if not isinstance(text, str) or not _DIGEST.fullmatch(text):
        raise ValueError("not a digest")
    return text
