"""Tests of the page as it will be saved, its picture and the logo on it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from sgdesk.errors import UserError
from sgdesk.records.briefing import Brand, Briefing
from sgdesk.services.previews import missing_letters, normalised_logo, preview_pdf, preview_picture

BRIEFING = Briefing(
    title="Seeing the whole child",
    reference="RIV2026-27-01",
    review_type="Local Child Safeguarding Practice Review",
    published=date(2026, 11, 20),
    as_of=date(2026, 11, 23),
    brand=Brand("Riverton Safeguarding Children Partnership"),
)


def picture(kind, mode="RGB"):
    stream = BytesIO()
    Image.new(mode, (60, 30), "teal").save(stream, kind)
    return stream.getvalue()


def size_of(png):
    with Image.open(BytesIO(png)) as image:
        return image.size


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_becomes_a_png_of_the_same_size(kind):
    logo = normalised_logo(picture(kind))
    assert logo.startswith(b"\x89PNG")
    assert size_of(logo) == (60, 30)


def test_what_is_no_picture_is_refused_as_a_logo():
    with pytest.raises(UserError, match="PNG or JPEG"):
        normalised_logo(b"no picture")


def test_letters_that_no_typeface_has_are_named_once():
    assert missing_letters(BRIEFING) == ()
    odd = "\N{EGYPTIAN HIEROGLYPH A001}"
    briefing = replace(BRIEFING, background=(f"One {odd}, two {odd}.",))
    assert missing_letters(briefing) == (odd,)


def test_pictures_asked_for_by_many_threads_all_come_out():
    pdf = preview_pdf(BRIEFING)
    with ThreadPoolExecutor(4) as pool:
        pictures = list(pool.map(lambda width: preview_picture(pdf, width=width), range(100, 124)))
    assert [one.width for one in pictures] == pytest.approx(list(range(100, 124)), abs=1)
    assert all(len(one.pixels) == one.stride * one.height for one in pictures)
