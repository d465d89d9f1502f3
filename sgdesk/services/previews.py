"""The briefing page as it will be saved: how it fits, its bytes, its picture."""

from __future__ import annotations

from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.records.briefing import Briefing
    from sgdesk.records.fitting import Fit

_ONE_PICTURE = Lock()
"""PDFium crashes where two threads draw at once."""


def fit_of(briefing: Briefing) -> Fit:
    """Return how the briefing fits on its page, or what to cut."""
    from sgdesk.exports.pdf.briefing import plan_briefing  # noqa: PLC0415 - slow import

    return plan_briefing(briefing)


def missing_letters(briefing: Briefing) -> tuple[str, ...]:
    """Return the letters that the page draws as a box, each once, in the order of the text."""
    from sgdesk.exports.pdf.briefing import missing_characters  # noqa: PLC0415 - slow import

    return missing_characters(briefing)


def preview_pdf(briefing: Briefing) -> bytes:
    """Return the very bytes that an export would save. Raises `FitError` if it is too long."""
    from sgdesk.exports.pdf.briefing import briefing_pdf  # noqa: PLC0415 - slow import

    return briefing_pdf(briefing)


def preview_png(pdf: bytes, *, width: int) -> bytes:
    """Return the first page of `pdf` as a PNG picture `width` pixels wide. Any thread may ask."""
    from sgdesk.exports.pdf.pictures import page_pngs as drawn  # noqa: PLC0415 - slow import

    with _ONE_PICTURE, closing(drawn(pdf, width)) as pages:
        return next(pages)


def page_pngs(pdf: bytes, *, width: int) -> tuple[bytes, ...]:
    """Return every page of `pdf` as a PNG picture `width` pixels wide. Any thread may ask."""
    from sgdesk.exports.pdf.pictures import page_pngs as drawn  # noqa: PLC0415 - slow import

    with _ONE_PICTURE:
        return tuple(drawn(pdf, width))


def normalised_logo(data: bytes) -> bytes:
    """Return a PNG or JPEG picture as a plain PNG that every document can carry.

    Raises `UserError` where it is no such picture, is damaged, or has over 40 megapixels.
    """
    from sgdesk.exports.logos import normalise_logo  # noqa: PLC0415 - slow import

    return normalise_logo(data)
