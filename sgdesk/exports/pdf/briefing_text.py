"""The words of a briefing, measured: what its page sets, section by section."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.exports.briefing_words import (
    BACKGROUND,
    FIND_OUT_MORE,
    GOOD_PRACTICE,
    IMPROVEMENTS,
    KEY_LEARNING,
    QUESTIONS,
    UNTITLED,
)
from sgdesk.exports.links import contact_link, safe_link
from sgdesk.exports.pdf.fonts import FontSet, Weight, printable
from sgdesk.exports.pdf.wrapping import Paragraph, Run, measured
from sgdesk.records.briefing import Briefing, FurtherReading, LearningPoint
from sgdesk.text import clean_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sgdesk.exports.pdf.measured_words import Word

_LONGEST_CODE = 300


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its measured paragraphs or list items."""

    heading: str
    items: tuple[Paragraph, ...]

    @property
    def words(self) -> int:
        return sum(len(item.words) for item in self.items)

    def without(self, count: int) -> Section:
        """Return the section without its last `count` words, and without items left empty."""
        kept: list[Paragraph] = []
        left = self.words - count
        for item in self.items:
            if left > 0:
                kept.append(item.first(left))
                left -= len(item.words)
        return replace(self, items=tuple(kept))

    def with_more(self, words: tuple[Word, ...]) -> Section:
        """Return the section with `words` at the end of its last item."""
        *before, last = self.items
        longer = replace(last, words=last.words + words, _lines={})
        return replace(self, items=(*before, longer))


Body = dict[str, Section]
"""The sections of one briefing by heading, in reading order; none is empty."""


def body_of(briefing: Briefing, fonts: FontSet) -> Body:
    """Return the sections that the page sets. Empty ones are left out, heading and all."""
    paragraphs = [part for text in briefing.background for part in clean_block(text).split("\n")]
    sections = {
        BACKGROUND: [measured(fonts, [Run(text)]) for text in paragraphs],
        KEY_LEARNING: _points(briefing.key_learning, fonts),
        GOOD_PRACTICE: _points(briefing.good_practice, fonts),
        IMPROVEMENTS: _points(briefing.improvements, fonts),
        QUESTIONS: [measured(fonts, [Run(text)]) for text in briefing.questions],
        FIND_OUT_MORE: [
            *(_reading(line, fonts) for line in _further_reading(briefing)),
            _contacts(briefing.brand.contacts, fonts),
        ],
    }
    body: Body = {}
    for heading, items in sections.items():
        if filled := tuple(item for item in items if item.words):
            body[heading] = Section(heading, filled)
    return body


def title_of(briefing: Briefing) -> str:
    """Return the title, or words that stand for it while it is still empty."""
    return printable(briefing.title) or UNTITLED


def facts_of(briefing: Briefing) -> list[tuple[str, str]]:
    """Return the labels and values of the strip under the title; empty ones are left out."""
    published = full_date(briefing.published) if briefing.published else ""
    facts = [
        ("Case reference:", printable(briefing.reference)),
        ("Published:", published),
        ("Review type:", printable(briefing.review_type)),
        ("For:", printable(briefing.audience)),
    ]
    return [(label, value) for label, value in facts if value]


def texts_of(briefing: Briefing) -> Iterator[str]:
    """Yield every text of the record that the page can show."""
    brand = briefing.brand
    yield from (briefing.mark, briefing.kicker, briefing.title, briefing.subtitle)
    yield from (briefing.reference, briefing.review_type, briefing.audience)
    yield from (brand.partnership, brand.short_name, briefing.statement, briefing.web_address)
    yield from brand.contacts
    yield from briefing.background
    for point in (*briefing.key_learning, *briefing.good_practice, *briefing.improvements):
        yield from (point.lead, point.text)
    yield from briefing.questions
    for line in briefing.find_out_more:
        yield from (line.text, line.label, line.address)


def openable(address: str) -> str:
    """Return the address that a link may open, or "" for none."""
    return safe_link(printable(address))


def scannable(address: str) -> str:
    """Return the address that a printed code can hold at its size, or "" for none."""
    address = openable(address)
    return address if len(address) <= _LONGEST_CODE else ""


def _points(points: Iterable[LearningPoint], fonts: FontSet) -> list[Paragraph]:
    return [measured(fonts, [Run(point.lead, Weight.BOLD), Run(point.text)]) for point in points]


def _further_reading(briefing: Briefing) -> tuple[FurtherReading, ...]:
    """Return the lines under "Find out more"; the web address itself where there are none."""
    lines = tuple(line for line in briefing.find_out_more if line != FurtherReading(""))
    return lines or (FurtherReading("", "", briefing.web_address),)


def _reading(line: FurtherReading, fonts: FontSet) -> Paragraph:
    address = openable(line.address)
    label = Run(line.label or line.address, Weight.SEMIBOLD, link=1 if address else 0)
    return measured(fonts, [Run(line.text), label], addresses=(address,))


def _contacts(lines: Iterable[str], fonts: FontSet) -> Paragraph:
    """Return how the partnership is reached, on one line if it is short; its addresses open."""
    runs: list[Run] = []
    addresses: list[str] = []
    for line in filter(None, map(printable, lines)):
        if runs:
            runs.append(Run("·"))
        for word in line.split():
            address = contact_link(word)
            addresses += [address] if address else []
            linked = Run(word, Weight.SEMIBOLD, link=len(addresses))
            runs.append(linked if address else Run(word))
    return measured(fonts, runs, addresses=tuple(addresses))
