"""The web pages of the public list and of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.exports.briefing_words import CONTACT, UNTITLED, contacts
from sgdesk.exports.links import safe_link
from sgdesk.exports.web.markup import Html, block, element
from sgdesk.exports.web.page import (
    WebPage,
    day,
    labelled,
    line_content,
    paragraphs,
    written,
)
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.records.briefing import Brand
    from sgdesk.records.public_lists import ArchivedEntry, ArchiveList, ListedEntry, PublicList

LIST_TITLE = "Learning from reviews"
ARCHIVE_TITLE = "Archive of reviews"
REPOSITORY = "National case review repository"
_ABOUT = "About this list"
"""Over the closing words, so that they do not seem to belong to the last review."""
_NONE_LISTED = "There is no review on this list at present."
_NONE_ARCHIVED = "No review has left the public list yet."


def list_page(held: PublicList) -> bytes:
    """Return the public list as one HTML file in UTF-8, its reviews in the order given."""
    content = [element("h1", LIST_TITLE), *paragraphs(held.opening)]
    for entry in held.reviews:
        content += _listed(entry)
    if not held.reviews:
        content.append(element("p", _NONE_LISTED))
    if closing := paragraphs(held.closing):
        content += [element("h2", _ABOUT), *closing]
    content += _contact(held.brand)
    return written(WebPage(LIST_TITLE, held.brand, held.mark, held.as_of, tuple(content)))


def archive_page(held: ArchiveList) -> bytes:
    """Return the archive list as one HTML file in UTF-8, its reviews in the order given."""
    content = [element("h1", ARCHIVE_TITLE), *paragraphs(held.opening)]
    for entry in held.reviews:
        content += _archived(entry)
    if not held.reviews:
        content.append(element("p", _NONE_ARCHIVED))
    content += _contact(held.brand)
    return written(WebPage(ARCHIVE_TITLE, held.brand, held.mark, held.as_of, tuple(content)))


def _listed(entry: ListedEntry) -> Iterator[Html]:
    yield from _headed(entry)
    yield labelled("Publication date", day(entry.published_on))
    if review_type := clean_line(entry.review_type):
        yield labelled("Review type", review_type)
    yield from paragraphs(entry.summary)
    items: list[str] = []
    if address := safe_link(entry.web_address):
        items.append(element("a", f"Read the review: {_name(entry)}", href=address))
    items += [text for text in map(clean_line, entry.accompanied_by) if text]
    if items:
        yield block("ul", (element("li", item) for item in items))


def _archived(entry: ArchivedEntry) -> Iterator[Html]:
    yield from _headed(entry)
    yield labelled("Publication date", day(entry.published_on))
    yield labelled("Left the public list", day(entry.left_on))
    if entry.deposited_on is not None:
        yield labelled(REPOSITORY, Html(f"sent there on {day(entry.deposited_on)}"))


def _headed(entry: ListedEntry | ArchivedEntry) -> Iterator[Html]:
    yield element("h2", _name(entry))
    if entry.title and entry.reference:
        yield labelled("Case reference", clean_line(entry.reference))


def _name(entry: ListedEntry | ArchivedEntry) -> str:
    return clean_line(entry.title) or clean_line(entry.reference) or UNTITLED


def _contact(brand: Brand) -> Iterator[Html]:
    if lines := contacts(brand):
        yield element("h2", CONTACT)
        for line in lines:
            yield element("p", *line_content(line))
