"""The steps inside the 15 days: a table, and under it the fields of the chosen step."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sgdesk.domain.timetables import LAST_DAY, Milestone
from sgdesk.ui.dialogs.editors import CountBox
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROW, _MOST_ROWS = 32, 12
_OURS, _PROGRAM = "Added by you", "The program’s"
_NEW_NAME = "New milestone"
_COLUMNS = (
    Column[Milestone](
        "Day", lambda step: f"Day {step.count}", lambda step: step.count, kind=CellKind.STRONG
    ),
    Column[Milestone]("Milestone", lambda step: step.name, width=200, stretches=True, elides=True),
    Column[Milestone]("Who", lambda step: step.owner, width=120, elides=True),
    Column[Milestone]("Used", lambda step: "Yes" if step.is_used else "Not used", width=80),
    Column[Milestone](
        "Whose", lambda step: _OURS if step.is_own else _PROGRAM, kind=CellKind.MUTED, width=110
    ),
)


class StepsEditor(QWidget):
    """Holds the steps as a tuple in the order of their days; `new_code` names an added one."""

    value_changed = Signal(object)

    def __init__(self, new_code: Callable[[], str]) -> None:
        super().__init__()
        self._new_code = new_code
        self._steps: tuple[Milestone, ...] = ()
        self._is_read_only = False
        self._model: RecordTableModel[Milestone] = RecordTableModel(_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda step: step.code, row_height=_ROW)
        self.day_box = CountBox(LAST_DAY)
        self.name_edit = QLineEdit()
        self.owner_edit = QLineEdit()
        self.used_check = QCheckBox("Used")
        self.add_button = make_button("Add a milestone", "plus")
        self.remove_button = make_button("Remove it", "trash-2")
        self._build()
        self._connect()

    def value(self) -> tuple[Milestone, ...]:
        """Return the steps, by their day."""
        return self._steps

    def set_value(self, steps: Sequence[Milestone]) -> None:
        """Show `steps`, the first of them chosen unless another was and is still there."""
        self._set(steps)
        if self.table.chosen_record() is None:
            self.table.choose_first()
        self._show_step()

    def typed(self) -> str:
        """Return the steps as `take_typed` takes them."""
        return json.dumps([asdict(step) for step in self._steps])

    def take_typed(self, typed: str) -> bool:
        """Show the steps that were typed."""
        self.set_value([Milestone(**one) for one in json.loads(typed or "[]")])
        self.value_changed.emit(self._steps)
        return True

    def typed_words(self) -> str:
        """Return the steps that are used, one on each line."""
        return "\n".join(f"Day {step.count}: {step.name}" for step in self._steps if step.is_used)

    def choose(self, code: str) -> bool:
        """Let the fields be those of the step `code`; return False where there is none."""
        return self.table.choose(code)

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let the steps be looked at only, or edited again."""
        self._is_read_only = is_read_only
        self._show_step()

    @Slot()
    def add(self) -> None:
        """Add a milestone on the day of the chosen one, the keyboard in its name."""
        chosen = self._chosen()
        day = chosen.count if chosen else 1
        step = Milestone(self._new_code(), self._free_name(), day)
        self._change((*self._steps, step))
        self.choose(step.code)
        self.name_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name_edit.selectAll()

    @Slot()
    def remove(self) -> None:
        """Take the chosen milestone out, if it is one of the partnership's own."""
        chosen = self._chosen()
        if chosen is not None and chosen.is_own:
            self._change([step for step in self._steps if step.code != chosen.code])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> Milestone | None:
        chosen: Milestone | None = self.table.chosen_record()
        return chosen

    def _free_name(self) -> str:
        names = {step.name for step in self._steps}
        number = 2
        name = _NEW_NAME
        while name in names:
            name, number = f"{_NEW_NAME} {number}", number + 1
        return name

    @Slot()
    def _on_edited(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        changed = replace(
            chosen,
            count=self.day_box.value(),
            name=self.name_edit.text() if chosen.is_own else chosen.name,
            owner=self.owner_edit.text(),
            is_used=self.used_check.isChecked(),
        )
        if changed != chosen:
            steps = [changed if step.code == chosen.code else step for step in self._steps]
            self._change(steps)

    def _change(self, steps: Sequence[Milestone]) -> None:
        self._set(steps)
        self._show_step()
        self.value_changed.emit(self._steps)

    def _set(self, steps: Sequence[Milestone]) -> None:
        """Put the steps in order without losing the chosen one."""
        self._steps = tuple(sorted(steps, key=lambda step: step.count))
        rows = min(len(self._steps), _MOST_ROWS) + 1
        self.table.setMinimumHeight(current().px(_ROW * rows + 10))
        with QSignalBlocker(self.table):
            self._model.set_records(self._steps)
        if self.table.chosen_record() is None:
            self.table.choose_first()

    @Slot()
    def _show_step(self) -> None:
        step = self._chosen()
        parts = (self.day_box, self.name_edit, self.owner_edit, self.used_check)
        can_edit = step is not None and not self._is_read_only
        self._fields.setEnabled(can_edit)
        self.add_button.setEnabled(not self._is_read_only)
        self.remove_button.setEnabled(step is not None and step.is_own and can_edit)
        if step is None:
            return
        blockers = [QSignalBlocker(part) for part in parts]
        self.day_box.setValue(step.count)
        if self.name_edit.text() != step.name:
            self.name_edit.setText(step.name)
        if self.owner_edit.text() != step.owner:
            self.owner_edit.setText(step.owner)
        self.used_check.setChecked(step.is_used)
        self.name_edit.setReadOnly(not step.is_own)
        self.name_row.set_hint("" if step.is_own else "The program’s steps keep their names.")
        for blocker in blockers:
            blocker.unblock()

    def _connect(self) -> None:
        self.table.record_chosen.connect(lambda _step: self._show_step())
        self.day_box.valueChanged.connect(lambda _value: self._on_edited())
        self.name_edit.textChanged.connect(lambda _text: self._on_edited())
        self.owner_edit.textChanged.connect(lambda _text: self._on_edited())
        self.used_check.toggled.connect(lambda _is_on: self._on_edited())
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)

    def _build(self) -> None:
        look = current()
        self.table.setAccessibleName("Milestones inside the 15 working days")
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        self.day_box.setPrefix("Day ")
        self.name_row = FieldRow("Milestone", self.name_edit)
        self.used_check.setToolTip("What is not used has no date in new cases.")
        fields = SideBySide()
        fields.add(FieldRow("Day", self.day_box), least=96)
        fields.add(self.name_row, stretch=3, least=220)
        fields.add(FieldRow("Who", self.owner_edit), stretch=2, least=140)
        fields.add(FieldRow("In use", self.used_check), least=80)
        self._fields = fields
        tools = QHBoxLayout()
        tools.setSpacing(look.px(8))
        tools.addWidget(self.add_button)
        tools.addWidget(self.remove_button)
        tools.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(12))
        lines.addWidget(card)
        lines.addWidget(fields)
        lines.addLayout(tools)
        self.setFocusProxy(self.table)
