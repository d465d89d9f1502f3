"""The one-page learning briefing as an accessible PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.logos import open_logo
from sgdesk.exports.pdf.briefing_fit import fit_of
from sgdesk.exports.pdf.briefing_page import STEPS, Page
from sgdesk.exports.pdf.briefing_text import texts_of, title_of
from sgdesk.exports.pdf.colours import palette_of
from sgdesk.exports.pdf.fonts import printable
from sgdesk.exports.pdf.kept_fonts import kept_fonts
from sgdesk.exports.pdf.metadata import Facts
from sgdesk.exports.pdf.sheet import Sheet
from sgdesk.progress import Progress, silent
from sgdesk.records.fitting import Fit, FitError

if TYPE_CHECKING:
    from sgdesk.records.briefing import Briefing


def plan_briefing(briefing: Briefing, progress: Progress = silent) -> Fit:
    """Return how the briefing fits on its page: words to spare, or what to cut.

    Passes on what `progress` raises.
    """
    fonts = kept_fonts(briefing.brand.typeface)
    return fit_of(Page(briefing, fonts, open_logo(briefing.brand.logo_png), progress))


def missing_characters(briefing: Briefing) -> tuple[str, ...]:
    """Return the letters that the page draws as a box, each once, in the order of the text."""
    return kept_fonts(briefing.brand.typeface).missing(texts_of(briefing))


def briefing_pdf(briefing: Briefing, progress: Progress = silent) -> bytes:
    """Return the briefing as one A4 page, PDF/UA-1 and PDF/A-2a; the same bytes every time.

    Raises `FitError` with what to cut where the text does not fit at 10 pt, and passes on
    what `progress` raises.
    """
    progress(0, STEPS, "Measuring the text")
    fonts = kept_fonts(briefing.brand.typeface)
    page = Page(briefing, fonts, open_logo(briefing.brand.logo_png), progress)
    spacing = page.fitted(page.body)
    if spacing is None:
        raise FitError(fit_of(page))
    progress(2, STEPS, "Drawing the page")
    sheet = Sheet(_facts(briefing), fonts, map(printable, texts_of(briefing)))
    sheet.add_page()
    page.draw(sheet, spacing, palette_of(briefing.brand))
    progress(3, STEPS, "Adding tags for screen readers")
    return sheet.finished()


def _facts(briefing: Briefing) -> Facts:
    return Facts(
        title=title_of(briefing),
        author=printable(briefing.brand.partnership),
        subject=printable(briefing.subtitle),
        as_of=briefing.as_of,
    )
