"""A calendar on paper: weeks of day boxes, and what stands in each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sgdesk.domain.standings import URGENCY

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.standings import Standing

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class DayKind(StrEnum):
    COUNTED = "counted"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"
    CLOSURE = "closure"
    """The office is closed; the day counts all the same."""
    OUTSIDE = "outside"
    """Before the first or after the last day of what is told."""


class BoxSize(StrEnum):
    """How large the letters of a calendar are, and where what happens stands in a box."""

    SMALL = "small"
    """Beside the day: for half a year on a page."""
    MEDIUM = "medium"
    """Beside the day as well, in larger letters: for six weeks or more on a page."""
    PLAIN = "plain"
    """Below the day, in the letters of tables."""
    LARGE = "large"
    """Below the day, to be read from the wall."""
    LARGEST = "largest"
    """The same for a week or two that have a page to themselves."""


SKIPPED = frozenset({DayKind.WEEKEND, DayKind.BANK_HOLIDAY})
"""Kinds of days that are not counted: hatched on paper."""


@dataclass(frozen=True, slots=True)
class PaperNote:
    """What happens on a day."""

    text: str
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class PaperDay:
    day: date
    words: str
    """What the box is headed with, such as "23" or "1 Dec"."""
    kind: DayKind = DayKind.COUNTED
    name: str = ""
    """Of the bank holiday or of the office closure."""
    notes: tuple[PaperNote, ...] = ()
    number: int | None = None
    """The number of the day in the count, said as "Day 9"."""
    is_today: bool = False
    is_strong: bool = False
    """Outlined strongly: the day a count starts from, or the day it ends on."""

    @property
    def number_words(self) -> str:
        """Return "Day 9", or nothing where the day has no number."""
        return "" if self.number is None else f"Day {self.number}"

    @property
    def standing(self) -> Standing | None:
        """Return the most pressing standing of its notes."""
        standings = [note.standing for note in self.notes if note.standing is not None]
        return min(standings, key=URGENCY.index, default=None)

    def said(self) -> str:
        """Return the whole day as one line, for those who hear it."""
        named = (self.name,) if self.name else ()
        notes = "; ".join((*named, *(note.text for note in self.notes)))
        head = ", ".join(one for one in (self.words, self.number_words) if one)
        return f"{head}: {notes}" if notes else head


@dataclass(frozen=True, slots=True)
class PaperWeek:
    label: str
    """What heads its row; a line break keeps its place."""
    days: tuple[PaperDay, ...]
    """Seven, Monday first."""


@dataclass(frozen=True, slots=True)
class PaperCalendar:
    """A row for each week, a column for each weekday."""

    weeks: tuple[PaperWeek, ...]
    title: str = ""
    note: str = ""
    """Under the title, or in place of the weeks where there are none."""
    least_height: float = 0.0
    """How high a week is at least, in mm."""
    most_lines: int = 8
    """How many lines of a box tell what happens; the last then says how much more there is."""
    size: BoxSize = BoxSize.PLAIN
    fills_page: bool = False
    """Whether the weeks share the height that a paper of one page would leave free."""
