"""ZIP packages from outside: looked at from without, and unpacked a piece at a time.

Nothing is ever written to the disk under a name from a package. A package that another one holds
is a part like any other and is not opened.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sgdesk.domain.file_names import is_reserved
from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ENTRIES = 2_000
MOST_UNPACKED = 200_000_000
"""Bytes of all parts together."""

_MOST_RATIO = 300
"""How many times smaller than its content a large part may be packed: a bomb is 1,000."""
_LARGE = 5_000_000
_BIT_OF_LOCKED = 0x1
_ENTRY_MARK = b"PK\x01\x02"
_MOST_MARKS = 4 * MOST_ENTRIES
"""A package inside may bring marks of its own."""
_HEADER_BYTES = 30
_PIECE = 1 << 16
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""Office writes no others, and the others cannot be unpacked piece by piece."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """The sentences of one way in, each with the way out."""

    damaged: str
    locked: str
    bomb: str


class Package:
    """The parts of a checked package, read one at a time and never more than is allowed."""

    def __init__(self, archive: zipfile.ZipFile, refusals: Refusals) -> None:
        """Use `open_package`."""
        self._archive = archive
        self._refusals = refusals
        self._sizes = {entry.filename: entry.file_size for entry in archive.infolist()}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._sizes)

    def size(self, name: str) -> int:
        """Return the bytes of a part, 0 for one that is not there."""
        return self._sizes.get(name, 0)

    def read(self, name: str) -> bytes:
        """Return a part. Raises `UserError` if it is not what the package says of it.

        It is unpacked in pieces: a part that says that it is small may be packed as a bomb,
        which would come out whole if it were asked for whole.
        """
        pieces = []
        try:
            with self._archive.open(name) as part:
                while piece := part.read(_PIECE):
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, KeyError) as error:
            raise UserError(self._refusals.damaged) from error
        return b"".join(pieces)


def open_package(content: bytes, refusals: Refusals) -> Package:
    """Return the package when nothing in its outer form speaks against it.

    Raises `UserError` with one of `refusals`.
    """
    if content.count(_ENTRY_MARK) > _MOST_MARKS:  # each would take memory before it is counted
        raise UserError(refusals.bomb)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UserError(refusals.damaged) from error
    if any(entry.flag_bits & _BIT_OF_LOCKED for entry in entries):
        raise UserError(refusals.locked)
    if _is_bomb(entries):
        raise UserError(refusals.bomb)
    names = [entry.filename.casefold() for entry in entries]
    if (
        len(set(names)) < len(names)
        or any(leads_out(entry.orig_filename) for entry in entries)
        or any(entry.compress_type not in _METHODS for entry in entries)
        or _overlap(entries, archive.start_dir)
    ):
        raise UserError(refusals.damaged)
    return Package(archive, refusals)


def leads_out(name: str) -> bool:
    """Return whether the name of a part means a place outside the package, or none at all."""
    return (
        not name
        or name.startswith("/")
        or any(one in name for one in "\\:\0")
        or any(_is_odd(one) for one in name.removesuffix("/").split("/"))
    )


def _is_odd(step: str) -> bool:
    return step in {"", ".", ".."} or step[-1] in ". " or is_reserved(step)


def _is_bomb(entries: Sequence[zipfile.ZipInfo]) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    return (
        len(entries) > MOST_ENTRIES
        or unpacked > MOST_UNPACKED
        or any(
            entry.file_size > _LARGE and entry.file_size > _MOST_RATIO * entry.compress_size
            for entry in entries
        )
    )


def _overlap(entries: Sequence[zipfile.ZipInfo], end: int) -> bool:
    """Return whether two parts are packed in the same bytes, as in a bomb without a ratio."""
    places = sorted(
        (entry.header_offset, entry.header_offset + _HEADER_BYTES + entry.compress_size)
        for entry in entries
    )
    return any(first[1] > second[0] for first, second in pairwise([*places, (end, end)]))
