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

from sgdesk.ui.models.columns import Cell, Column, RecordT, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sgdesk.domain.standings import Standing

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True)
class Group(Generic[RecordT]):
    """Records under one head. The head shows the number of its rows, then the note.

    `judge` gives the note and the standing of those rows that the filter lets through.
    """

    title: str
    records: Sequence[RecordT]
    note: str = ""
    standing: Standing | None = None
    judge: Callable[[Sequence[RecordT]], tuple[str, Standing | None]] | None = None

    def head(self, shown: Sequence[RecordT]) -> GroupHead:
        """Return the head over the records on show."""
        told = self.judge(shown) if self.judge is not None else (self.note, self.standing)
        return GroupHead(self.title, len(shown), *told)


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head row of a group, as shown with the filter in force."""

    title: str
    count: int
    note: str
    standing: Standing | None

    def __str__(self) -> str:
        return f"{self.title}, {self.count}" + (f", {self.note}" if self.note else "")


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
        self._given: list[list[tuple[str, RecordT]]] = []
        """The haystack and the record of each row of each group."""
        self._entries: list[list[tuple[str, RecordT]]] = []
        """The same, sorted."""
        self._found: list[list[tuple[str, RecordT]]] = []
        """Those in which all words of the filter occur."""
        self._rows: list[RecordT | GroupHead] = []
        self._heads: list[int] = []
        self._text = ""
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
        return len(self._rows) - len(self._heads)

    def set_records(self, records: Sequence[RecordT]) -> None:
        """Show `records`, without heads, in their order or as sorted before."""
        self.set_groups([Group("", records)])

    def set_groups(self, groups: Sequence[Group[RecordT]]) -> None:
        """Show the records of each group under its head; a group without a title has none."""
        self._groups = tuple(groups)
        haystack = self._haystack
        self._given = [
            [(haystack(record).casefold(), record) for record in group.records]
            for group in self._groups
        ]
        self._order()
        self._show()
        self.reloaded.emit()

    def set_filter(self, text: str) -> None:
        """Show only records in which every word of `text` occurs, in any case and order."""
        text = text.casefold()
        is_longer = text.startswith(self._text)  # what is found now was found before
        self._text = text
        before = self._found
        self._search(before if is_longer else self._entries)
        if not is_longer or list(map(len, before)) != list(map(len, self._found)):
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
        return list(self._heads)

    def cell_at(self, row: int, column: int) -> Cell | GroupHead:
        """Return what is painted there: a cell of a record, or the head of a group."""
        shown = self._rows[row]
        return shown if isinstance(shown, GroupHead) else self._columns[column].cell(shown)

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
            return column.alignment
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], GroupHead):
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows of each group; column -1 brings back the order in which they came."""
        self._sorted_by = None if column < 0 else (column, order)
        self._order()
        self._show()

    def _order(self) -> None:
        self._entries = self._given
        if self._sorted_by is not None:
            self._sort(*self._sorted_by)
        self._search(self._entries)

    def _sort(self, number: int, order: Qt.SortOrder) -> None:
        column = self._columns[number]
        key = column.sort_key or column.text
        is_reversed = order == Qt.SortOrder.DescendingOrder
        self._entries = [
            sorted(entries, key=lambda entry: key(entry[1]), reverse=is_reversed)
            for entries in self._given
        ]

    def _search(self, groups: Sequence[list[tuple[str, RecordT]]]) -> None:
        self._found = []
        for entries in groups:
            found = entries
            for word in self._text.split():
                found = [entry for entry in found if word in entry[0]]
            self._found.append(found)

    def _show(self) -> None:
        self.beginResetModel()
        self._rows, self._heads = [], []
        for group, entries in zip(self._groups, self._found, strict=True):
            records = [record for _, record in entries]
            if self._predicate is not None:
                records = list(filter(self._predicate, records))
            if group.title and records:
                self._heads.append(len(self._rows))
                self._rows.append(group.head(records))
            self._rows.extend(records)
        self.endResetModel()

    def _all_texts(self, record: RecordT) -> str:
        return "\n".join(column.said(record) for column in self._columns)


_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


def _head_value(head: GroupHead, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
            return str(head)
        case Role.HEAD:
            return head
        case Role.STANDING:
            return head.standing
    return None
