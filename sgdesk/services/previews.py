"""The briefing page as it will be saved: how it fits, its bytes, its picture."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from sgdesk.outside.reading import Taking, read_file
from sgdesk.progress import Progress, silent

if TYPE_CHECKING:
    from pathlib import Path

    from sgdesk.records.briefing import Briefing
    from sgdesk.records.fitting import Fit
    from sgdesk.records.pictures import Picture

_LOGO_TAKING = Taking(
    25_000_000,
    too_large="This file is too large: choose a picture of at most 25 megabytes.",
    folder="This is a folder: choose a PNG or JPEG file in it.",
    unreadable="This file cannot be read: choose another one.",
)
_ONE_PICTURE = Lock()
"""PDFium crashes where two threads draw at once."""


def fit_of(briefing: Briefing, progress: Progress = silent) -> Fit:
    """Return how the briefing fits on its page, or what to cut.

    Passes on what `progress` raises.
    """
    from sgdesk.exports.pdf.briefing import plan_briefing  # noqa: PLC0415 - slow import

    return plan_briefing(briefing, progress)


def missing_letters(briefing: Briefing) -> tuple[str, ...]:
    """Return the letters that the page draws as a box, each once, in the order of the text."""
    from sgdesk.exports.pdf.briefing import missing_characters  # noqa: PLC0415 - slow import

    return missing_characters(briefing)


def preview_pdf(briefing: Briefing, progress: Progress = silent) -> bytes:
    """Return the very bytes that an export would save. Raises `FitError` if it is too long.

    Passes on what `progress` raises.
    """
    from sgdesk.exports.pdf.briefing import briefing_pdf  # noqa: PLC0415 - slow import

    return briefing_pdf(briefing, progress)


def preview_picture(pdf: bytes, *, width: int) -> Picture:
    """Return the first page of `pdf` as a picture `width` pixels wide. Any thread may ask."""
    from sgdesk.exports.pdf.pictures import first_page  # noqa: PLC0415 - slow import

    with _ONE_PICTURE:
        return first_page(pdf, width)


def page_pngs(pdf: bytes, *, width: int) -> tuple[bytes, ...]:
    """Return every page of `pdf` as a PNG picture `width` pixels wide. Any thread may ask."""
    from sgdesk.exports.pdf.pictures import page_pngs as drawn  # noqa: PLC0415 - slow import

    with _ONE_PICTURE:
        return tuple(drawn(pdf, width))


def read_logo_file(path: Path) -> bytes:
    """Return the picture in the file `path` as `normalised_logo` does, and raise what it raises."""
    return normalised_logo(read_file(path, _LOGO_TAKING))


def normalised_logo(data: bytes) -> bytes:
    """Return a PNG or JPEG picture as a plain PNG that every document can carry.

    Raises `UserError` where it is no such picture, is damaged, or has over 40 megapixels.
    """
    from sgdesk.exports.logos import normalise_logo  # noqa: PLC0415 - slow import

    return normalise_logo(data)
