"""What a slide holds before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sgdesk.records.briefing import ThemeCount


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; with an address it is a link."""

    text: str
    is_bold: bool = False
    address: str = ""


Paragraph = tuple[Run, ...]


class Marker(Enum):
    """What stands before each paragraph of a list."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs at the size and with the gap after each, in points, that suit their frame."""

    paragraphs: tuple[Paragraph, ...]
    size: int
    gap: float
    marker: Marker = Marker.BULLET
    first_number: int = 1
    continues: bool = False
    """The first paragraph goes on from the slide before: it has no marker of its own."""
    kicker: str = ""
    """A short line over the first paragraph that says where we are."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of which the first is the head. `shares` of the width add up to 1."""

    name: str
    summary: str
    """What a screen reader says of the table as a whole."""
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    fills_frame: bool = False
    """Rows as high as the frame allows: a table to write in."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A row of the timeline: the child's age, what happened, and the height in points."""

    age: str
    text: Paragraph
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """One slide of the timeline; `age_width` is that of its first column, in points."""

    moments: tuple[Moment, ...]
    size: int
    age_width: float
    summary: str
    """What a screen reader says of the timeline as a whole."""


class Look(Enum):
    """Which layout of the template a slide takes."""

    OPENING = "opening"
    CONTENT = "content"
    TWO_PARTS = "two parts"
    DISCUSSION = "discussion"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: title, then text, then at most one of the others."""

    look: Look
    title: str
    notes: tuple[str, ...]
    text: TextBlock | None = None
    panel: TextBlock | None = None
    """Text set off beside the body, under its kicker."""
    timeline: Timeline | None = None
    table: Table | None = None
    chart: tuple[ThemeCount, ...] = ()
    code_address: str = ""
    """The web address that a QR code beside the text opens."""


def plain(text: str) -> Paragraph:
    """Return `text` as a paragraph in one style."""
    return (Run(text),)


def led(lead: str, text: str) -> Paragraph:
    """Return a paragraph that opens with `lead` in bold; either part may be empty."""
    rest = f" {text}" if lead and text else text
    return tuple(run for run in (Run(lead, is_bold=True), Run(rest)) if run.text)
