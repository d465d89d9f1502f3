"""Pictures from outside: made small a strip at a time, the same as if it were done at once."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from sgdesk.errors import UserError
from sgdesk.exports import foreign_pictures
from sgdesk.exports.deck.own.pictures import PictureStore
from sgdesk.exports.foreign_pictures import UnreadablePictureError, open_small, pixels_in

KINDS = ("PNG", "JPEG")


def saved(picture, kind="PNG", **more):
    stream = io.BytesIO()
    picture.save(stream, kind, **more)
    return stream.getvalue()


def drawn(size, mode="RGB"):
    """A picture whose every part differs, without edges."""
    rise = Image.linear_gradient("L").resize(size)
    ring = Image.radial_gradient("L").resize(size)
    return Image.merge("RGB", (rise, ring, rise.rotate(180))).convert(mode)


def small(data, longest=300, formats=KINDS):
    return open_small(data, formats, longest, lambda strip: strip.convert("RGB"), "Too large.")


@pytest.fixture
def thin_strips(monkeypatch):
    monkeypatch.setattr(foreign_pictures, "_STRIP", 4_000)


@pytest.mark.parametrize("size", [(1000, 700), (301, 300), (2000, 9), (3, 2500)], ids=str)
def test_strips_give_what_the_whole_gives(thin_strips, size):
    picture = drawn(size)
    found = small(saved(picture))
    whole = picture.resize(found.size, Image.Resampling.BICUBIC)
    assert max(found.size) == 300
    assert max(ImageStat.Stat(ImageChops.difference(found, whole)).mean) < 1


def test_a_picture_that_fits_keeps_every_pixel(thin_strips):
    picture = drawn((300, 260))
    found = small(saved(picture))
    assert found.tobytes() == picture.tobytes()
    assert found.format == "PNG"


def test_a_photo_is_made_small_while_it_is_unpacked():
    found = small(saved(drawn((3000, 2000)), "JPEG"))
    assert (found.size, found.format) == ((300, 200), "JPEG")


def test_what_is_too_large_damaged_or_of_another_kind_is_told_apart(monkeypatch):
    data = saved(drawn((200, 100)))
    with pytest.raises(UnreadablePictureError):
        small(data[: len(data) // 2])
    with pytest.raises(UnreadablePictureError):
        small(saved(drawn((20, 10)), "GIF"))
    monkeypatch.setattr(foreign_pictures, "MOST_PIXELS", 19_999)
    with pytest.raises(UserError, match="Too large"):
        small(data)
    monkeypatch.setattr(foreign_pictures, "MOST_PIXELS", 40_000_000)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 9_000)
    with pytest.raises(UserError, match="Too large"):
        small(data)


def test_pixels_are_counted_without_unpacking():
    data = saved(drawn((200, 100)))
    assert pixels_in(data[:200], KINDS) == 20_000
    assert pixels_in(b"no picture", KINDS) == 0


def test_pictures_that_are_too_many_together_are_refused(monkeypatch):
    monkeypatch.setattr("sgdesk.exports.deck.own.pictures._MOST_TOGETHER", 50_000)
    store = PictureStore()
    first = saved(drawn((200, 100)))
    store.add(first)
    store.add(first)
    store.add(saved(drawn((200, 101))))
    with pytest.raises(UserError, match="megapixels together"):
        store.add(saved(drawn((200, 102))))
