"""Pictures of PDF pages, drawn from the very bytes that are saved."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium


def first_page_png(pdf: bytes, width: int) -> bytes:
    """Return the first page of `pdf` as a PNG picture `width` pixels wide."""
    document = pdfium.PdfDocument(pdf)
    try:
        page = document[0]
        picture = page.render(scale=width / page.get_width()).to_pil()
    finally:
        document.close()
    stream = BytesIO()
    picture.save(stream, "PNG", compress_level=1)
    return stream.getvalue()
