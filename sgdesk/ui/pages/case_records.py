"""Tables of a case in cards: its deadlines and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.case_tables import (
    DEADLINE_COLUMNS,
    DOCUMENT_COLUMNS,
    deadline_groups,
    most_pressing,
)
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.cases import DocumentRow
    from sgdesk.records.deadlines import DeadlineRow


class RecordCard(Card):
    """A table that fills its card, or what stands in its place while it has no rows."""

    def __init__(
        self, title: str, table: RecordTable, empty: EmptyState, *, link: str = ""
    ) -> None:
        super().__init__(title, link=link, link_icon="file-plus", is_bare=True)
        self.table = table
        self.table.setAccessibleName(title)
        self.empty = empty
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        self._stack.addWidget(empty)
        self.body.addWidget(self._stack)

    def set_filled(self, *, is_filled: bool) -> None:
        self._stack.setCurrentIndex(0 if is_filled else 1)


class DeadlinePane(QWidget):
    """Every deadline of the case, open ones first. `deadline_asked` carries the rule's code."""

    deadline_asked = Signal(str)
    what_if_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = RecordTableModel[Any](DEADLINE_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda row: row.code, row_height=48)
        self.table.setAccessibleName("Deadlines of this case")
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card = Card("Deadlines", link="Why?", link_icon="calendar-clock", is_bare=True)
        self.card.link_button.setAccessibleName("Why this date?")
        self.card.link_button.setToolTip("Why this date? (Ctrl+D)")
        self.what_if_button = make_link("What if…", "sliders-horizontal")
        self.what_if_button.setToolTip("Try other dates; nothing is saved (Ctrl+T)")
        self.card.add_to_head(self.what_if_button)
        self.card.body.addWidget(self.table)
        self.setMinimumWidth(current().px(340))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.card)
        self.card.link_button.clicked.connect(self.explain_chosen)
        self.what_if_button.clicked.connect(self.what_if_asked)
        self.table.record_opened.connect(lambda row: self.deadline_asked.emit(row.code))

    def show_deadlines(self, rows: Sequence[DeadlineRow]) -> None:
        """Show `rows`; the chosen deadline stays chosen."""
        self._model.set_groups(deadline_groups(rows))
        count = sum(row.is_open for row in rows)
        self.card.set_note(f"{count} open" if count else "none open")

    def explain_chosen(self) -> None:
        """Ask for the chosen deadline's working; the most pressing one's if none is chosen."""
        row = self.table.chosen_record() or most_pressing(self._model.records())
        if row is not None:
            self.deadline_asked.emit(row.code)


def document_card() -> RecordCard:
    """Return the card of the documents made of a case."""
    empty = EmptyState("file-text", "No document was made of this case yet.", "Make documents…")
    table = RecordTable(RecordTableModel[Any](DOCUMENT_COLUMNS), row_height=48)
    return RecordCard("Documents made", table, empty, link="Make documents")


def show_records(card: RecordCard, rows: Sequence[DocumentRow]) -> None:
    """Show `rows` in `card`, or its empty state."""
    model = card.table.model()
    if isinstance(model, RecordTableModel):
        model.set_records(rows)
    card.set_filled(is_filled=bool(rows))
