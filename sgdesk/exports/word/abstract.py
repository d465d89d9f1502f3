"""The abstract of a review as a Word document, to be sent to the national repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.exports.briefing_words import (
    CONTACT,
    KEY_LEARNING,
    RECOMMENDATIONS,
    UNTITLED,
    Line,
    Shape,
    WordSection,
    contacts,
    paragraphs,
    points,
)
from sgdesk.exports.links import safe_link
from sgdesk.exports.word.flow import Flow, Head
from sgdesk.text import clean_line

if TYPE_CHECKING:
    from sgdesk.records.repository_abstracts import RepositoryAbstract

_KICKER = "Abstract for the national case review repository"


def abstract_document(held: RepositoryAbstract) -> bytes:
    """Return the abstract as a .docx file."""
    title = clean_line(held.title) or UNTITLED
    flow = Flow(Head(title, held.brand, held.mark, held.as_of))
    flow.paragraph(_KICKER, is_muted=True)
    flow.title(title)
    flow.labelled(_facts(held))
    for section in _sections(held):
        if section.lines:
            flow.section(section)
    return flow.finished()


def _facts(held: RepositoryAbstract) -> list[tuple[str, str]]:
    facts = (
        ("Year", str(held.published.year) if held.published else ""),
        ("Published", full_date(held.published) if held.published else ""),
        ("Publisher", clean_line(held.brand.partnership)),
        ("Type", clean_line(held.review_type)),
        ("Case reference", clean_line(held.reference)),
        ("Keywords", "; ".join(filter(None, map(clean_line, held.keywords)))),
    )
    return [(label, value) for label, value in facts if value]


def _sections(held: RepositoryAbstract) -> tuple[WordSection, ...]:
    address = safe_link(held.web_address)
    report = (Line("", link=address, address=address),) if address else ()
    return (
        WordSection("Abstract", Shape.PARAGRAPHS, paragraphs(held.abstract)),
        WordSection(KEY_LEARNING, Shape.BULLETS, points(held.key_learning)),
        WordSection(RECOMMENDATIONS, Shape.NUMBERS, points(held.recommendations)),
        WordSection("The report", Shape.PARAGRAPHS, report),
        WordSection(CONTACT, Shape.PARAGRAPHS, contacts(held.brand)),
    )
