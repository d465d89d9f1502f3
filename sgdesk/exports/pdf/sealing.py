"""Seals a finished PDF with a password, and opens it again as another program would."""

from __future__ import annotations

from io import BytesIO
from typing import Final

from pikepdf import Encryption, Pdf, Permissions

_NO_ARCHIVE = ("pdfaid:part", "pdfaid:conformance")
"""What a file says of itself that it keeps PDF/A, which forbids passwords."""
_EVERYTHING = Permissions()
"""Whoever has the password may do all: read aloud, copy, print. Readers that are asked to forbid
any of it decide for themselves whether they do."""
_AES_256: Final = 6


def seal_pdf(content: bytes, password: str) -> bytes:
    """Return `content` encrypted with AES-256, so that only `password` opens it.

    Tags, language and descriptions stay; what the file says of PDF/A goes. The bytes differ each
    time. `password` is taken to the letter: ASCII, 127 characters at most.
    """
    with Pdf.open(BytesIO(content)) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in _NO_ARCHIVE:
                if name in metadata:
                    del metadata[name]
        result = BytesIO()
        kept = Encryption(user=password, owner=password, R=_AES_256, allow=_EVERYTHING)
        pdf.save(result, encryption=kept)
        return result.getvalue()


def is_sealed_copy(sealed: bytes, content: bytes, password: str) -> bool:
    """Return whether `sealed` opens with `password` alone, and then says what `content` says.

    A library other than the one that sealed it opens it, with the password and without.
    """
    if _texts(sealed, "") is not None or _texts(sealed, password[1:]) is not None:
        return False
    return _texts(sealed, password) == _texts(content, "")


def _texts(content: bytes, password: str) -> list[str] | None:
    """Return the text of each page, or None if the file does not open so."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - for sealed files alone

    try:
        document = PdfDocument(content, password=password or None)
    except PdfiumError:
        return None
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
