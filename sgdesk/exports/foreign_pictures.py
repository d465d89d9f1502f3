"""Pictures from outside: measured before they are unpacked, and made small a strip at a time."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from math import ceil, floor
from typing import TYPE_CHECKING

from PIL import Image

from sgdesk.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

MOST_PIXELS = 40_000_000
"""Unpacked they take 160 MB, and there is room for them once."""

_STRIP = 1 << 20
"""Pixels that are converted at a time."""
_REACH = 2
"""How many of the smaller picture’s pixels around one count for it."""
_UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, EOFError, ArithmeticError, LookupError)
"""What Pillow raises over a damaged file."""


class UnreadablePictureError(Exception):
    """The bytes are no picture of a kind that is taken, or a damaged one."""


def pixels_in(data: bytes, formats: tuple[str, ...]) -> int:
    """Return how many pixels the picture in `data` says that it has; 0 for one that is damaged."""
    try:
        with _opened(data, formats) as picture:
            return picture.width * picture.height
    except (*_UNREADABLE, Image.DecompressionBombError):
        return 0


def open_small(
    data: bytes,
    formats: tuple[str, ...],
    longest: int,
    in_mode: Callable[[Image.Image], Image.Image],
    too_large: str,
) -> Image.Image:
    """Return the first picture in `data`, with no side over `longest` pixels.

    `in_mode` gives a strip of it the mode that the whole is to have. What the file says of
    itself is kept in `info`, and its format too. Raises `UserError`, with the sentence
    `too_large`, over 40 megapixels, and `UnreadablePictureError`.
    """
    try:
        with _opened(data, formats) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise UserError(too_large)
            picture.draft(None, (2 * longest, 2 * longest))
            picture.load()
            small = _shrunk(picture, longest, in_mode)
            small.info = dict(picture.info)
            small.format = picture.format
            return small
    except Image.DecompressionBombError as error:
        raise UserError(too_large) from error
    except _UNREADABLE as error:
        raise UnreadablePictureError from error


@contextmanager
def _opened(data: bytes, formats: tuple[str, ...]) -> Generator[Image.Image]:
    """Give a picture of which only the first lines of the file were read; nothing is warned of."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data), formats=formats) as picture:
            yield picture


def _shrunk(
    picture: Image.Image, longest: int, in_mode: Callable[[Image.Image], Image.Image]
) -> Image.Image:
    """Return the picture made smaller, if it must be; only a strip of it is ever there twice."""
    scale = max(1.0, max(picture.size) / longest)
    wide, high = (max(1, round(side / scale)) for side in picture.size)
    down = picture.height / high
    rows = max(1, floor(_STRIP / picture.width / down))
    margin = ceil(_REACH * down) if scale > 1 else 0
    small = picture
    for start in range(0, high, rows):
        end = min(high, start + rows)
        top = max(0, floor(start * down) - margin)
        bottom = min(picture.height, ceil(end * down) + margin)
        strip = in_mode(picture.crop((0, top, picture.width, bottom)))
        if scale > 1:
            box = (0, start * down - top, picture.width, min(end * down, picture.height) - top)
            strip = strip.resize((wide, end - start), Image.Resampling.BICUBIC, box=box)
        if not start:
            small = Image.new(strip.mode, (wide, high))
        small.paste(strip, (0, start))
    return small
