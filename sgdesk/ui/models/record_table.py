"""A table of frozen records, plain or in groups, that filters and sorts 10,000 rows at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sgdesk.ui.models.columns import Column, RecordT, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.domain.standings import Standing

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class Group(Generic[RecordT]):
    """Records under one head. The head shows the number of its rows, then the note."""

    title: str
    records: Sequence[RecordT]
    note: str = ""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head row of a group, as shown with the filter in force."""

    title: str
    count: int
    note: str
    standing: Standing | None

    def __str__(self) -> str:
        return f"{self.title}, {self.count}" + (f", {self.note}" if self.note else "")


@dataclass(frozen=True, slots=True)
class _Entry(Generic[RecordT]):
    haystack: str
    record: RecordT


class RecordTableModel(QAbstractTableModel, Generic[RecordT]):
    """Read-only; editing happens in dialogs. Groups stay in their order, their rows are sorted.

    `haystack` gives the text that the filter searches; without it, all texts of the row.
    """

    reloaded = Signal()
    """Other records are held now; filtering and sorting do not emit it."""

    def __init__(
        self,
        columns: Sequence[Column[RecordT]],
        parent: QObject | None = None,
        *,
        haystack: Callable[[RecordT], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._haystack = haystack or self._all_texts
        self._groups: tuple[Group[RecordT], ...] = ()
        self._given: list[list[_Entry[RecordT]]] = []
        self._entries: list[list[_Entry[RecordT]]] = []
        self._rows: list[RecordT | GroupHead] = []
        self._words: tuple[str, ...] = ()
        self._predicate: Callable[[RecordT], bool] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def columns(self) -> tuple[Column[RecordT], ...]:
        return self._columns

    @property
    def total_count(self) -> int:
        """The number of records held, whatever the filter."""
        return sum(len(entries) for entries in self._entries)

    @property
    def shown_count(self) -> int:
        """The number of records that the filter lets through."""
        return sum(not isinstance(row, GroupHead) for row in self._rows)

    def set_records(self, records: Sequence[RecordT]) -> None:
        """Show `records`, without heads, in their order or as sorted before."""
        self.set_groups([Group("", records)])

    def set_groups(self, groups: Sequence[Group[RecordT]]) -> None:
        """Show the records of each group under its head; a group without a title has none."""
        self._groups = tuple(groups)
        self._given = [
            [_Entry(self._haystack(record).casefold(), record) for record in group.records]
            for group in self._groups
        ]
        self._order()
        self._show()
        self.reloaded.emit()

    def set_filter(self, text: str) -> None:
        """Show only records in which every word of `text` occurs, in any case and order."""
        self._words = tuple(text.casefold().split())
        self._show()

    def set_predicate(self, predicate: Callable[[RecordT], bool] | None) -> None:
        """Show only records that `predicate` lets through, besides the text filter."""
        self._predicate = predicate
        self._show()

    def records(self) -> list[RecordT]:
        """Return the shown records in their shown order."""
        return [row for row in self._rows if not isinstance(row, GroupHead)]

    def record_at(self, row: int) -> RecordT | None:
        """Return the record in `row`, or None for a head or a row that is not there."""
        if not 0 <= row < len(self._rows):
            return None
        found = self._rows[row]
        return None if isinstance(found, GroupHead) else found

    def head_rows(self) -> list[int]:
        """Return the rows that are heads of groups."""
        return [row for row, shown in enumerate(self._rows) if isinstance(shown, GroupHead)]

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, GroupHead):
            return _head_value(row, role) if index.column() == 0 else None
        return self._columns[index.column()].value(row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_right_aligned else _LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows of each group; column -1 brings back the order in which they came."""
        self._sorted_by = None if column < 0 else (column, order)
        self._order()
        self._show()

    def _order(self) -> None:
        self._entries = self._given
        if self._sorted_by is None:
            return
        number, order = self._sorted_by
        column = self._columns[number]
        key = column.sort_key or column.text
        is_reversed = order == Qt.SortOrder.DescendingOrder
        self._entries = [
            sorted(entries, key=lambda entry: key(entry.record), reverse=is_reversed)
            for entries in self._given
        ]

    def _show(self) -> None:
        self.beginResetModel()
        self._rows = []
        for group, entries in zip(self._groups, self._entries, strict=True):
            records = self._passing(entries)
            if group.title and records:
                self._rows.append(GroupHead(group.title, len(records), group.note, group.standing))
            self._rows.extend(records)
        self.endResetModel()

    def _passing(self, entries: Sequence[_Entry[RecordT]]) -> list[RecordT]:
        for word in self._words:
            entries = [entry for entry in entries if word in entry.haystack]
        found = [entry.record for entry in entries]
        lets_through = self._predicate
        return found if lets_through is None else list(filter(lets_through, found))

    def _all_texts(self, record: RecordT) -> str:
        return "\n".join(column.said(record) for column in self._columns)


_LEFT = Qt.AlignmentFlag.AlignLeft


def _head_value(head: GroupHead, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return str(head)
        case Role.HEAD:
            return head
        case Role.STANDING:
            return head.standing
    return None
