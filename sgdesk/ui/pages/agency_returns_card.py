"""The matrix in its card, with the question under it and what there is when it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.models.return_matrix import ReturnMatrixModel
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.matrix_heads import TotalsColumn
from sgdesk.ui.widgets.return_matrix import OuterScrollBar, ReturnMatrixTable

if TYPE_CHECKING:
    from sgdesk.records.return_matrix import ReturnMatrix

_NO_REQUESTS = (
    "No agency has been asked in an open case yet. Open a case and ask its agencies.",
    "Go to the cases",
)
_NONE_SHOWN = ("No request passes this filter.", "Show all requests")
_ALL = 1000
"""The table gets the width as far as it needs it; what is left over lies at the right."""
_KEYS = "R return, N nil return, A acknowledged, Q query · Enter opens · Ctrl+M chases"


class ReturnsCard(Card):
    cell_chosen = Signal(object)
    cell_opened = Signal(object)
    letter_typed = Signal(str)
    everything_asked = Signal()
    """Show all requests again."""
    cases_asked = Signal()
    """Go where agencies are asked."""

    def __init__(self, letters: str) -> None:
        super().__init__(is_bare=True)
        self._has_hidden = False
        self.setAccessibleName("Agency returns")
        self.model = ReturnMatrixModel(self)
        self.table = ReturnMatrixTable(self.model, letters)
        self.totals = TotalsColumn(self.table, self.model)
        self.sum_label = make_label("", "second", wraps=True)
        self.confirm_line = ConfirmLine()
        self.empty_state = EmptyState("users", *_NO_REQUESTS)
        self._fill()
        self.table.cell_chosen.connect(self.cell_chosen)
        self.table.cell_opened.connect(self.cell_opened)
        self.table.letter_typed.connect(self.letter_typed)
        self.empty_state.button.clicked.connect(self._on_empty_clicked)

    @property
    def matrix(self) -> ReturnMatrix:
        return self.model.matrix

    @property
    def has_choice(self) -> bool:
        """Whether a cell is chosen, asked or not."""
        return self.table.currentIndex().isValid()

    def show_matrix(self, matrix: ReturnMatrix, *, has_any: bool) -> None:
        """Show `matrix`; where it is empty, say why. `has_any` is true if a filter hides some."""
        self.table.show_matrix(matrix)
        self.totals.updateGeometry()
        self.sum_label.setText(f"{matrix.sentence()} · {_KEYS}")
        if not matrix.agencies:
            self._has_hidden = has_any
            self.empty_state.set_sentence(*(_NONE_SHOWN if has_any else _NO_REQUESTS))
            self.cell_chosen.emit(())
        self._stack.setCurrentIndex(0 if matrix.agencies else 1)

    @Slot()
    def _on_empty_clicked(self) -> None:
        if self._has_hidden:
            self.everything_asked.emit()
        else:
            self.cases_asked.emit()

    def _fill(self) -> None:
        look = current()
        shown = QWidget()
        lines = QVBoxLayout(shown)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(4))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.table, _ALL)
        row.addWidget(self.totals)
        row.addWidget(OuterScrollBar(self.table))
        row.addStretch(1)
        lines.addLayout(row, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(4))
        foot.addWidget(self.confirm_line)
        foot.addWidget(self.sum_label)
        lines.addLayout(foot)
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(self.empty_state)
        self.body.addWidget(self._stack)
