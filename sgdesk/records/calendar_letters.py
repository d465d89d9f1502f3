"""The letters of a calendar on paper, by the size of its boxes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from sgdesk.records.paper_calendars import BoxSize

_PT = 25.4 / 72
"""Millimetres in a point."""


class Tone(Enum):
    INK = "ink"
    TEXT = "text"
    MUTED = "muted"
    WHITE = "white"


class Lettering(NamedTuple):
    """One kind of text in a calendar: its size and the height of a line, in points."""

    points: float
    line_points: float
    tone: Tone = Tone.INK
    is_bold: bool = True

    @property
    def leading(self) -> float:
        """The height of a line, in mm."""
        return self.line_points * _PT


class BoxLetters(NamedTuple):
    """The letters of a calendar, by its kind."""

    day: Lettering
    number: Lettering
    label: Lettering
    note: Lettering
    inset: float
    """Between the edge of a box and its texts, in mm."""
    above: float
    """Above the first line of a box, in mm."""
    below: float


HEAD = Lettering(9.5, 11.5, Tone.WHITE)
LETTERS = {
    BoxSize.SMALL: BoxLetters(
        day=Lettering(8, 9.2),
        number=Lettering(8, 9.2),
        label=Lettering(8, 9.2),
        note=Lettering(8, 9.2, Tone.TEXT, is_bold=False),
        inset=1.2,
        above=0.6,
        below=0.7,
    ),
    BoxSize.MEDIUM: BoxLetters(
        day=Lettering(10.5, 11.6),
        number=Lettering(10.5, 11.6),
        label=Lettering(9.5, 11.6),
        note=Lettering(9.5, 11.6, Tone.TEXT, is_bold=False),
        inset=1.6,
        above=1.0,
        below=1.1,
    ),
    BoxSize.PLAIN: BoxLetters(
        day=Lettering(12, 13.5),
        number=Lettering(9.5, 13.5),
        label=Lettering(9.5, 11.5),
        note=Lettering(9.5, 11.5, Tone.TEXT, is_bold=False),
        inset=1.6,
        above=1.2,
        below=1.4,
    ),
    BoxSize.LARGE: BoxLetters(
        day=Lettering(16, 18),
        number=Lettering(11, 18),
        label=Lettering(11, 13.5),
        note=Lettering(11.5, 13.5, Tone.TEXT, is_bold=False),
        inset=1.8,
        above=1.4,
        below=1.6,
    ),
    BoxSize.LARGEST: BoxLetters(
        day=Lettering(24, 27),
        number=Lettering(16, 27),
        label=Lettering(13, 16),
        note=Lettering(15.5, 18, Tone.TEXT, is_bold=False),
        inset=2.2,
        above=1.8,
        below=2.0,
    ),
}
