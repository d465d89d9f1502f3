"""The briefing page as it will be saved: how it fits, its bytes, its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.records.briefing import Briefing
    from sgdesk.records.fitting import Fit


def fit_of(briefing: Briefing) -> Fit:
    """Return how the briefing fits on its page, or what to cut."""
    from sgdesk.exports.pdf.briefing import plan_briefing  # noqa: PLC0415 - slow import

    return plan_briefing(briefing)


def preview_pdf(briefing: Briefing) -> bytes:
    """Return the very bytes that an export would save. Raises `FitError` if it is too long."""
    from sgdesk.exports.pdf.briefing import briefing_pdf  # noqa: PLC0415 - slow import

    return briefing_pdf(briefing)


def preview_png(pdf: bytes, *, width: int) -> bytes:
    """Return the first page of `pdf` as a PNG picture `width` pixels wide."""
    from sgdesk.exports.pdf.pictures import first_page_png  # noqa: PLC0415 - slow import

    return first_page_png(pdf, width)
