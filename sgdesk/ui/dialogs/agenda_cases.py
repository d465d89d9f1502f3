"""The cases of an agenda: ticked or left out, and in the order in which they are spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sgdesk.records.agenda import AgendaChoice

_ID = Qt.ItemDataRole.UserRole
_TICKED = Qt.CheckState.Checked


class AgendaCases(QWidget):
    """Space ticks, Alt+Up and Alt+Down move; so do the buttons, and the mouse by dragging."""

    changed = Signal()
    """Other cases are ticked, or in another order."""

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self.case_list.itemChanged.connect(self.changed)
        self.case_list.model().rowsMoved.connect(self.changed)
        self.case_list.currentRowChanged.connect(self._on_row_changed)
        for button, keys, by in (
            (self.up_button, "Alt+Up", -1),
            (self.down_button, "Alt+Down", 1),
        ):
            button.setToolTip(keys)
            button.clicked.connect(lambda _=False, by=by: self.shift(by))
            QShortcut(QKeySequence(keys), self.case_list).activated.connect(
                lambda by=by: self.shift(by)
            )

    def chosen(self) -> tuple[UUID, ...]:
        """Return the ids of the cases that are ticked, in their order."""
        return tuple(item.data(_ID) for item in self._items() if item.checkState() is _TICKED)

    def clear(self) -> None:
        """Forget what was ticked."""
        self.case_list.clear()

    def set_choices(self, choices: Sequence[AgendaChoice], *, offers_all: bool) -> None:
        """Offer the cases with a meeting, ticked, and with `offers_all` the others too.

        A case on show keeps its place and its tick; one that is ticked stays in any case.
        """
        self.case_list.blockSignals(True)  # noqa: FBT003 - Qt's own
        held = {one.case_id: one for one in choices}
        offered = {key for key, one in held.items() if one.is_booked or offers_all}
        for item in self._items():
            is_wanted = item.data(_ID) in offered or item.checkState() is _TICKED
            if item.data(_ID) not in held or not is_wanted:
                self.case_list.takeItem(self.case_list.row(item))
        shown = {item.data(_ID) for item in self._items()}
        for case_id, choice in held.items():
            if case_id in offered and case_id not in shown:
                self.case_list.addItem(_item(choice))
        self.case_list.blockSignals(False)  # noqa: FBT003 - as above
        self.case_list.setCurrentRow(max(0, self.case_list.currentRow()))
        self._on_row_changed(self.case_list.currentRow())
        self.changed.emit()

    def shift(self, by: int) -> None:
        """Move the case that holds the keyboard up (-1) or down (1)."""
        row = self.case_list.currentRow()
        if row < 0 or not 0 <= row + by < self.case_list.count():
            return
        item = self.case_list.takeItem(row)
        self.case_list.insertItem(row + by, item)
        self.case_list.setCurrentRow(row + by)
        self.changed.emit()

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < self.case_list.count() - 1)

    def _items(self) -> list[QListWidgetItem]:
        return [self.case_list.item(row) for row in range(self.case_list.count())]

    def _build(self) -> None:
        look = current()
        self.case_list = QListWidget()
        self.case_list.setAccessibleName("Cases on the agenda")
        self.case_list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.case_list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.case_list.setWordWrap(True)
        self.case_list.setSpacing(look.px(2))
        self.up_button = make_button("Move up", "chevron-up")
        self.down_button = make_button("Move down", "chevron-down")
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(8))
        buttons.addWidget(self.up_button)
        buttons.addWidget(self.down_button)
        buttons.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(look.px(8))
        box.addWidget(self.case_list, 1)
        box.addLayout(buttons)


def _item(choice: AgendaChoice) -> QListWidgetItem:
    name = " · ".join(part for part in (choice.reference, choice.title) if part)
    item = QListWidgetItem(f"{name}\n{choice.meeting or choice.stage_words}")
    item.setData(_ID, choice.case_id)
    item.setFlags(
        Qt.ItemFlag.ItemIsEnabled
        | Qt.ItemFlag.ItemIsSelectable
        | Qt.ItemFlag.ItemIsUserCheckable
        | Qt.ItemFlag.ItemIsDragEnabled
    )
    item.setCheckState(_TICKED if choice.is_booked else Qt.CheckState.Unchecked)
    return item
