"""A paper taken apart into what stands one below the other: titles, paragraphs, rows."""

from __future__ import annotations

from enum import Enum, auto
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from sgdesk.records.paper_calendars import WEEKDAYS, PaperCalendar
from sgdesk.records.papers import PaperTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sgdesk.domain.standings import Standing
    from sgdesk.records.papers import Paper, PaperText

NOTHING = "There is nothing to show."
"""In place of the rows of a table that has none and says nothing about it."""


class BitKind(Enum):
    TITLE = auto()
    NOTE = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    """Of a list."""
    HEAD = auto()
    """The titles of the columns of a table."""
    ROW = auto()
    GROUP = auto()
    """A heading over the rows of a group."""
    BELOW = auto()
    """A line that says more of the row over it."""
    WEEKDAYS = auto()
    """The head of a calendar."""
    WEEK = auto()


class Bit(NamedTuple):
    kind: BitKind
    part: int
    """Number of the part of the paper that it belongs to."""
    cells: tuple[str, ...]
    """One text, or one for each column."""
    standing: Standing | None = None
    keeps_next: bool = False
    """Whether it never is the last on a page."""
    week: int = -1
    """Number of the week within its calendar."""

    @property
    def is_head(self) -> bool:
        """Whether it stands again over what follows it on a later page."""
        return self.kind in (BitKind.HEAD, BitKind.WEEKDAYS)

    @property
    def is_of_rows(self) -> bool:
        """Whether the head of its table stands again over it where it begins a page."""
        return self.kind in (BitKind.ROW, BitKind.GROUP, BitKind.BELOW, BitKind.WEEK)

    @property
    def goes_across(self) -> bool:
        """Whether its one cell goes across all columns of its table."""
        return self.kind in (BitKind.GROUP, BitKind.BELOW)


def bits_of(paper: Paper) -> tuple[Bit, ...]:
    """Return what the paper says below its title, in order."""
    return tuple(bit for number, part in enumerate(paper.parts) for bit in _bits(number, part))


def _bits(number: int, part: PaperTable | PaperText | PaperCalendar) -> Iterator[Bit]:
    if part.title:
        yield Bit(BitKind.TITLE, number, (part.title,), keeps_next=True)
    if isinstance(part, PaperCalendar):
        yield from _calendar_bits(number, part)
        return
    if isinstance(part, PaperTable):
        yield from _table_bits(number, part)
        return
    kind = BitKind.ITEM if part.is_list else BitKind.PARAGRAPH
    for line in part.lines:
        yield Bit(kind, number, (line,))


def _table_bits(number: int, table: PaperTable) -> Iterator[Bit]:
    if not table.rows:
        yield Bit(BitKind.NOTE, number, (table.note or NOTHING,))
        return
    if table.note:
        yield Bit(BitKind.NOTE, number, (table.note,), keeps_next=True)
    titles = tuple(column.title for column in table.columns)
    if any(titles):
        yield Bit(BitKind.HEAD, number, titles, keeps_next=True)
    for row, after in zip_longest(table.rows, table.rows[1:]):
        if row.is_heading:
            yield Bit(BitKind.GROUP, number, row.cells[:1], keeps_next=True)
        elif row.is_below:
            yield Bit(BitKind.BELOW, number, row.cells[:1])
        else:
            standing = row.standing if row.cells[-1].strip() else None
            is_said_more = after is not None and after.is_below
            yield Bit(BitKind.ROW, number, row.cells, standing, keeps_next=is_said_more)


def _calendar_bits(number: int, calendar: PaperCalendar) -> Iterator[Bit]:
    if not calendar.weeks:
        yield Bit(BitKind.NOTE, number, (calendar.note or NOTHING,))
        return
    if calendar.note:
        yield Bit(BitKind.NOTE, number, (calendar.note,), keeps_next=True)
    yield Bit(BitKind.WEEKDAYS, number, ("Week", *WEEKDAYS), keeps_next=True)
    for at, week in enumerate(calendar.weeks):
        label = " ".join(week.label.split("\n"))
        yield Bit(BitKind.WEEK, number, (label, *(day.said() for day in week.days)), week=at)
