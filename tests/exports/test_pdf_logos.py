"""Logos: any PNG or JPEG becomes a plain picture; anything else is refused in a sentence."""

from __future__ import annotations

from io import BytesIO

import pytest
from briefing_samples import logo_png
from PIL import Image, ImageCms, ImageDraw

from sgdesk.errors import UserError
from sgdesk.exports.logos import normalise_logo, open_logo

ORIENTATION, MAKER = 0x0112, 0x010F


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    result = BytesIO()
    picture.save(result, kind, **options)
    return result.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(BytesIO(normalise_logo(data)))
    picture.load()
    return picture


@pytest.mark.parametrize(
    ("mode", "kind", "colour", "expected"),
    [
        ("RGB", "PNG", (200, 10, 10), (200, 10, 10)),
        ("RGB", "JPEG", (200, 200, 200), (200, 200, 200)),
        ("L", "PNG", 90, (90, 90, 90)),
        ("1", "PNG", 1, (255, 255, 255)),
        ("P", "PNG", 0, (0, 0, 0)),
        ("CMYK", "JPEG", (0, 0, 0, 255), (0, 0, 0)),
        ("I;16", "PNG", 0x8000, (128, 128, 128)),
        ("RGBA", "PNG", (9, 8, 7, 100), (9, 8, 7, 100)),
        ("LA", "PNG", (50, 60), (50, 50, 50, 60)),
    ],
)
def test_every_kind_of_picture_becomes_8_bit_rgb(
    mode: str, kind: str, colour: object, expected: tuple[int, ...]
) -> None:
    picture = opened(encoded(Image.new(mode, (20, 10), colour), kind))
    assert (picture.format, picture.size) == ("PNG", (20, 10))
    assert picture.mode == ("RGBA" if len(expected) == 4 else "RGB")
    assert picture.getpixel((5, 5)) == pytest.approx(expected, abs=2)


def test_a_palette_with_a_clear_colour_keeps_it_clear() -> None:
    picture = Image.new("P", (8, 8), 0)
    picture.putpalette([255, 0, 0, 0, 255, 0])
    ImageDraw.Draw(picture).point((1, 1), 1)
    plain = opened(encoded(picture, transparency=0))
    assert plain.getpixel((0, 0))[3] == 0
    assert plain.getpixel((1, 1)) == (0, 255, 0, 255)


def test_a_picture_on_its_side_is_turned_up_and_forgets_its_camera() -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "Secret camera"
    data = encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif, comment=b"Secret note")
    plain = opened(data)
    assert plain.size == (20, 40)
    assert not plain.getexif()
    assert b"Secret" not in normalise_logo(data)


def test_a_large_logo_is_made_smaller_in_its_proportions() -> None:
    assert opened(encoded(Image.new("RGB", (4800, 1200)))).size == (1200, 300)


def test_a_second_pass_changes_nothing() -> None:
    once = normalise_logo(logo_png())
    assert normalise_logo(once) == once


GIF = encoded(Image.new("RGB", (9, 9)), "GIF")
FRAMES = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
MOVING = {"save_all": True, "append_images": FRAMES[1:]}
CHOOSE = "choose a PNG or JPEG file"
SVG = "line drawing \\(SVG\\): save it as a PNG"
GIF_OR_WEBP = "GIF or WebP picture: save it as a PNG"
REFUSED = {
    "empty": (b"", CHOOSE),
    "text": (b"not a picture", CHOOSE),
    "cut off": (encoded(Image.effect_noise((200, 200), 80))[:2000], CHOOSE),
    "tiff": (encoded(Image.new("RGB", (9, 9)), "TIFF"), CHOOSE),
    "xml": (b"<?xml version='1.0'?><letter/>", CHOOSE),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", SVG),
    "svg with a head": (b"\xef\xbb\xbf<?xml version='1.0'?>" + b" " * 2000 + b"<svg/>", SVG),
    "gif": (GIF, GIF_OR_WEBP),
    "moving gif": (encoded(FRAMES[0], "GIF", **MOVING), GIF_OR_WEBP),
    "webp": (encoded(FRAMES[0], "WEBP"), GIF_OR_WEBP),
    "moving webp": (encoded(FRAMES[0], "WEBP", **MOVING), GIF_OR_WEBP),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=list(REFUSED))
def test_anything_else_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        normalise_logo(data)
    assert open_logo(data) is None


def swapped_profile() -> bytes:
    """A profile in which red and blue are each the other's: its effect is plain to see."""
    content = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (red, green, blue) = (content.index(tag) for tag in (b"rXYZ", b"gXYZ", b"bXYZ"))
    places = content[red + 4 : red + 12], content[blue + 4 : blue + 12]
    content[red + 4 : red + 12], content[blue + 4 : blue + 12] = reversed(places)
    assert green
    return bytes(content)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_the_colours_are_those_that_the_file_means(mode: str) -> None:
    picture = Image.new("RGB", (4, 4), (255, 0, 0)).convert(mode)
    shown = opened(encoded(picture, icc_profile=swapped_profile()))
    assert shown.mode == mode
    assert shown.getpixel((1, 1))[:3] == pytest.approx((0, 0, 255), abs=3)
    assert "icc_profile" not in shown.info


@pytest.mark.parametrize("profile", [b"broken", b"\0" * 200, swapped_profile()])
def test_a_profile_that_does_not_fit_changes_nothing(profile: bytes) -> None:
    shown = opened(encoded(Image.new("L", (4, 4), 90), icc_profile=profile))
    assert shown.getpixel((1, 1)) == (90, 90, 90)


@pytest.mark.parametrize("size", [(8000, 5001), (20000, 10000)])
def test_a_picture_of_over_40_megapixels_is_refused_before_it_is_unpacked(
    size: tuple[int, int],
) -> None:
    with pytest.raises(UserError, match=r"40 megapixels|cannot be read"):
        normalise_logo(encoded(Image.new("1", size)))


def test_no_logo_is_no_error() -> None:
    assert open_logo(None) is None
    assert open_logo(logo_png()) is not None
