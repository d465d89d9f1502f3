"""Makes any picture that a partnership gives as its logo safe and plain for documents."""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from sgdesk.errors import UserError

MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 1200


def normalise_logo(data: bytes) -> bytes:
    """Return a PNG or JPEG as an 8-bit RGB or RGBA PNG without any note of its maker.

    It is turned the right way up, and made smaller where a side has more than 1,200 pixels.
    Raises `UserError` where the file is no such picture, is damaged, or has over 40 Mpx.
    """
    result = BytesIO()
    _plain(data).save(result, "PNG")
    return result.getvalue()


def open_logo(data: bytes | None) -> Image.Image | None:
    """Return the logo in RGB or RGBA, or None where there is none or it cannot be read."""
    if not data:
        return None
    try:
        return _plain(data)
    except UserError:
        return None


def _plain(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as file:
            warnings.simplefilter("ignore")
            if file.width * file.height > MOST_PIXELS:
                raise UserError("This picture is too large: choose one of at most 40 megapixels.")
            plain = _in_rgb(ImageOps.exif_transpose(file))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        message = "This file cannot be read as a picture: choose a PNG or JPEG file."
        raise UserError(message) from error
    plain.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    plain.info.clear()
    return plain


def _in_rgb(picture: Image.Image) -> Image.Image:
    """Return the picture in RGB, or in RGBA where it has transparency."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
