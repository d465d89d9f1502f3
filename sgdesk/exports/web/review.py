"""The web page of one review: what its briefing says, and what it recommends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.briefing_words import Shape, WordSection, facts_of, title_of, web_sections
from sgdesk.exports.web.markup import Html, block, element
from sgdesk.exports.web.page import (
    WebPage,
    labelled,
    line_content,
    paragraphs,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.records.briefing import Briefing


def review_page(briefing: Briefing) -> bytes:
    """Return the page as one HTML file in UTF-8; its `main` can be copied into a website."""
    title = title_of(briefing)
    return written(
        WebPage(title, briefing.brand, briefing.mark, briefing.as_of, tuple(_content(briefing)))
    )


def _content(briefing: Briefing) -> Iterator[Html]:
    yield element("h1", title_of(briefing))
    yield from paragraphs((briefing.subtitle,))
    for label, value in facts_of(briefing, for_whom=False):
        yield labelled(label, value)
    yield from paragraphs((briefing.statement,))
    for section in web_sections(briefing):
        yield element("h2", section.heading)
        yield from _lines(section)


def _lines(section: WordSection) -> Iterator[Html]:
    if section.shape is Shape.PARAGRAPHS:
        for line in section.lines:
            yield element("p", *line_content(line))
    else:
        name = "ol" if section.shape is Shape.NUMBERS else "ul"
        yield block(name, (element("li", *line_content(line)) for line in section.lines))
