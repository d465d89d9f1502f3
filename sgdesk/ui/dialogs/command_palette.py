"""Ctrl+K: type a few letters, and a command runs or a case opens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from sgdesk.services.case_list import list_cases
from sgdesk.ui.look.current import current
from sgdesk.ui.look.icons import icon
from sgdesk.ui.models.palette_entries import ENTRY_COLUMNS, Entry, case_entry, matches
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from sgdesk.records.cases import CaseRow
    from sgdesk.ui.actions import Commands
    from sgdesk.ui.context import AppContext

_MOVING_KEYS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})
_HINT = "Up and Down choose · Enter runs · Esc closes"
_NOTHING = "Nothing found. Try fewer letters, or a reference without its dashes."


class CommandPalette(QDialog):
    """Commands are there at once; the cases follow as soon as they are read."""

    case_asked = Signal(object)

    def __init__(self, context: AppContext, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._commands = [
            Entry(
                command.plain_words,
                command.shortcut.split(" | ")[0],
                command.icon or "chevron-right",
                action.trigger,
                f"{command.plain_words} {command.further_words}".casefold(),
            )
            for command, action in commands.usable()
            if command.name != "palette"
        ]
        self._cases: list[Entry] = []
        self._build()
        self._place(parent)
        self._show_matches()
        reading = Reading(partial(_read, context), context, self)
        reading.arrived.connect(self._on_cases_arrived)
        reading.failed.connect(context.report)
        reading.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move and run reach the list while the typing stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVING_KEYS:
                QApplication.sendEvent(self.table, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.table.chosen_record())
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Close when another window comes to the front."""
        super().changeEvent(event)
        has_turned = event.type() == QEvent.Type.ActivationChange and self.isVisible()
        if has_turned and not self.isActiveWindow():
            self.reject()

    @Slot(object)
    def _on_cases_arrived(self, rows: tuple[CaseRow, ...]) -> None:
        self._cases = [case_entry(row, partial(self.case_asked.emit, row.case_id)) for row in rows]
        self._show_matches()

    @Slot(object)
    def _run(self, entry: Entry | None) -> None:
        if entry is not None:
            self.accept()
            entry.run()

    @Slot()
    def _show_matches(self) -> None:
        self._model.set_groups(matches(self._commands, self._cases, self.search_edit.text()))
        self.table.choose_first()
        has_any = self._model.shown_count > 0
        self.hint_label.setText(_HINT if has_any else _NOTHING)

    def _build(self) -> None:
        look = current()
        self.setWindowTitle("SGDesk: search and commands")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText("Search or run a command")
        self.search_edit.setAccessibleName("Search or run a command")
        self.search_edit.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search_edit.textChanged.connect(self._show_matches)
        self.search_edit.installEventFilter(self)
        self._model: RecordTableModel[Entry] = RecordTableModel(
            ENTRY_COLUMNS, self, haystack=lambda entry: entry.haystack
        )
        self.table = RecordTable(self._model, row_height=36)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setAccessibleName("Commands and cases found")
        self.table.record_opened.connect(self._run)
        self.table.clicked.connect(lambda _index: self._run(self.table.chosen_record()))
        self.hint_label = make_label(_HINT, "second")
        card = QFrame()
        card.setProperty("role", "card")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        layout = QVBoxLayout(card)
        margin = look.px(12)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(look.px(8))
        layout.addWidget(self.search_edit)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.hint_label)

    def _place(self, around: QWidget) -> None:
        """Stand near the top of the window `around`, where the eyes are."""
        look = current()
        width = min(look.px(640), around.width() - 32)
        height = min(look.px(460), around.height() - 96)
        self.resize(width, height)
        corner = around.mapToGlobal(around.rect().topLeft())
        self.move(corner.x() + (around.width() - width) // 2, corner.y() + look.px(72))


def _read(context: AppContext) -> tuple[CaseRow, ...]:
    return list_cases(context.register, today=context.today())
