"""Pictures of a template from outside: drawn anew, so that only their pixels go on."""

from __future__ import annotations

import hashlib
import io
import warnings

from PIL import Image

from sgdesk.errors import UserError

_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 2560
"""Pixels: a picture as wide as a slide needs no more."""
_QUALITY = 90
_TOO_LARGE = (
    "A picture in this template has more than 40 megapixels: make it smaller in PowerPoint "
    "(Picture Format, Compress Pictures) and save the template again."
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

    def add(self, data: bytes) -> str | None:
        """Return the part name of the picture, or None where it cannot be taken over.

        Raises `UserError` where it has more than 40 megapixels.
        """
        digest = hashlib.sha256(data).hexdigest()
        if digest not in self._known:
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
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            warnings.simplefilter("ignore")
            if picture.width * picture.height > _MOST_PIXELS:
                raise UserError(_TOO_LARGE)
            is_photo = picture.format == "JPEG"
            plain = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except Image.DecompressionBombError as error:
        raise UserError(_TOO_LARGE) from error
    except (OSError, SyntaxError, ValueError, TypeError, EOFError):
        return None
    plain.info.clear()
    plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    if is_photo:
        plain.save(stream, "JPEG", quality=_QUALITY)
        return stream.getvalue(), "jpeg"
    plain.save(stream, "PNG", compress_level=6)
    return stream.getvalue(), "png"
