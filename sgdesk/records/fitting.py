"""How a briefing fits on its one page, and what to cut where it does not."""

from __future__ import annotations

from dataclasses import dataclass

from sgdesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Cut:
    """About how many words to take out of one section, of those that it has.

    `section_lines` are the lines that it takes at the smallest size.
    """

    section: str
    words: int
    section_words: int
    section_lines: int = 0


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a briefing fits on one page, and how.

    `size_pt` is the size of the text in points and `gap` the factor on all spacing; both are the
    smallest allowed where it does not fit. `words_to_spare` may be added to any section
    before the page is full at the smallest size. Where it does not fit, `cuts` says what to
    take out: each one alone is enough if `is_either`, otherwise all of them together are.
    """

    size_pt: float
    gap: float
    words: int
    words_to_spare: int
    message: str
    """One sentence or two for the officer."""
    cuts: tuple[Cut, ...] = ()
    is_either: bool = False
    fits: bool = False


class FitError(UserError):
    """A briefing is too long for its page; `fit` says what to cut."""

    def __init__(self, fit: Fit) -> None:
        self.fit = fit
        super().__init__(fit.message)
