"""Standing texts of public documents: each with its wordings, and the day each begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.boilerplate import BOILERPLATE_WORDS, BoilerplateKey
from sgdesk.services.boilerplate import remove_wording, wording_rows
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.moving_dates import save_for_all_cases
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_boilerplate_form import BoilerplateForm
from sgdesk.ui.pages.settings_boilerplate_words import (
    NEW_WORDS,
    effect_words,
    remove_question,
    wording_words,
)
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.errors import UserError
    from sgdesk.records.boilerplate import WordingRow
    from sgdesk.ui.context import AppContext

_NOTE = (
    "What your public documents say again and again. A wording holds from a day on, so that you "
    "can write the next one before it is needed."
)
_NEW, _IN_FORCE = -1, -2


class _Wanted(NamedTuple):
    """What is to be shown: a text, and the place of one of its wordings, or one of the above."""

    key: BoilerplateKey
    place: int


class BoilerplateSection(SettingsSection):
    """One wording at a time; what is typed is asked about before another is shown."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Standing texts", _NOTE)
        self._context = context
        self._wanted: _Wanted | None = None
        first = BoilerplateKey.LIST_OPENING
        self._rows = self._read(first)
        self.text_combo: ChoiceCombo[BoilerplateKey] = ChoiceCombo(BOILERPLATE_WORDS)
        self.wording_combo: ChoiceCombo[int] = ChoiceCombo({})
        self.effect_label = make_label("", "second", wraps=True)
        self.new_button = make_button("New wording…", "plus")
        self.remove_button = make_button("Remove this one…", "trash-2")
        self.confirm_line = ConfirmLine()
        self.form = BoilerplateForm(context, first, self._rows[self._in_force()])
        self._build()
        self._connect()
        self._renew()

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self._wanted = None
        self.form.ask()

    def reload(self) -> None:
        self._rows = self._read(self.form.key)
        if not self.form.is_changed():
            self.form.show_row(self.form.key, self._rows[self._place()])
        self._renew()

    def open_again(self, which: str) -> None:
        text, _, entry_id = which.partition(":")
        key = BoilerplateKey(text)
        ids = [str(row.entry.entry_id) if row.entry else "" for row in self._read(key)]
        self._go_to(_Wanted(key, ids.index(entry_id) if entry_id in ids else _IN_FORCE))
        if not entry_id:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Begin a new wording with the words in force, unless something typed is in the way."""
        self._go_to(_Wanted(self.form.key, _NEW))

    @Slot()
    def remove(self) -> None:
        """Ask whether to remove the wording on show."""
        row = self.form.row
        if row is not None and row.entry is not None:
            self.confirm_line.ask(remove_question(row), "Remove", row)

    @Slot(object)
    def _on_confirmed(self, row: WordingRow) -> None:
        if row.entry is not None:
            remove = partial(remove_wording, self._context.register, row.entry)
            save_for_all_cases(self._context, remove, self, tell=self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self.confirm_line.tell(str(error))

    @Slot()
    def _on_text_chosen(self) -> None:
        self._go_to(_Wanted(self.text_combo.value(), _IN_FORCE))

    @Slot()
    def _on_wording_chosen(self) -> None:
        self._go_to(_Wanted(self.form.key, self.wording_combo.value()))

    def _go_to(self, wanted: _Wanted) -> None:
        if self.form.is_changed():
            self._wanted = wanted
            self._renew()
            self.form.ask()
        else:
            self._show(wanted)

    def _show(self, wanted: _Wanted) -> None:
        self.confirm_line.put_away()
        self._rows = self._read(wanted.key)
        in_force = self._in_force()
        if wanted.place == _NEW:
            self.form.begin(self._rows[in_force].text)
        else:
            place = in_force if wanted.place == _IN_FORCE else wanted.place
            self.form.show_row(wanted.key, self._rows[min(place, len(self._rows) - 1)])
        self._renew()

    @Slot()
    def _on_left(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            self.left.emit()
        else:
            self._show(wanted)

    @Slot()
    def _on_discarded(self) -> None:
        """A new wording that is given up leaves the one in force on show."""
        if self.form.is_new and self._wanted is None:
            self._show(_Wanted(self.form.key, _IN_FORCE))

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self._rows = self._read(self.form.key)
        self._renew()

    def _read(self, key: BoilerplateKey) -> tuple[WordingRow, ...]:
        return wording_rows(self._context.register, key, today=self._context.today())

    def _in_force(self) -> int:
        return next(place for place, row in enumerate(self._rows) if row.is_in_force)

    def _place(self) -> int:
        """Return where the wording on show stands; the one in force where it is gone."""
        shown = self.form.row
        if shown is None:
            return _NEW
        held = shown.entry.entry_id if shown.entry else None
        ids = [row.entry.entry_id if row.entry else None for row in self._rows]
        return ids.index(held) if held in ids else self._in_force()

    def _renew(self) -> None:
        """Point at the wording on show, and say when it holds."""
        words = {place: wording_words(row) for place, row in enumerate(self._rows)}
        if self.form.is_new:
            words[_NEW] = NEW_WORDS
        with QSignalBlocker(self.text_combo), QSignalBlocker(self.wording_combo):
            self.text_combo.set_value(self.form.key)
            self.wording_combo.set_words(words)
            self.wording_combo.set_value(self._place())
        row = self.form.row
        self.effect_label.setText(effect_words(row, self._rows))
        self.remove_button.setEnabled(row is not None and row.entry is not None)
        self.new_button.setEnabled(row is not None)

    def _connect(self) -> None:
        self.text_combo.currentIndexChanged.connect(self._on_text_chosen)
        self.wording_combo.currentIndexChanged.connect(self._on_wording_chosen)
        self.new_button.clicked.connect(self.begin)
        self.remove_button.clicked.connect(self.remove)
        self.confirm_line.confirmed.connect(self._on_confirmed)
        self.form.left.connect(self._on_left)
        self.form.saved.connect(self._on_saved)
        self.form.foot.discard_asked.connect(self._on_discarded)

    def _build(self) -> None:
        look = current()
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=look.px(8))
        flow.addWidget(self.new_button)
        flow.addWidget(self.remove_button)
        wording = QWidget()
        lines = QVBoxLayout(wording)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(8))
        lines.addWidget(FieldRow("Wording", self.wording_combo))
        lines.addWidget(self.effect_label)
        lines.addWidget(buttons)
        for part in (
            FieldRow("Standing text", self.text_combo),
            wording,
            self.confirm_line,
            self.form,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)
