"""Before and after: the due dates that a save would move, to be applied or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.look.current import current
from sgdesk.ui.models.moved_columns import KEPT_COLUMNS, MOVED_COLUMNS
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button, make_link, set_icon
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.moved_dates import Recalculation
    from sgdesk.ui.models.columns import Column

_ROW, _QUIET_ROW = 52, 30
_MOST_ROWS, _FEW = 9, 4
_HEAD, _LEAST = 38, 150
_ASKS = (
    "Open deadlines follow what you changed. Met ones stay as they were judged. The old dates "
    "stay in the history of each case."
)
_SAID = "Open deadlines followed what was changed. The old dates are in the history of each case."
_NOT_YET = "Nothing is saved until you apply it"


class MovedDatesDialog(FramedDialog):
    """`accepted` means that the dates shall move; nothing is saved by the dialog itself.

    With `is_done` it tells of a save that was made, and there is nothing to decide.
    """

    DESIGNED_WIDTH = 1000

    def __init__(
        self, recalculation: Recalculation, parent: QWidget | None = None, *, is_done: bool = False
    ) -> None:
        super().__init__(parent)
        self.recalculation = recalculation
        self._is_done = is_done
        self._build()
        self._connect()

    def needed_height(self, width: int) -> int:
        more = 0
        if not self.moved_card.isHidden():
            more += _height(self.table, _ROW) - self.table.minimumHeight()
        if not self.kept_card.isHidden():
            more += _height(self.kept_table, _QUIET_ROW) - self.kept_table.minimumHeight()
        return self.scroll_area.height_for(width) + self.footer.sizeHint().height() + more

    @Slot()
    def show_kept(self) -> None:
        """Show the met deadlines that keep their result, or fold them away again."""
        self.kept_card.setVisible(self.kept_card.isHidden())
        self._show_fold()

    def _show_fold(self) -> None:
        is_folded = self.kept_card.isHidden()
        set_icon(self.kept_button, "chevron-right" if is_folded else "chevron-down")
        state = "Show them" if is_folded else "Fold them away"
        self.kept_button.setAccessibleDescription(state)
        self.kept_button.setToolTip(state)

    def _connect(self) -> None:
        self.kept_button.clicked.connect(self.show_kept)
        self.apply_button.clicked.connect(self.accept)
        self.leave_button.clicked.connect(self.reject)
        if not self._is_done:
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(keys), self, self.accept)

    def _build(self) -> None:
        look = current()
        told = self.recalculation
        title = _title(told, is_done=self._is_done)
        self.setWindowTitle("Dates that moved" if self._is_done else "Dates that would move")
        self.setAccessibleName(title)
        self.table = _table(MOVED_COLUMNS, told.moved, _ROW, "Due dates before and after")
        self.kept_table = _table(KEPT_COLUMNS, told.kept, _QUIET_ROW, "Results that stay")
        self.scroll_area = FormScroll()  # large text on a small screen
        body = self.scroll_area.body
        margin = look.px(24)
        body.setContentsMargins(margin, margin, margin, look.px(16))
        body.setSpacing(look.px(12))
        body.addWidget(make_label(title, "page-title", wraps=True))
        body.addWidget(make_label(_SAID if self._is_done else _ASKS, "second", wraps=True))
        self.moved_card = Card(is_bare=True)
        self.moved_card.body.addWidget(self.table)
        body.addWidget(self.moved_card, 3)
        self._add_kept(body)
        self.footer = self._footer()
        self.set_frame(self.scroll_area, self.footer)
        self._show_told()

    def _add_kept(self, body: QVBoxLayout) -> None:
        words = _kept_words(len(self.recalculation.kept))
        self.kept_button = make_link(words, "chevron-right")
        self.kept_card = Card(is_bare=True)
        self.kept_card.body.addWidget(self.kept_table)
        line = QHBoxLayout()
        line.addWidget(self.kept_button)
        line.addStretch(1)
        body.addLayout(line)
        body.addWidget(self.kept_card, 1)

    def _show_told(self) -> None:
        moved, kept = self.recalculation.moved, self.recalculation.kept
        self.moved_card.setVisible(bool(moved))
        self.kept_button.setVisible(bool(kept))
        self.kept_card.setVisible(0 < len(kept) <= _FEW or not moved)
        self.apply_button.setVisible(not self._is_done)
        self._show_fold()

    def _footer(self) -> Footer:
        self.leave_button = make_button("Close" if self._is_done else "Do not change")
        self.apply_button = make_button(_apply_words(len(self.recalculation.moved)), kind="primary")
        self.apply_button.setToolTip("Apply (Ctrl+Enter)")
        words = make_label("" if self._is_done else _NOT_YET, "second", wraps=True)
        return Footer(words, self.leave_button, self.apply_button)


def _table(
    columns: Sequence[Column[Any]], records: Sequence[Any], row_height: int, name: str
) -> RecordTable:
    model: RecordTableModel[Any] = RecordTableModel(columns)
    table = RecordTable(model, key=lambda row: (row.case_id, row.code), row_height=row_height)
    model.setParent(table)
    model.set_records(tuple(records))
    table.setAccessibleName(name)
    table.setMinimumHeight(min(_height(table, row_height), current().px(_LEAST)))
    return table


def _height(table: RecordTable, row_height: int) -> int:
    """Return the height at which nothing scrolls, or that of as many rows as are shown at once."""
    rows = min(table.model().rowCount(), _MOST_ROWS)
    return current().px(row_height * rows + _HEAD)


def _title(told: Recalculation, *, is_done: bool) -> str:
    if is_done and told.moved:
        return told.done_words
    return told.sentence.removesuffix(".").partition(";")[0] if told.moved else "No open date moves"


def _kept_words(number: int) -> str:
    if number == 1:
        return "1 met deadline keeps its result"
    return f"{number} met deadlines keep their result"


def _apply_words(number: int) -> str:
    if number == 0:
        return "Apply"
    return f"Apply: move {number} {'date' if number == 1 else 'dates'}"
