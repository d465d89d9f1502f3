"""Pictures of PDF pages, drawn from the very bytes that are saved."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from sgdesk.records.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Generator


def page_pngs(pdf: bytes, width: int) -> Generator[bytes]:
    """Yield each page of `pdf` as a PNG picture `width` pixels wide."""
    document = pdfium.PdfDocument(pdf)
    try:
        for page in document:
            picture = page.render(scale=width / page.get_width()).to_pil()
            stream = BytesIO()
            picture.save(stream, "PNG", compress_level=1)
            yield stream.getvalue()
    finally:
        document.close()


def first_page(pdf: bytes, width: int) -> Picture:
    """Return the first page of `pdf` in pixels, `width` of them wide."""
    with closing(pdfium.PdfDocument(pdf)) as document:
        page = document[0]
        scale = width / page.get_width()
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
