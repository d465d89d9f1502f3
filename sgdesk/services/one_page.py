"""Papers that are made for one page: as much of them as it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.records.papers import Paper


def on_one_page(paper_of: Callable[[int], Paper], most: int) -> Paper:
    """Return the paper with the greatest measure, from `most` down to 0, that fits on one page.

    `paper_of` returns the paper by that measure: the greater it is, the more room it takes.
    Where even 0 takes more than a page, that paper is returned.
    """
    from sgdesk.exports.pdf.paper_fit import PaperFit  # noqa: PLC0415 - slow import

    fit = PaperFit()
    if fit.is_one_page(paper := paper_of(most)):
        return paper
    found = paper_of(0)
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if fit.is_one_page(paper := paper_of(middle)):
            low, found = middle, paper
        else:
            high = middle
    return found
