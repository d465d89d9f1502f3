"""What a picture says of itself: title, author, description, camera."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image

from sgdesk.exports.reading.found import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPTIONS = {270, 315, 33432, 37510, 40091, 40092, 40093, 40094, 40095}
"""Image description, artist, copyright, comment, and those of Windows Explorer."""


def read(content: bytes) -> Iterator[Placed]:
    """Yield what stands in the picture's properties. What is drawn in it is not read."""
    yield from (Placed("properties of the picture", text) for text in _texts(content))


@lru_cache(maxsize=64)  # one logo stands in every file of a pack
def _texts(content: bytes) -> tuple[str, ...]:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            held = [value for value in picture.info.values() if isinstance(value, str)]
            captions = [value for key, value in picture.getexif().items() if key in _CAPTIONS]
    except (OSError, ValueError, SyntaxError):
        return ()
    return (*held, *(_decoded(value) for value in captions))


def _decoded(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-16-le" if b"\0" in value else "utf-8", "replace").strip("\0")
    return str(value)
