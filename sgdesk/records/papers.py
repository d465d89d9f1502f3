"""What a printed sheet says: screen preview, paper and PDF only typeset it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sgdesk.records.shares import shared_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sgdesk.domain.standings import Standing
    from sgdesk.records.paper_calendars import PaperCalendar


@dataclass(frozen=True, slots=True)
class PaperColumn:
    title: str
    share: float
    """Of the width, against the shares of the other columns."""
    is_centred: bool = False
    is_quiet_below: bool = False
    """Whether the lines of a cell after its first say less than the first."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    cells: tuple[str, ...]
    """One text for each column; a line break keeps its place."""
    standing: Standing | None = None
    """Drawn as a mark before the text of the last column."""
    is_heading: bool = False
    """A line over the rows of a group: its first cell goes across all columns."""
    is_below: bool = False
    """A quiet line under the row before it, kept with it, such as the working of a date: its
    first cell goes across all columns."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]
    title: str = ""
    note: str = ""
    """Under the title, or in place of the rows where there are none."""
    is_tight: bool = False
    """Whether its rows stand close together, on a paper that has to be one page."""

    def widths(self, room: float, least: Sequence[float]) -> tuple[float, ...]:
        """Return the width of each column, `room` in sum, as the shares ask.

        `least` is what each column needs so that no word of it is cut. A column gets that
        first; where the paper is too narrow for all of them, the widest give way.
        """
        if sum(least) >= room:
            return tuple(shared_out(least, room))
        open_columns = set(range(len(self.columns)))
        while True:
            left = room - sum(width for at, width in enumerate(least) if at not in open_columns)
            shares = sum(self.columns[at].share for at in open_columns)
            factor = left / shares if shares else 0.0
            narrow = {at for at in open_columns if self.columns[at].share * factor < least[at]}
            if not narrow:
                break
            open_columns -= narrow
        return tuple(
            column.share * factor if at in open_columns else least[at]
            for at, column in enumerate(self.columns)
        )


@dataclass(frozen=True, slots=True)
class PaperText:
    """A heading with paragraphs, or with a list where `is_list`."""

    title: str
    lines: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """One sheet or several, ready to typeset."""

    title: str
    partnership: str
    as_at: date
    counting: str
    """The counting setting in force, one sentence, printed on every page; may be empty."""
    summary: str
    mark: str
    """Handling mark printed on every page, such as OFFICIAL-SENSITIVE or PRACTICE."""
    parts: tuple[PaperTable | PaperText | PaperCalendar, ...]
    file_stem: str
    """How its file is called, without a name, a date or an ending, as in "agency-returns"."""
    is_landscape: bool = False
    case_ids: tuple[UUID, ...] = ()
    """The cases it speaks of, for the log of what left the register."""

    @property
    def file_words(self) -> str:
        """What it is, in words that name nobody, such as "agency returns"."""
        return self.file_stem.replace("-", " ")

    @property
    def file_name(self) -> str:
        """The name of its file, such as "Agency Returns 2026-11-23.pdf"."""
        return f"{self.file_words.title()} {self.as_at.isoformat()}.pdf"

    def in_landscape(self) -> Paper:
        """Return the paper lying on its side, for tables with many columns."""
        return replace(self, is_landscape=True)
