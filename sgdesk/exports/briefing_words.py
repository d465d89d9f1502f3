"""The words of a briefing in the order of its page, for documents that are not drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from sgdesk.domain.dates import full_date
from sgdesk.exports.links import contact_link, safe_link
from sgdesk.records.briefing import FurtherReading, LearningPoint
from sgdesk.text import clean_block, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sgdesk.records.briefing import Brand, Briefing

BACKGROUND = "Background"
KEY_LEARNING = "Key learning"
GOOD_PRACTICE = "Good practice"
IMPROVEMENTS = "Areas for practice improvement"
RECOMMENDATIONS = "Recommendations"
QUESTIONS = "Questions for your team meeting or supervision"
FIND_OUT_MORE = "Find out more"
CONTACT = "Contact"
UNTITLED = "Untitled briefing"


class Shape(Enum):
    PARAGRAPHS = auto()
    BULLETS = auto()
    NUMBERS = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or list item: a bold lead, text, and a link at its end; each may be empty."""

    text: str
    lead: str = ""
    link: str = ""
    """The words of the link."""
    address: str = ""


@dataclass(frozen=True, slots=True)
class WordSection:
    heading: str
    shape: Shape
    lines: tuple[Line, ...]


def page_sections(briefing: Briefing) -> tuple[WordSection, ...]:
    """Return what the briefing page prints under its title; empty sections are left out."""
    return _filled(
        *_told(briefing),
        WordSection(QUESTIONS, Shape.NUMBERS, paragraphs(briefing.questions)),
        WordSection(
            FIND_OUT_MORE, Shape.PARAGRAPHS, (*readings(briefing), *contacts(briefing.brand))
        ),
    )


def web_sections(briefing: Briefing) -> tuple[WordSection, ...]:
    """Return what the web page says under its title: no questions, but what is recommended."""
    return _filled(
        *_told(briefing),
        WordSection(RECOMMENDATIONS, Shape.NUMBERS, points(briefing.recommendations)),
        WordSection(FIND_OUT_MORE, Shape.BULLETS, readings(briefing)),
        WordSection(CONTACT, Shape.PARAGRAPHS, contacts(briefing.brand)),
    )


def _told(briefing: Briefing) -> tuple[WordSection, ...]:
    """Return what every document tells first: what happened and what was learnt."""
    return (
        WordSection(BACKGROUND, Shape.PARAGRAPHS, paragraphs(briefing.background)),
        WordSection(KEY_LEARNING, Shape.BULLETS, points(briefing.key_learning)),
        WordSection(GOOD_PRACTICE, Shape.BULLETS, points(briefing.good_practice)),
        WordSection(IMPROVEMENTS, Shape.BULLETS, points(briefing.improvements)),
    )


def title_of(briefing: Briefing) -> str:
    """Return the title, or words that stand for it while it is still empty."""
    return clean_line(briefing.title) or UNTITLED


def facts_of(briefing: Briefing, *, for_whom: bool) -> tuple[tuple[str, str], ...]:
    """Return the labels and values under the title; empty ones are left out."""
    facts = (
        ("Case reference", clean_line(briefing.reference)),
        ("Published", full_date(briefing.published) if briefing.published else ""),
        ("Review type", clean_line(briefing.review_type)),
        ("For", clean_line(briefing.audience) if for_whom else ""),
    )
    return tuple((label, value) for label, value in facts if value)


def paragraphs(texts: Iterable[str]) -> tuple[Line, ...]:
    """Return a line for each paragraph of `texts`."""
    return tuple(Line(part) for text in texts for part in clean_block(text).split("\n") if part)


def points(items: Iterable[LearningPoint]) -> tuple[Line, ...]:
    """Return a line for each point that says something."""
    lines = (Line(clean_line(one.text), lead=clean_line(one.lead)) for one in items)
    return tuple(line for line in lines if line.lead or line.text)


def readings(briefing: Briefing) -> tuple[Line, ...]:
    """Return the lines of "Find out more"; the web address itself where there are none."""
    given = tuple(one for one in briefing.find_out_more if one != FurtherReading(""))
    if not given and briefing.web_address:
        given = (FurtherReading("", "", briefing.web_address),)
    return tuple(line for one in given if (line := _reading(one)) != Line(""))


def contacts(brand: Brand) -> tuple[Line, ...]:
    """Return the lines that say how the partnership is reached; an address at the end opens."""
    return tuple(_contact(text) for one in brand.contacts if (text := clean_line(one)))


def _contact(text: str) -> Line:
    before, _, last = text.rpartition(" ")
    address = contact_link(last)
    return Line(before, link=last, address=address) if address else Line(text)


def _reading(one: FurtherReading) -> Line:
    text, label, address = clean_line(one.text), clean_line(one.label), safe_link(one.address)
    if address:
        return Line(text, link=label or address, address=address)
    return Line(" ".join(part for part in (text, label or clean_line(one.address)) if part))


def _filled(*sections: WordSection) -> tuple[WordSection, ...]:
    return tuple(section for section in sections if section.lines)
