"""What a printed sheet says: screen preview, paper and PDF only typeset it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.domain.standings import Standing


@dataclass(frozen=True, slots=True)
class PaperColumn:
    title: str
    share: float
    """Of the width, against the shares of the other columns."""
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class PaperRow:
    cells: tuple[str, ...]
    """One text for each column; a line break keeps its place."""
    standing: Standing | None = None
    """Drawn as a mark before the text of the last column."""
    is_heading: bool = False
    """A line over the rows of a group: its first cell goes across all columns."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    columns: tuple[PaperColumn, ...]
    rows: tuple[PaperRow, ...]
    title: str = ""
    note: str = ""
    """Under the title, or in place of the rows where there are none."""


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
    parts: tuple[PaperTable | PaperText, ...]
    file_stem: str
    """How its file is called, without a name, a date or an ending, as in "agency-returns"."""
    is_landscape: bool = False
