"""The matrix of agency returns as a table model: agencies down, cases across."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sgdesk.domain.agency_requests import STATE_LETTERS
from sgdesk.records.return_matrix import ReturnMatrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.return_matrix import MatrixCase, MatrixCell

    AnyIndex = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_WORDS = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class ReturnMatrixModel(QAbstractTableModel):
    """Read-only. What a cell says is asked past Qt, with `cells_at`, by whoever paints it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = ReturnMatrix()

    @property
    def matrix(self) -> ReturnMatrix:
        return self._matrix

    def set_matrix(self, matrix: ReturnMatrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def cells_at(self, row: int, column: int) -> tuple[MatrixCell, ...]:
        """Return the requests there; () where nobody was asked."""
        return self._matrix.cells_at(row, column)

    def case_at(self, column: int) -> MatrixCase:
        return self._matrix.cases[column]

    def name_at(self, row: int) -> str:
        return self._matrix.agencies[row].name

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matrix.agencies)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._matrix.cases)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cells = self.cells_at(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(cells)
        if role in _WORDS:
            return self._words(index.row(), index.column(), cells)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, *_WORDS):
            return None
        if orientation == Qt.Orientation.Vertical:
            name = self.name_at(section)
            out = self._matrix.outstanding_of(section)
            return name if role == Qt.ItemDataRole.DisplayRole else f"{name}, {out} outstanding"
        case = self.case_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return case.reference
        return ", ".join(part for part in (case.reference, case.stand, case.due) if part)

    def _words(self, row: int, column: int, cells: Sequence[MatrixCell]) -> str:
        place = f"{self.name_at(row)}, {self.case_at(column).reference}"
        if not cells:
            return f"{place}: not asked"
        said = "; ".join(f"{one.words} ({one.purpose}, round {one.round})" for one in cells)
        return f"{place}: {said}"


def cell_text(cells: Sequence[MatrixCell]) -> str:
    """Return what a cell says in letters, as in "O by 5 days +1"; "" where nobody was asked."""
    if not cells:
        return ""
    parts = [STATE_LETTERS[cells[0].state], cells[0].note, more_words(cells)]
    return " ".join(part for part in parts if part)


def more_words(cells: Sequence[MatrixCell]) -> str:
    """Return "+1" where a second request stands behind the first, else ""."""
    return f"+{len(cells) - 1}" if len(cells) > 1 else ""
