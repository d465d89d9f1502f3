"""Finds out by trying how many words a briefing may gain, or which it has to lose."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from sgdesk.exports.briefing_words import FIND_OUT_MORE
from sgdesk.exports.pdf.briefing_page import LARGEST, TIGHTEST, Page, Spacing
from sgdesk.exports.pdf.fonts import Weight
from sgdesk.exports.pdf.measured_words import Word
from sgdesk.records.fitting import Cut, Fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.exports.pdf.briefing_text import Body, Section

_MOST_SPARE = 400
_AVERAGE_WORD = Word("", Weight.REGULAR, 2.3, 0.2, 0)
"""Five and a half letters, each 0.42 of the type size wide."""
_PARTS = 1024
_GIST, _GIST_LETTERS = 12, 120
"""Words: where even so few in each section do not fit, the fixed lines are what is too long."""


def fit_of(page: Page) -> Fit:
    """Return how the page's text fits, with the words to spare or the cuts to make."""
    words = sum(section.words for section in page.body.values())
    spacing = page.fitted(page.body)
    if spacing is None:
        cuts, is_either = _cuts(page)
        message = _too_long(cuts, is_either=is_either) if cuts else _too_full(page)
        return Fit(*TIGHTEST, words, 0, message, cuts, is_either=is_either)
    spare = _spare(page)
    return Fit(*spacing, words, spare, _fitting(spacing, spare), fits=True)


def _spare(page: Page) -> int:
    """Return how many words of average length any one section could gain."""
    spare = _MOST_SPARE
    for section in _sections(page.body):

        def is_too_much(count: int, section: Section = section) -> bool:
            return not page.fits(_with(page.body, section.with_more((_AVERAGE_WORD,) * count)))

        if is_too_much(spare):  # most sections could take what the one before can
            spare = _least(spare, is_too_much) - 1
    return spare


def _cuts(page: Page) -> tuple[tuple[Cut, ...], bool]:
    """Return the cuts that are each enough, the shortest first, or else those to make together."""
    alone = []
    for section in _sections(page.body):

        def is_enough(count: int, section: Section = section) -> bool:
            return page.fits(_with(page.body, section.without(count)))

        count = _least(section.words, is_enough)
        if count < section.words:
            alone.append(_cut(page, section, count))
    if alone:
        return tuple(sorted(alone, key=lambda cut: cut.words)), True
    return _together(page), False


def _together(page: Page) -> tuple[Cut, ...]:
    """Return cuts of the same share of every section that make it fit; none if that is no way."""

    def cut_by(part: int) -> list[tuple[Section, int]]:
        return [(each, math.ceil(each.words * part / _PARTS)) for each in _sections(page.body)]

    def is_enough(part: int) -> bool:
        body = page.body
        for section, count in cut_by(part):
            body = _with(body, section.without(count))
        return page.fits(body)

    if not page.fits(_gist(page)):
        return ()
    part = _least(_PARTS, is_enough)
    return tuple(_cut(page, section, count) for section, count in cut_by(part))


def _cut(page: Page, section: Section, count: int) -> Cut:
    return Cut(section.heading, count, section.words, page.lines()[section.heading])


def _gist(page: Page) -> Body:
    """Return the body with only the first words of every section that can be cut."""
    body = page.body
    for section in _sections(page.body):
        body = _with(body, section.without(section.words - _GIST))
    return body


def _sections(body: Body) -> list[Section]:
    """Return the sections that an officer writes afresh; where to read on stays."""
    return [section for heading, section in body.items() if heading != FIND_OUT_MORE]


def _with(body: Body, section: Section) -> Body:
    """Return `body` with another text of one section, or without it where it has no word."""
    changed = {**body, section.heading: section}
    return {heading: each for heading, each in changed.items() if each.items}


def _least(high: int, holds: Callable[[int], bool]) -> int:
    """Return the least number from 1 up for which `holds`, or `high` where none below it does."""
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high


def _fitting(spacing: Spacing, spare: int) -> str:
    size = f"{spacing.size:g} pt"
    more = f"more than {_MOST_SPARE}" if spare == _MOST_SPARE else f"about {spare}"
    room = f"there is room for {more} words more" if spare else "the page is full"
    if spacing.size == LARGEST:
        return f"Fits at {size}; in smaller text {room}."
    return f"Fits at {size}, smaller than the {LARGEST:g} pt that reads best; {room}."


def _too_long(cuts: tuple[Cut, ...], *, is_either: bool) -> str:
    size = f"{TIGHTEST.size:g} pt"
    listed = [f"about {cut.words} words from {cut.section}" for cut in cuts]
    if is_either:
        return f"Too long for one page at {size}. Cut {_listed(listed, 'or')}."
    return (
        f"Too long for one page at {size}, and no single section is long enough to cut. "
        f"Cut {_listed(listed, 'and')}."
    )


def _too_full(page: Page) -> str:
    """Return which fixed lines leave no room for the text, those that are enough alone if any."""
    said = page.briefing
    shorter = {
        "the title": replace(said, title=_first(said.title)),
        "the subtitle": replace(said, subtitle=_first(said.subtitle)),
        "“Find out more”": replace(said, find_out_more=(), web_address=""),
        "the contacts in Settings": replace(said, brand=replace(said.brand, contacts=())),
        "the case reference": replace(said, reference=_first(said.reference)),
        "the review type and the audience": replace(
            said, review_type=_first(said.review_type), audience=_first(said.audience)
        ),
        "the statement at the foot": replace(said, statement=_first(said.statement)),
        "the handling mark": replace(said, mark=_first(said.mark)),
    }
    pages = {what: page.with_text(text) for what, text in shorter.items() if text != said}
    enough = [what for what, each in pages.items() if each.fits(_gist(each))]
    what = _listed(enough, "or") if enough else _listed(list(pages) or ["the title"], "and")
    return f"The page is full at {TIGHTEST.size:g} pt before its text begins: shorten {what}."


def _first(text: str) -> str:
    return " ".join(text.split()[:_GIST])[:_GIST_LETTERS]


def _listed(parts: list[str], word: str) -> str:
    *first, last = parts
    return f"{', '.join(first)} {word} {last}" if first else last
