"""Makes any picture that a partnership gives as its logo safe and plain for documents."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from sgdesk.errors import UserError
from sgdesk.exports.foreign_pictures import UnreadablePictureError, open_small
from sgdesk.outside.kinds import document_kind

_FORMATS = ("PNG", "JPEG")
_TOO_LARGE = "This picture is too large: choose one of at most 40 megapixels."
_LONGEST_SIDE = 1200
_PROFILED = frozenset({"RGB", "RGBA", "CMYK", "L"})
"""Kinds of pixels whose colours a profile can be applied to."""


def normalise_logo(data: bytes) -> bytes:
    """Return a PNG or JPEG as an 8-bit RGB or RGBA PNG without any note of its maker.

    It is turned the right way up, its colours are those of screens (sRGB) where the file says
    what they are, and it is made smaller where a side has more than 1,200 pixels.
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
        small = open_small(data, _FORMATS, _LONGEST_SIDE, _in_own_colours, _TOO_LARGE)
        plain = _in_rgb(ImageOps.exif_transpose(small))
    except (UnreadablePictureError, OSError, SyntaxError, ValueError) as error:
        raise UserError(_refusal(data)) from error
    plain.info.clear()
    return plain


def _refusal(data: bytes) -> str:
    """Return what is wrong with a file that is no PNG or JPEG, and the way out."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \r\n\t")
    if b"<svg" in start or (start.startswith(b"<?xml") and b"<svg" in data[:10_000]):
        return "This is a line drawing (SVG): save it as a PNG file and choose that."
    if start.startswith((b"GIF8", b"RIFF")):
        return "Documents cannot show a GIF or WebP picture: save it as a PNG file and choose that."
    if kind := document_kind(data):
        return f"This is {kind} and no picture: choose a PNG or JPEG file."
    return "This file cannot be read as a picture: choose a PNG or JPEG file."


def _in_own_colours(strip: Image.Image) -> Image.Image:
    """Return a strip in 8 bits and without a palette, in colours that a profile may still mean."""
    if strip.mode.startswith("I"):
        strip = strip.convert("I").point(lambda value: value / 256).convert("L")
    if strip.mode in _PROFILED and not strip.has_transparency_data:
        return strip
    return strip.convert("RGBA" if strip.has_transparency_data else "RGB")


def _in_rgb(picture: Image.Image) -> Image.Image:
    """Return the picture in RGB, or in RGBA where it has transparency, in the colours of sRGB."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in _PROFILED:
        return _in_srgb(picture, profile, mode)
    return picture.convert(mode)


def _in_srgb(picture: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """Return the picture in its own colours, or as it is where its profile is of no use."""
    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        shown = ImageCms.profileToProfile(
            picture, given, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (OSError, ValueError, ImageCms.PyCMSError):
        shown = None
    return shown or picture.convert(mode)
