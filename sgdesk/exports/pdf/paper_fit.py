"""Tells whether a paper stands on one page, without drawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.pdf.fonts import FontSet
from sgdesk.exports.pdf.paper_layout import PaperLayout

if TYPE_CHECKING:
    from sgdesk.records.papers import Paper

_SPARE = 4.0
"""Kept free at the end of the page, in mm: the printer's letters are not quite as wide."""


class PaperFit:
    """Measures papers one after the other; the typeface is opened once."""

    def __init__(self) -> None:
        self._fonts = FontSet()

    def is_one_page(self, paper: Paper) -> bool:
        """Return whether the paper stands on one page, on the screen and the printer too."""
        return PaperLayout(paper, self._fonts).free >= _SPARE
