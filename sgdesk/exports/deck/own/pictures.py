"""Pictures of a template from outside: drawn anew, so that only their pixels go on."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from sgdesk.errors import UserError
from sgdesk.exports.foreign_pictures import (
    MOST_PIXELS,
    UnreadablePictureError,
    open_small,
    pixels_in,
)

if TYPE_CHECKING:
    from PIL import Image

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_LONGEST_SIDE = 2560
"""Pixels: a picture as wide as a slide needs no more."""
_MOST_TOGETHER = 100_000_000
"""Pixels of all pictures: fifty that fill a screen have so many."""
_QUALITY = 90
_TOO_LARGE = (
    "A picture in this template has more than 40 megapixels: make it smaller in PowerPoint "
    "(Picture Format, Compress Pictures) and save the template again."
)
_TOO_MANY = (
    "The pictures in this template have more than 100 megapixels together: make them smaller in "
    "PowerPoint (Picture Format, Compress Pictures) and save the template again."
)

NOT_DRAWN = (
    "A picture was left out: only PNG, JPEG, GIF, BMP, TIFF and WebP pictures are taken over. "
    "Save the logo or background as PNG in the slide master if it is missing below."
)


class PictureStore:
    """The pictures of the cleaned template, each once, under names that say nothing."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self._known: dict[str, str] = {}
        self._pixels = 0

    def add(self, data: bytes) -> str | None:
        """Return the part name of the picture, or None where it cannot be taken over.

        Raises `UserError` where it has more than 40 megapixels, or all together more than 100.
        """
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._known:
            pixels = pixels_in(data, _FORMATS)
            self._pixels += pixels
            if pixels <= MOST_PIXELS and self._pixels > _MOST_TOGETHER:
                raise UserError(_TOO_MANY)
            drawn = _drawn_anew(data)
            if drawn is None:
                return None
            content, ending = drawn
            name = f"ppt/media/image{len(self.files) + 1}.{ending}"
            self.files[name] = content
            self._known[digest] = name
        return self._known[digest]


def _drawn_anew(data: bytes) -> tuple[bytes, str] | None:
    stream = io.BytesIO()
    try:
        plain = open_small(data, _FORMATS, _LONGEST_SIDE, _plain_strip, _TOO_LARGE)
    except UnreadablePictureError:
        return None
    plain.info.clear()
    if plain.format == "JPEG":
        plain.save(stream, "JPEG", quality=_QUALITY)
        return stream.getvalue(), "jpeg"
    plain.save(stream, "PNG", compress_level=6)
    return stream.getvalue(), "png"


def _plain_strip(strip: Image.Image) -> Image.Image:
    return strip.convert("RGBA" if strip.has_transparency_data else "RGB")
