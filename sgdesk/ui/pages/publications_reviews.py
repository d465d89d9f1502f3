"""The reviews on the way to publication, on the public list, and in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.publications_columns import REVIEW_COLUMNS
from sgdesk.ui.pages.publications_leaving import LeavesNext
from sgdesk.ui.pages.publications_list_card import ListCard
from sgdesk.ui.pages.publications_pane import ReviewPane
from sgdesk.ui.pages.publications_words import PUBLICATION_FILTERS, filter_counts, predicate_of
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.side_pane import side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.cases import CaseView, PublicationRow
    from sgdesk.ui.context import AppContext

_EMPTY = "No review is planned or published yet. Import the public list, or plan one in its case."
_KEYS = "Enter opens the case · F2 edits the publication · Ctrl+D why this date"
_PANE = 384


class ReviewsTab(QWidget):
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    import_asked = Signal()
    everything_asked = Signal()
    review_shown = Signal()
    """The chosen review is on show beside the list."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._asked: UUID | None = None
        self._case = Reading(self._read_chosen, context, self)
        self._build()
        self._connect()

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        """Show another reading of the list; the chosen review is read again too."""
        self.chips.set_counts(filter_counts(rows))
        self.leaves_next.show_rows(rows)
        self.list_card.show_rows(rows)
        self._read()

    @Slot()
    def open_chosen(self) -> None:
        """Open the case of the chosen review."""
        if (row := self._chosen()) is not None:
            self.case_asked.emit(row.case_id)

    @Slot()
    def edit_chosen(self) -> None:
        """Open the dialog of the publication over this page, as soon as its case is read."""
        self._edit("")

    @Slot(str)
    def _edit(self, name: str) -> None:
        row, view = self._chosen(), self._view
        if row is None or view is None or view.case_id != row.case_id:
            return
        from sgdesk.ui.dialogs.publication_dialogs import (  # noqa: PLC0415 - loads the mapper
            PublicationDialogs,
        )

        PublicationDialogs(self._context, self).open(view, name)

    def explain_chosen(self) -> None:
        """Ask why the review leaves the list, or its report is due, when it does."""
        if (row := self._chosen()) is not None:
            code = "PUB-7" if row.published_on is None else "PUB-3Y"
            self.deadline_asked.emit(row.case_id, code)

    def fit(self, *, has_pane: bool) -> None:
        """Show the chosen review beside the list where there is room."""
        self.pane.setVisible(has_pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A list that is squeezed must not push into the second line of the filters."""
        super().resizeEvent(event)
        self.chips.setMinimumHeight(self.chips.heightForWidth(self.width()))

    def _chosen(self) -> PublicationRow | None:
        row: PublicationRow | None = self.list_card.table.chosen_record()
        return row

    @Slot(object)
    def _on_record_chosen(self, _row: PublicationRow | None) -> None:
        self._read()

    @Slot(object)
    def _on_case_arrived(self, view: CaseView | None) -> None:
        self._view = view
        row = self._chosen()
        if view is None or row is None:
            self.pane.show_nothing()
        elif view.case_id == row.case_id:
            self.pane.show_review(row, view)
        self.review_shown.emit()

    @Slot(object)
    def _on_review_asked(self, case_id: UUID) -> None:
        """Choose a review that may be filtered out at the moment."""
        if not self.list_card.table.choose(case_id):
            self._on_everything_asked()
            self.list_card.table.choose(case_id)
        self.list_card.table.setFocus()

    @Slot(str)
    def _on_chip_chosen(self, key: str) -> None:
        self.list_card.set_predicate(None if key == "all" else predicate_of(key))

    @Slot()
    def _on_everything_asked(self) -> None:
        self.chips.choose("all")
        self.everything_asked.emit()

    def _read(self) -> None:
        row = self._chosen()
        self._asked = row.case_id if row is not None else None
        self._case.start()

    def _read_chosen(self) -> CaseView | None:
        from sgdesk.services.case_views import get_case  # noqa: PLC0415 - loads the mapper

        chosen, context = self._asked, self._context
        if chosen is None:
            return None
        return get_case(context.register, chosen, today=context.today())

    def _connect(self) -> None:
        self._case.arrived.connect(self._on_case_arrived)
        self._case.failed.connect(self._context.report)
        self.chips.chip_chosen.connect(self._on_chip_chosen)
        self.leaves_next.review_asked.connect(self._on_review_asked)
        self.list_card.everything_asked.connect(self._on_everything_asked)
        self.list_card.table.record_chosen.connect(self._on_record_chosen)
        self.list_card.table.record_opened.connect(self.open_chosen)
        self.pane.case_asked.connect(self.case_asked)
        self.pane.deadline_asked.connect(self.deadline_asked)
        self.pane.edit_asked.connect(self._edit)

    def _build(self) -> None:
        look = current()
        self.leaves_next = LeavesNext()
        self.chips = FilterChips([Chip(one.key, one.title) for one in PUBLICATION_FILTERS])
        empty = EmptyState("newspaper", _EMPTY, "Import the public list…")
        empty.button.clicked.connect(self.import_asked)
        self.list_card = ListCard("review", REVIEW_COLUMNS, lambda row: row.case_id, empty, _KEYS)
        self.pane = ReviewPane()
        panes = side_by_side(self.list_card, self.pane, (800, _PANE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(12))
        layout.addWidget(self.leaves_next)
        layout.addWidget(self.chips)
        layout.addWidget(panes, 1)
