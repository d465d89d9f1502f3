"""What a column of a table shows of a record, and which roles its cells answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.domain.agency_requests import ReturnState
    from sgdesk.domain.standings import Standing

RecordT = TypeVar("RecordT")


class Role(IntEnum):
    """Roles beyond Qt's own. RECORD answers the whole record, HEAD the head of a group."""

    RECORD = Qt.ItemDataRole.UserRole
    SORT = Qt.ItemDataRole.UserRole + 1
    SECOND = Qt.ItemDataRole.UserRole + 2
    ICON_NAME = Qt.ItemDataRole.UserRole + 3
    STANDING = Qt.ItemDataRole.UserRole + 4
    PROGRESS = Qt.ItemDataRole.UserRole + 5
    KIND = Qt.ItemDataRole.UserRole + 6
    HEAD = Qt.ItemDataRole.UserRole + 7


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CellKind(Enum):
    """How a cell is painted."""

    TEXT = "text"
    STRONG = "strong"
    """References and other row titles."""
    MUTED = "muted"
    STANDING = "standing"
    """The standing's mark before the text; pill where a person must act."""
    DAY = "day"
    """Text over one segment for each day; without progress the text alone, muted."""
    RETURNS = "returns"
    """Text such as 7/9 beside a bar; without progress the text alone."""
    RETURN = "return"
    """The mark of an agency return before the text."""
    PROSE = "prose"
    """Text over two lines at most, broken where the column ends."""
    STRONG_PROSE = "strong_prose"
    MUTED_PROSE = "muted_prose"


class Cell(NamedTuple):
    """What is painted of one record in one column."""

    kind: CellKind
    text: str
    second: str
    icon_name: str
    standing: Standing | None
    progress: tuple[int, int] | None
    is_right_aligned: bool
    indent: int = 0
    """Steps to the right, for rows that belong to the row above."""
    state: ReturnState | None = None


@dataclass(frozen=True)
class Column(Generic[RecordT]):
    """One column. Every callable takes the record; `width` is in pixels at the designed size.

    A column that does not elide grows to its longest text; keep dates, standings and
    references that way. `sort_key` must give values of one type; without it the text sorts.
    """

    header: str
    text: Callable[[RecordT], str]
    sort_key: Callable[[RecordT], Any] | None = None
    second: Callable[[RecordT], str] | None = None
    icon: Callable[[RecordT], str] | None = None
    standing: Callable[[RecordT], Standing | None] | None = None
    progress: Callable[[RecordT], tuple[int, int] | None] | None = None
    tooltip: Callable[[RecordT], str] | None = None
    spoken: Callable[[RecordT], str] | None = None
    indent: Callable[[RecordT], int] | None = None
    state: Callable[[RecordT], ReturnState] | None = None
    kind: CellKind = CellKind.TEXT
    kind_of: Callable[[RecordT], CellKind] | None = None
    """The kind by record, where it is not the same for all."""
    width: int = 80
    stretches: bool = False
    elides: bool = False
    is_right_aligned: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        return _RIGHT if self.is_right_aligned else _LEFT

    def value(self, record: RecordT, role: int) -> Any:
        """Return what the cell of `record` answers to `role`, or None."""
        reader = self._readers.get(role)
        return reader(record) if reader is not None else None

    def cell(self, record: RecordT) -> Cell:
        """Return what is painted of `record`."""
        return Cell(
            self.kind_of(record) if self.kind_of is not None else self.kind,
            self.text(record),
            self._second(record),
            self.icon(record) if self.icon is not None else "",
            self.standing(record) if self.standing is not None else None,
            self.progress(record) if self.progress is not None else None,
            self.is_right_aligned,
            self.indent(record) if self.indent is not None else 0,
            self.state(record) if self.state is not None else None,
        )

    def said(self, record: RecordT) -> str:
        """Return the cell as a screen reader should say it: both lines, in words."""
        if self.spoken is not None:
            return self.spoken(record)
        return ", ".join(part for part in (self.text(record), self._second(record)) if part)

    @cached_property
    def _readers(self) -> dict[int, Callable[[RecordT], Any] | None]:
        return {
            Qt.ItemDataRole.DisplayRole: self.text,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            Qt.ItemDataRole.AccessibleTextRole: self.said,
            Qt.ItemDataRole.TextAlignmentRole: lambda _: self.alignment,
            Role.RECORD: lambda record: record,
            Role.SORT: self.sort_key or self.text,
            Role.SECOND: self.second,
            Role.ICON_NAME: self.icon,
            Role.STANDING: self.standing,
            Role.PROGRESS: self.progress,
            Role.KIND: lambda _: self.kind,
        }

    def _tooltip(self, record: RecordT) -> str | None:
        if self.tooltip is not None:
            return self.tooltip(record)
        return self.said(record) if self.elides else None

    def _second(self, record: RecordT) -> str:
        return self.second(record) if self.second is not None else ""
