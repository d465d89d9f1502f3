"""All briefings, those on a theme too, and the page of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.briefing_preview import BriefingPreview
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.publications_columns import BRIEFING_COLUMNS
from sgdesk.ui.pages.publications_list_card import ListCard
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.side_pane import side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QShowEvent

    from sgdesk.domain.briefings import BriefingDraft
    from sgdesk.records.cases import BriefingRow
    from sgdesk.ui.context import AppContext

_EMPTY = "No briefing is written yet. Start one from a review, or one on a theme here."
_KEYS = "Enter edits"
_PANE = 460
_LEAST_PANE = 372


class BriefingsTab(QWidget):
    briefing_asked = Signal(object, object)
    export_asked = Signal(object)
    everything_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._asked: UUID | None = None
        self._draft = Reading(self._read_chosen, context, self)
        self._build()
        self._connect()

    def show_rows(self, rows: Sequence[BriefingRow]) -> None:
        """Show another reading of the list; the chosen page is set again too."""
        self.list_card.show_rows(rows)
        self._read()

    @Slot()
    def open_chosen(self) -> None:
        """Open the editor of the chosen briefing."""
        if (row := self._chosen()) is not None:
            self.briefing_asked.emit(row.briefing_id, None)

    def edit_chosen(self) -> None:
        """Open the editor of the chosen briefing."""
        self.open_chosen()

    def explain_chosen(self) -> None:
        """A briefing has no deadline: nothing to explain."""

    def fit(self, *, has_pane: bool) -> None:
        """Show the page of the chosen briefing beside the list where there is room."""
        if self.pane.isHidden() == has_pane:
            self.pane.setVisible(has_pane)
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _chosen(self) -> BriefingRow | None:
        row: BriefingRow | None = self.list_card.table.chosen_record()
        return row

    @Slot(object)
    def _on_record_chosen(self, _row: object) -> None:
        self._read()

    @Slot()
    def _on_export_clicked(self) -> None:
        if (row := self._chosen()) is not None:
            self.export_asked.emit((row.briefing_id,))

    @Slot(object)
    def _on_draft_arrived(self, draft: BriefingDraft | None) -> None:
        if draft is not None:
            self.preview.show_draft(draft)

    def _read(self) -> None:
        row = self._chosen()
        self._asked = row.briefing_id if row is not None else None
        for button in (self.edit_button, self.export_button):
            button.setEnabled(row is not None)
        if row is None:
            self.preview.forget_page()
        elif self.pane.isVisible():
            self._draft.start()

    def _read_chosen(self) -> BriefingDraft | None:
        from sgdesk.services.briefings import get_briefing  # noqa: PLC0415 - loads the mapper

        chosen = self._asked
        return get_briefing(self._context.register, chosen) if chosen is not None else None

    def _connect(self) -> None:
        self._draft.arrived.connect(self._on_draft_arrived)
        self._draft.failed.connect(self._context.report)
        self.list_card.everything_asked.connect(self.everything_asked)
        self.list_card.table.record_chosen.connect(self._on_record_chosen)
        self.list_card.table.record_opened.connect(self.open_chosen)
        self.edit_button.clicked.connect(self.open_chosen)
        self.export_button.clicked.connect(self._on_export_clicked)

    def _build(self) -> None:
        look = current()
        empty = EmptyState("file-text", _EMPTY, "New briefing…")
        empty.button.clicked.connect(lambda: self.briefing_asked.emit(None, None))
        self.list_card = ListCard(
            "briefing", BRIEFING_COLUMNS, lambda row: row.briefing_id, empty, _KEYS
        )
        self.preview = BriefingPreview(self._context, margin=16)
        self.export_button = make_button("Make documents…", "presentation", kind="primary")
        self.edit_button = make_button("Edit briefing…", "pencil")
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.edit_button)
        buttons.addStretch(1)
        self.pane = QWidget()
        self.pane.setMinimumWidth(look.px(_LEAST_PANE))
        right = QVBoxLayout(self.pane)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(look.px(12))
        right.addLayout(buttons)
        right.addWidget(self.preview, 1)
        panes = side_by_side(self.list_card, self.pane, (700, _PANE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panes)
