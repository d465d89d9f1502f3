"""Pictures of pages: imported here at collection, since the program draws them off its thread."""

from __future__ import annotations

from io import BytesIO

from briefing_samples import BRIEFING
from paper_samples import make_paper
from PIL import Image

from sgdesk.exports.pdf.briefing import briefing_pdf
from sgdesk.exports.pdf.paper import paper_pdf
from sgdesk.exports.pdf.pictures import page_pngs


def test_a_page_becomes_a_picture_of_the_width_asked_for() -> None:
    (picture,) = page_pngs(briefing_pdf(BRIEFING), 300)
    with Image.open(BytesIO(picture)) as image:
        assert abs(image.width - 300) <= 1
        assert image.height > image.width
        assert len(image.getcolors(maxcolors=1 << 20) or ()) > 3


def test_every_page_comes_and_nobody_has_to_take_them_all() -> None:
    pdf = paper_pdf(make_paper(64))
    assert len(list(page_pngs(pdf, 100))) > 1
    pages = page_pngs(pdf, 100)
    assert next(pages).startswith(b"\x89PNG")
    pages.close()
