"""What a learning briefing says, decided once; PDF and deck only typeset it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sgdesk.domain.typefaces import DocumentFont

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.deck_templates import OwnDeck


@dataclass(frozen=True, slots=True)
class Brand:
    """The partnership's own look for documents. Colours are `#RRGGBB`; the logo is a PNG."""

    partnership: str
    short_name: str = ""
    ink: str = "#12344D"
    accent: str = "#0B7A75"
    logo_png: bytes | None = field(default=None, repr=False)
    contacts: tuple[str, ...] = ()
    """Lines that say how the partnership is reached."""
    typeface: DocumentFont = DocumentFont.SOURCE_SANS
    """The typeface of its PDFs; a deck takes the typeface of its template."""


@dataclass(frozen=True, slots=True)
class LearningPoint:
    """A bold lead phrase and one sentence; either may be empty, not both."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True)
class FurtherReading:
    """One line of "Find out more": text, then a link (label and address) if there is one."""

    text: str
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """In how many published reviews of the register a theme occurs."""

    theme: str
    reviews: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that the briefing page and the deck print. Text has passed the cleaning gate."""

    title: str
    reference: str
    """As typed, or empty: a national review has none."""
    review_type: str
    published: date | None
    as_of: date
    """The day the document is made: shown in its properties, never read from a clock."""
    brand: Brand
    subtitle: str = "Local Child Safeguarding Practice Review: what we learned and what to do next"
    kicker: str = "Learning lessons briefing"
    audience: str = "Team meetings and supervision"
    background: tuple[str, ...] = ()
    """Paragraphs."""
    key_learning: tuple[LearningPoint, ...] = ()
    good_practice: tuple[LearningPoint, ...] = ()
    improvements: tuple[LearningPoint, ...] = ()
    timeline: tuple[LearningPoint, ...] = ()
    """What happened, by the child's age: the lead is the age. For the deck."""
    recommendations: tuple[LearningPoint, ...] = ()
    """What the review recommends, in short. For the deck and the web page."""
    questions: tuple[str, ...] = ()
    find_out_more: tuple[FurtherReading, ...] = ()
    web_address: str = ""
    """Printed as a QR code where it is not empty."""
    statement: str = "Some details are left out to protect the children and their families."
    staff_support: tuple[str, ...] = ()
    """Paragraphs on support for staff, in the partnership's own words; for the deck."""
    mark: str = ""
    """A handling mark that every page and slide must carry, such as PRACTICE or an embargo."""
    themes: tuple[ThemeCount, ...] = ()
    """Themes over all published reviews, most frequent first; the deck's chart."""
    deck_template: OwnDeck | None = None
    """The partnership's own PowerPoint template; decks without one take the built-in template."""
