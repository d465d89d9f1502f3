"""Pictures on slides: the partnership's logo, and the code that a phone reads."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

import segno
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from sgdesk.errors import UserError
from sgdesk.exports.deck.boxes import add_text_box
from sgdesk.exports.deck.content import Run
from sgdesk.exports.deck.naming import describe, mark_decorative
from sgdesk.exports.deck.text_frames import write_runs

if TYPE_CHECKING:
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide

    from sgdesk.exports.deck.boxes import Place

_MOST_PIXELS = 40_000_000
_PLATE_PADDING = Pt(10)
_PLATE_ROUNDING = 0.08
_CODE_SIDE, _CODE_MARGIN = Pt(230), Pt(22)
_CAPTION_SIZE, _CAPTION_ROOM = 20, Pt(2 * 22 + 25 + 12)
_SCAN = "Scan to open the review’s page."
_UNUSABLE_LOGO = (
    "The partnership’s logo cannot be used: it is not a PNG picture of at most 40 megapixels. "
    "Choose another in Settings."
)


def add_logo(slide: Slide, logo_png: bytes, partnership: str, place: Place) -> None:
    """Put the logo on a white plate inside `place`.

    Nothing of the picture but its pixels goes into the deck. Raises `UserError` if it is none.
    """
    picture, ratio = _clean_picture(logo_png)
    plate = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *map(Emu, place))
    plate.adjustments[0] = _PLATE_ROUNDING
    plate.fill.solid()
    plate.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    plate.line.fill.background()
    mark_decorative(plate, "Logo plate")
    width = place.width - 2 * _PLATE_PADDING
    height = place.height - 2 * _PLATE_PADDING
    width, height = min(width, round(height * ratio)), min(height, round(width / ratio))
    left = place.left + (place.width - width) // 2
    top = place.top + (place.height - height) // 2
    logo = slide.shapes.add_picture(picture, Emu(left), Emu(top), Emu(width), Emu(height))
    describe(logo, "Logo", f"Logo of {partnership}" if partnership else "Logo of the partnership")


def add_code(slide: Slide, address: str, place: Place, fill: str) -> None:
    """Put a QR code for `address` into `place`, on a panel that explains it.

    `fill` is the theme colour of the panel, or "".
    """
    box = add_text_box(slide, "About the code", place, fill)
    frame = box.text_frame
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    frame.margin_bottom = _CODE_MARGIN
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    write_runs(paragraph, (Run(_SCAN),), _CAPTION_SIZE)
    side = Emu(min(_CODE_SIDE, place.width, place.height - _CAPTION_ROOM))
    left = Emu(place.left + (place.width - side) // 2)
    code = slide.shapes.add_picture(
        io.BytesIO(_code(address)), left, Emu(place.top + _CODE_MARGIN), side, side
    )
    describe(code, "QR code", "QR code that opens the review’s web page on a phone")


@lru_cache(maxsize=8)
def _code(address: str) -> bytes:
    """Return the code for `address` as a PNG; many reviews of a pack have the same."""
    picture = io.BytesIO()
    segno.make_qr(address, error="m").save(picture, kind="png", scale=12, border=4)
    return picture.getvalue()


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
