"""A zip: its files in turn, its folders and its comments."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from sgdesk.exports.reading.found import Inside, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(content: bytes) -> Iterator[Placed | Inside]:
    """Yield each file of the zip, by its number: its name may be what must not be repeated."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield Placed("comment of the zip", archive.comment.decode("utf-8", "replace"))
        for number, member in enumerate(archive.infolist(), start=1):
            where = f"file {number} of the zip"
            folder, _, name = member.filename.rpartition("/")
            yield Placed(f"{where}, folder", folder)
            yield Placed(f"{where}, comment", member.comment.decode("utf-8", "replace"))
            if name:
                yield Inside(where, name, archive.read(member))
