"""Pictures on slides: the partnership's logo, and the code that a phone reads."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Emu, Pt

from sgdesk.errors import UserError
from sgdesk.exports.deck.naming import describe, mark_decorative

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

_MOST_PIXELS = 40_000_000
_PLATE_PADDING = Pt(10)
_PLATE_ROUNDING = 0.08
_CODE_SIDE = Pt(230)
_UNUSABLE_LOGO = (
    "The partnership’s logo cannot be used: it is not a PNG picture of at most 40 megapixels. "
    "Choose another in Settings."
)


def add_logo(slide: Slide, logo_png: bytes, partnership: str, slot: BaseShape) -> None:
    """Put the logo on a white plate inside `slot`, which it replaces.

    Nothing of the picture but its pixels goes into the deck. Raises `UserError` if it is none.
    """
    picture, ratio = _clean_picture(logo_png)
    plate = slide.shapes.add_shape(
        MSO_SHAPE.ROUNDED_RECTANGLE, slot.left, slot.top, slot.width, slot.height
    )
    plate.adjustments[0] = _PLATE_ROUNDING
    plate.fill.solid()
    plate.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    plate.line.fill.background()
    mark_decorative(plate, "Logo plate")
    width = slot.width - 2 * _PLATE_PADDING
    height = slot.height - 2 * _PLATE_PADDING
    width, height = min(width, round(height * ratio)), min(height, round(width / ratio))
    left = slot.left + (slot.width - width) // 2
    top = slot.top + (slot.height - height) // 2
    logo = slide.shapes.add_picture(picture, Emu(left), Emu(top), Emu(width), Emu(height))
    describe(logo, "Logo", f"Logo of {partnership}" if partnership else "Logo of the partnership")
    remove(slot)


def add_code(slide: Slide, address: str, slot: BaseShape) -> None:
    """Put a QR code for `address` into `slot`, which it replaces."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="png", scale=12, border=4)
    picture.seek(0)
    side = Emu(min(_CODE_SIDE, slot.width, slot.height))
    left = Emu(slot.left + (slot.width - side) // 2)
    code = slide.shapes.add_picture(picture, left, slot.top, side, side)
    describe(code, "QR code", "QR code that opens the review’s web page on a phone")
    remove(slot)


def remove(shape: BaseShape) -> None:
    """Take `shape` off its slide."""
    next(shape.element.iterancestors()).remove(shape.element)


def _clean_picture(logo_png: bytes) -> tuple[io.BytesIO, float]:
    """Return the picture written anew, and its width for a height of 1."""
    cleaned = io.BytesIO()
    try:
        with Image.open(io.BytesIO(logo_png), formats=["PNG"]) as picture:
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                raise UserError(_UNUSABLE_LOGO)
            picture.convert("RGBA").save(cleaned, "PNG", icc_profile=None)
    except (OSError, SyntaxError, ValueError) as error:
        raise UserError(_UNUSABLE_LOGO) from error
    cleaned.seek(0)
    return cleaned, width / height
