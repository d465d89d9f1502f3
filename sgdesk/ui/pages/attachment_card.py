"""The card of a case's files: what was changed elsewhere, the table, and the chosen file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sgdesk.domain.attachments import opening_problem
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.attachment_columns import (
    ATTACHMENT_COLUMNS,
    counted,
    fingerprint_words,
    note_words,
)
from sgdesk.ui.pages.changed_copies import ChangedCopies
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.wizards.wizard_status import WizardStatus

if TYPE_CHECKING:
    from sgdesk.records.attachments import AttachmentRow
    from sgdesk.ui.context import AppContext

_NONE = "No file is kept with this case yet. Drop files here, paste them, or add them."
_LEAST_TABLE = 124
_MEGABYTE = 1024 * 1024


class AttachmentCard(Card):
    """Asks; the tab does. Every signal but the first and the last carries the chosen row."""

    add_asked = Signal()
    open_asked = Signal(object)
    copy_asked = Signal(object)
    edit_asked = Signal(object)
    remove_asked = Signal(object)
    cancel_asked = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("Attachments", link="Add files…", link_icon="plus", is_bare=True)
        self._model: RecordTableModel[AttachmentRow] = RecordTableModel(ATTACHMENT_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda row: row.attachment_id)
        self.changed = ChangedCopies(context)
        self.status = WizardStatus()
        self.message = MessageLine()
        self.empty = EmptyState("paperclip", _NONE, "Add files…")
        self.open_button = make_button("Open", "eye")
        self.copy_button = make_button("Save a copy…", "download")
        self.edit_button = make_button("Edit", "pencil")
        self.remove_button = make_button("Remove", "trash-2")
        self.cancel_button = make_button("Cancel")
        self._fill()
        self._connect()
        self.show_rows(())

    def show_rows(self, rows: tuple[AttachmentRow, ...]) -> None:
        """Show the files of a case; the chosen one stays chosen."""
        self.set_note(counted(rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        self.link_button.setVisible(bool(rows))
        self._model.set_records(rows)
        if self.table.chosen_record() is None:
            self.table.choose_first()
        self.changed.show_titles({row.attachment_id: row.draft.title for row in rows})
        self._show_chosen()

    def say(self, words: str, *, is_problem: bool = False) -> None:
        """Say what became of the last thing asked, or nothing."""
        if is_problem:
            self.message.show_problem(words)
        else:
            self.message.show_hint(words)

    def say_more(self, problem: str) -> None:
        """Say a problem beside those that are said already."""
        said = self.message.text()
        self.message.show_problem(f"{said} {problem}" if said else problem)

    @Slot(int, int, str)
    def show_progress(self, done: int, total: int, label: str) -> None:
        """Show how far the reading of a file is; nothing for a `total` of 0."""
        self._work.setVisible(bool(total))
        if total:
            megabytes = (-(-size // _MEGABYTE) for size in (done, total))
            self.status.show_work(f"{label}, in MB", *megabytes)

    @Slot()
    def _show_chosen(self) -> None:
        row = self.table.chosen_record()
        self._foot.setVisible(row is not None)
        self._question.hide()
        self._choice.show()
        if row is None:
            return
        note = note_words(row)
        self.remark_label.setText(note)
        self.remark_label.setVisible(bool(note))
        self.fingerprint_label.setText(fingerprint_words(row))
        why = opening_problem(row.draft.file_name)
        self.open_button.setEnabled(not why)
        self.open_button.setToolTip(why or "Open a read-only copy (Enter)")

    @Slot()
    def _ask_to_remove(self) -> None:
        row = self.table.chosen_record()
        if row is not None:
            self.question_label.setText(
                f"Remove {row.draft.title} from this case? The history keeps it, so that it can "
                "be brought back."
            )
            self._choice.hide()
            self._question.show()
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        self._show_chosen()
        self.remove_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _emit(self, signal: Any) -> None:
        row = self.table.chosen_record()
        if row is not None:
            signal.emit(row)

    def _connect(self) -> None:
        self.link_button.clicked.connect(self.add_asked)
        self.empty.button.clicked.connect(self.add_asked)
        self.table.record_opened.connect(self.open_asked)
        self.table.record_chosen.connect(lambda _row: self._show_chosen())
        self.open_button.clicked.connect(lambda: self._emit(self.open_asked))
        self.copy_button.clicked.connect(lambda: self._emit(self.copy_asked))
        self.edit_button.clicked.connect(lambda: self._emit(self.edit_asked))
        self.confirm_button.clicked.connect(lambda: self._emit(self.remove_asked))
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.keep_button.clicked.connect(self._on_kept)
        self.cancel_button.clicked.connect(self.cancel_asked)
        remove = QShortcut(QKeySequence("Del"), self.table, self._ask_to_remove)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _fill(self) -> None:
        look = current()
        self.table.setAccessibleName("Attachments")
        self.table.setMinimumHeight(look.px(_LEAST_TABLE))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.edit_button.setToolTip("F2")
        self.remove_button.setToolTip("Del")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._work = QWidget()
        work = QHBoxLayout(self._work)
        work.setContentsMargins(look.px(16), 0, look.px(16), 0)
        work.addWidget(self.status, 1)
        work.addWidget(self.cancel_button)
        self._work.hide()
        said = QVBoxLayout()
        said.setContentsMargins(look.px(16), 0, look.px(16), 0)
        said.addWidget(self.message)
        said.addWidget(self.changed)
        self.body.addLayout(said)
        self.body.addWidget(self._work)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._build_foot())

    def _build_foot(self) -> QWidget:
        look = current()
        self.remark_label = make_label("", wraps=True)
        self.fingerprint_label = make_label("", "second", wraps=True)
        self.fingerprint_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._choice = QWidget()
        flow = FlowLayout(self._choice, spacing=look.px(8))
        for button in (self.open_button, self.copy_button, self.edit_button, self.remove_button):
            flow.addWidget(button)
        self.question_label = make_label("", "warning", wraps=True)
        self.confirm_button = make_link("Remove", "trash-2")
        self.keep_button = make_link("Keep")
        self._question = QWidget()
        question = QHBoxLayout(self._question)
        question.setContentsMargins(0, 0, 0, 0)
        question.addWidget(self.question_label, 1)
        question.addWidget(self.confirm_button)
        question.addWidget(self.keep_button)
        self._foot = QWidget()
        lines = QVBoxLayout(self._foot)
        lines.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        lines.setSpacing(look.px(8))
        lines.addWidget(make_rule())
        for widget in (self.remark_label, self.fingerprint_label, self._choice, self._question):
            lines.addWidget(widget)
        return self._foot
