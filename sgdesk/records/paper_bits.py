"""A paper taken apart into what stands one below the other: titles, paragraphs, rows."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

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


class Bit(NamedTuple):
    kind: BitKind
    part: int
    """Number of the part of the paper that it belongs to."""
    cells: tuple[str, ...]
    """One text, or one for each column."""
    standing: Standing | None = None
    keeps_next: bool = False
    """Whether it never is the last on a page."""

    @property
    def is_of_rows(self) -> bool:
        """Whether the head of its table stands again over it where it begins a page."""
        return self.kind in (BitKind.ROW, BitKind.GROUP)


def bits_of(paper: Paper) -> tuple[Bit, ...]:
    """Return what the paper says below its title, in order."""
    return tuple(bit for number, part in enumerate(paper.parts) for bit in _bits(number, part))


def _bits(number: int, part: PaperTable | PaperText) -> Iterator[Bit]:
    if part.title:
        yield Bit(BitKind.TITLE, number, (part.title,), keeps_next=True)
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
    for row in table.rows:
        if row.is_heading:
            yield Bit(BitKind.GROUP, number, row.cells[:1], keeps_next=True)
        else:
            standing = row.standing if row.cells[-1].strip() else None
            yield Bit(BitKind.ROW, number, row.cells, standing)
