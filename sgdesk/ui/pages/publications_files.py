"""The files that were made of reviews: up to date or not, and who received them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.errors import UserError
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.publications_file_pane import FilePane
from sgdesk.ui.pages.publications_file_words import FILE_COLUMNS, needs_attention
from sgdesk.ui.pages.publications_list_card import ListCard
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.side_pane import side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.domain.made_files import ExportRecipientDraft
    from sgdesk.records.entries import Entry
    from sgdesk.records.made_files import LoggedFile
    from sgdesk.ui.context import AppContext

_EMPTY = (
    "No document was made yet. Each that is made stands here, and is marked as out of date as "
    "soon as something that it says has changed."
)
_KEYS = "Enter makes it again"
_ALL, _OUTDATED, _SENT = "all", "outdated", "sent"
_PREDICATES = {
    _ALL: None,
    _OUTDATED: needs_attention,
    _SENT: lambda file: bool(file.recipients),
}
_PANE = 460


class FilesTab(QWidget):
    export_asked = Signal(object)
    """The ids of the briefings whose documents are to be made again."""
    everything_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._build()
        self._connect()

    def show_rows(self, rows: Sequence[LoggedFile]) -> None:
        """Show another reading of the list; the chosen file stays chosen."""
        self.list_card.show_rows(rows)
        self._on_record_chosen(self._chosen())

    @Slot()
    def open_chosen(self) -> None:
        """Ask for the documents of the chosen file's briefing to be made again."""
        self._on_again_asked(self._chosen())

    def edit_chosen(self) -> None:
        """Record who received the chosen file."""
        if (file := self._chosen()) is not None:
            self._on_recipient_asked(file, None)

    def explain_chosen(self) -> None:
        """A file has no deadline: nothing to explain."""

    def fit(self, *, has_pane: bool) -> None:
        """Show the chosen file beside the list where there is room."""
        self.pane.setVisible(has_pane)

    def _chosen(self) -> LoggedFile | None:
        file: LoggedFile | None = self.list_card.table.chosen_record()
        return file

    @Slot(object)
    def _on_record_chosen(self, file: LoggedFile | None) -> None:
        if file is None:
            self.pane.show_nothing()
        else:
            self.pane.show_file(file)

    @Slot(str)
    def _on_chip_chosen(self, key: str) -> None:
        self.list_card.set_predicate(_PREDICATES[key])

    @Slot()
    def _on_everything_asked(self) -> None:
        self.chips.choose(_ALL)
        self.everything_asked.emit()

    @Slot(object)
    def _on_again_asked(self, file: LoggedFile | None) -> None:
        if file is not None and file.briefing_id is not None:
            self.export_asked.emit((file.briefing_id,))

    @Slot(object, object)
    def _on_recipient_asked(
        self, file: LoggedFile, entry: Entry[ExportRecipientDraft] | None
    ) -> None:
        from sgdesk.ui.dialogs.recipient_forms import (  # noqa: PLC0415 - loads the mapper
            open_recipient,
        )

        open_recipient(self._context, file, entry, self.window())

    @Slot(object)
    def _on_recipient_removed(self, entry: Entry[ExportRecipientDraft]) -> None:
        from sgdesk.services.outdated_files import (  # noqa: PLC0415 - loads the mapper
            remove_export_recipient,
        )

        try:
            self._context.apply(remove_export_recipient(self._context.register, entry))
        except UserError as error:
            self._context.report(error)

    def _connect(self) -> None:
        self.chips.chip_chosen.connect(self._on_chip_chosen)
        self.list_card.everything_asked.connect(self._on_everything_asked)
        self.list_card.table.record_chosen.connect(self._on_record_chosen)
        self.list_card.table.record_opened.connect(self.open_chosen)
        self.pane.again_asked.connect(self._on_again_asked)
        self.pane.recipient_asked.connect(self._on_recipient_asked)
        self.pane.recipient_removed.connect(self._on_recipient_removed)

    def _build(self) -> None:
        look = current()
        self.chips = FilterChips(
            [Chip(_ALL, "All"), Chip(_OUTDATED, "Out of date"), Chip(_SENT, "Sent to somebody")]
        )
        self.list_card: ListCard[LoggedFile] = ListCard(
            "file",
            FILE_COLUMNS,
            lambda file: file.export_id,
            EmptyState("file-text", _EMPTY),
            _KEYS,
        )
        self.pane = FilePane()
        panes = side_by_side(self.list_card, self.pane, (700, _PANE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(12))
        layout.addWidget(self.chips)
        layout.addWidget(panes, 1)
