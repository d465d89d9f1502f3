"""The archive: reviews that left the public list, and those that should have by now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.pages.publications_columns import ARCHIVE_COLUMNS
from sgdesk.ui.pages.publications_list_card import ListCard
from sgdesk.ui.pages.publications_words import is_past_list
from sgdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.cases import PublicationRow

_EMPTY = (
    "Nothing is archived yet. A review leaves the public list some years after publication, three "
    "unless your timetable says otherwise, and stays with the national repository."
)
_KEYS = "Enter opens the case · Ctrl+D why this date"


class ArchiveTab(QWidget):
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    everything_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list_card: ListCard[PublicationRow] = ListCard(
            "archived review",
            ARCHIVE_COLUMNS,
            lambda row: row.case_id,
            EmptyState("archive", _EMPTY),
            _KEYS,
        )
        self.list_card.everything_asked.connect(self.everything_asked)
        self.list_card.table.record_opened.connect(self.open_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list_card)

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        """Show those of `rows` whose three years are over, or that were archived before."""
        self.list_card.show_rows([row for row in rows if is_past_list(row)])

    @Slot()
    def open_chosen(self) -> None:
        """Open the case of the chosen review."""
        if (row := self._chosen()) is not None:
            self.case_asked.emit(row.case_id)

    def edit_chosen(self) -> None:
        """Open the case of the chosen review: what is archived is seldom edited."""
        self.open_chosen()

    def explain_chosen(self) -> None:
        """Ask why the chosen review left the list when it did."""
        if (row := self._chosen()) is not None:
            self.deadline_asked.emit(row.case_id, "PUB-3Y")

    def fit(self, *, has_pane: bool) -> None:
        """The list has the page to itself in every window."""

    def _chosen(self) -> PublicationRow | None:
        row: PublicationRow | None = self.list_card.table.chosen_record()
        return row
