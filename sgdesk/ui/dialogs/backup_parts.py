"""The parts of the dialog of backups, and how they are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.models.backup_columns import BACKUP_COLUMNS
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.question_line import QuestionLine
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.backups import BackupRow
    from sgdesk.ui.dialogs.fact_list import Fact

_NOTE = (
    "SGDesk backs the register up by itself: after the start, every half hour, before an import "
    "and when it closes. Backups are encrypted like it."
)
_LEAST_TABLE = 260


class BackupParts:
    """Widgets alone; what they do is the dialog's."""

    def __init__(self) -> None:
        self._model: RecordTableModel[Any] = RecordTableModel(BACKUP_COLUMNS)
        self.table = RecordTable(self._model, key=lambda row: row.folder, row_height=48)
        self._model.setParent(self.table)
        self.table.setAccessibleName("Backups, the newest first")
        self.table.setMinimumHeight(current().px(_LEAST_TABLE))
        self.make_button = make_button("Back up now", "database-backup")
        self.try_button = make_button("Try a backup", "shield-check")
        self.folder_button = make_button("Look in another folder…", "folder-open")
        self.restore_button = make_button("Go back to this one…", kind="danger")
        self.close_button = make_button("Close", kind="primary")
        self.message = MessageLine()
        self.question_line = QuestionLine("Go back and lock", "Change nothing")
        self.change_label = make_label("", wraps=True)
        self.lost_title = make_label("You would lose changes in", "field-label")
        self.lost_list = FactList(label_width=90)
        self.gained_title = make_label("You would get back changes in", "field-label")
        self.gained_list = FactList(label_width=90)
        self.passphrase_edit = QLineEdit()
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase_row = FieldRow("Passphrase of this backup", self.passphrase_edit)
        self.open_button = make_button("Show what it holds")
        self.footer = Footer(None, self.restore_button, self.close_button)
        self.scroll_area = FormScroll()
        self._build()

    @property
    def is_locked(self) -> bool:
        """Whether the passphrase of a backup is being asked for."""
        return not self._locked.isHidden()

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """List `rows` in their order."""
        self._model.set_records(tuple(rows))

    def show_change(self, words: str, lost: Sequence[Fact], gained: Sequence[Fact]) -> None:
        """Show what going back would change."""
        self.change_label.setText(words)
        self.change_label.setAccessibleName(words)
        self.message.show_hint("")
        for title, facts, found in (
            (self.lost_title, self.lost_list, lost),
            (self.gained_title, self.gained_list, gained),
        ):
            facts.set_facts(found)
            title.setVisible(bool(found))
            facts.setVisible(bool(found))

    def show_locked(self, words: str) -> None:
        """Ask for the passphrase of the backup, or for "" do not."""
        self._locked_label.setText(words)
        self.passphrase_row.set_problem("")
        self._locked.setVisible(bool(words))

    def _build(self) -> None:
        look = current()
        body = self.scroll_area.body
        margin = look.px(24)
        body.setContentsMargins(margin, margin, margin, look.px(16))
        body.setSpacing(look.px(12))
        body.addWidget(make_label("Backups", "page-title"))
        body.addWidget(make_label(_NOTE, "second", wraps=True))
        buttons = QWidget()
        line = FlowLayout(buttons)
        for button in (self.make_button, self.try_button, self.folder_button):
            line.addWidget(button)
        body.addWidget(buttons)
        body.addWidget(self.message)
        sides = SideBySide(is_even=True)
        list_card = Card(is_bare=True)
        list_card.body.addWidget(self.table, 1)
        sides.add(list_card, stretch=1, least=400)
        sides.add(self._change_card(), stretch=1, least=340)
        body.addWidget(sides, 1)
        self.frame = QVBoxLayout()
        self.frame.setSpacing(0)
        self.frame.addWidget(self.scroll_area, 1)
        self.question_line.stand_above_footer()
        self.frame.addWidget(self.question_line)

    def _change_card(self) -> Card:
        self.change_card = Card("If you go back to it")
        body = self.change_card.body
        body.addWidget(self.change_label)
        for part in (self.lost_title, self.lost_list, self.gained_title, self.gained_list):
            body.addWidget(part)
        self._locked_label = make_label("", wraps=True)
        self._locked = QWidget()
        box = QVBoxLayout(self._locked)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._locked_label)
        box.addWidget(self.passphrase_row)
        line = QHBoxLayout()
        line.addWidget(self.open_button)
        line.addStretch(1)
        box.addLayout(line)
        body.addWidget(self._locked)
        self._locked.hide()
        body.addStretch(1)
        return self.change_card
