"""The lists of values that forms offer, each to be changed to the words of the partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot

from sgdesk.domain.list_checks import check_value_list
from sgdesk.domain.value_lists import VALUE_LISTS, ValueListKey
from sgdesk.services.value_lists import read_value_list, save_value_list
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.value_list_editor import ValueListEditor
from sgdesk.ui.pages.settings_form import SettingsForm
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.fields import FieldRow

if TYPE_CHECKING:
    from sgdesk.errors import Problem
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext

_NOTE = (
    "What forms offer. A form takes any other words too. Records keep the words that they have, "
    "also when these are taken off the list."
)
_TITLES = dict(
    sorted(((key, found.title) for key, found in VALUE_LISTS.items()), key=lambda one: one[1])
)


class ValueListForm(SettingsForm[tuple[str, ...]]):
    """Edits one list whole."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "Save list")
        self.key = next(iter(_TITLES))
        self.editor = ValueListEditor()
        self.form.addWidget(self.add_field("values", "Values", self.editor))
        self.start()

    def show_list(self, key: ValueListKey) -> None:
        """Edit another list; what was typed must be saved or given up before."""
        self.key = key
        self.editor.list.setAccessibleName(f"Values of {VALUE_LISTS[key].title}")
        self.start()

    def kept_way(self) -> str:
        return f"Lists of values:{self.key.name}"

    def draft(self) -> tuple[str, ...]:
        return self.editor.value()

    def fill(self) -> None:
        self.editor.set_value(read_value_list(self._context.register, self.key))

    def check(self, draft: tuple[str, ...]) -> list[Problem]:
        return check_value_list(self.key, draft)

    def store(self, draft: tuple[str, ...]) -> Changes:
        return save_value_list(self._context.register, self.key, draft)


class ValueListsSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Lists of values", _NOTE)
        self._wanted: ValueListKey | None = None
        self.list_combo: ChoiceCombo[ValueListKey] = ChoiceCombo(_TITLES)
        self.form = ValueListForm(context)
        self.set_back_button = make_link("Set back to the program’s list", "undo-2")
        self.list_row = FieldRow("List", self.list_combo)
        self.body.addWidget(self.list_row)
        self.body.addWidget(self.form)
        self.body.addWidget(self.set_back_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)
        self.list_combo.currentIndexChanged.connect(self._on_list_chosen)
        self.set_back_button.clicked.connect(self.set_back)
        self.form.left.connect(self._on_left)
        self.form.editor.value_changed.connect(lambda _values: self._show_set_back())
        self.form.show_list(self.list_combo.value())
        self._show_set_back()

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self._wanted = None
        self.form.ask()

    def reload(self) -> None:
        self.form.reload()

    def open_again(self, which: str) -> None:
        self.list_combo.set_value(ValueListKey[which])

    @Slot()
    def set_back(self) -> None:
        """Show the program's own values; they hold when they are saved."""
        self.form.editor.set_value(VALUE_LISTS[self.form.key].defaults)

    @Slot()
    def _on_list_chosen(self) -> None:
        key = self.list_combo.value()
        if key == self.form.key:
            return
        if self.form.is_changed():
            self._wanted = key
            self._point_at(self.form.key)
            self.form.ask()
        else:
            self._show(key)

    @Slot()
    def _on_left(self) -> None:
        if self._wanted is None:
            self.left.emit()
        else:
            key, self._wanted = self._wanted, None
            self._show(key)

    def _show(self, key: ValueListKey) -> None:
        self._point_at(key)
        self.form.show_list(key)
        self.list_row.set_hint(VALUE_LISTS[key].note)
        self._show_set_back()

    def _point_at(self, key: ValueListKey) -> None:
        with QSignalBlocker(self.list_combo):
            self.list_combo.set_value(key)

    def _show_set_back(self) -> None:
        self.set_back_button.setEnabled(
            self.form.editor.value() != VALUE_LISTS[self.form.key].defaults
        )
