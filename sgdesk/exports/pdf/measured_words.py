"""A word that is measured, the smallest part that lines are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sgdesk.exports.pdf.fonts import Weight


class Word(NamedTuple):
    """A word, or a chunk of one that is too wide. Widths are multiples of the type size."""

    text: str
    weight: Weight
    width: float
    gap: float
    """Space before it; 0 where it goes on from the word before."""
    link: int
    """Number of the link that it belongs to, 0 for none."""
