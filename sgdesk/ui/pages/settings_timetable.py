"""The partnership's local timetables: which there are, and the form of the chosen one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.services.timetables import list_timetables, remove_timetable
from sgdesk.ui.dialogs.editors import ChoiceCombo
from sgdesk.ui.dialogs.moving_dates import save_for_all_cases
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.pages.settings_timetable_form import TimetableForm
from sgdesk.ui.pages.settings_timetable_words import effect_words, since_words, version_words
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label

if TYPE_CHECKING:
    from sgdesk.errors import UserError
    from sgdesk.records.timetables import TimetableRow
    from sgdesk.ui.context import AppContext

_NOTE = (
    "The days on which your partnership wants the steps of a Rapid Review done, and other periods "
    "that no law fixes. A timetable holds from a day on; a case keeps the one it began under."
)
_NEW = "New timetable, not saved yet"
_NONE = -1
_TITLE = 24
"""How much lower than a field its label stands, so that buttons beside it are level with it."""


class TimetableSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Local timetable", _NOTE, is_wide=True)
        self._context = context
        self._rows = list_timetables(context.register)
        self._wanted: int | None = None
        self.version_combo: ChoiceCombo[int] = ChoiceCombo({})
        self.version_row = FieldRow("Timetable", self.version_combo)
        self.effect_label = make_label("", "second", wraps=True)
        self.new_button = make_button("New timetable…", "plus")
        self.remove_button = make_button("Remove this one…", "trash-2")
        self.confirm_line = ConfirmLine()
        self.form = TimetableForm(context, self._rows[-1])
        self._build()
        self._connect()
        self._show_versions()

    def is_changed(self) -> bool:
        return self.form.is_changed()

    def ask(self) -> None:
        self._wanted = None
        self.form.ask()

    def reload(self) -> None:
        self._rows = list_timetables(self._context.register)
        shown = self.form.row
        if not self.form.is_changed() and shown is not None:
            self.form.show_row(self._same(shown))
        self._show_versions()

    def open_again(self, which: str) -> None:
        places = {str(row.timetable_id or ""): at for at, row in enumerate(self._rows)}
        self._go_to(places.get(which, _NONE) if which else _NONE)

    @Slot()
    def begin(self) -> None:
        """Begin a new timetable, unless something typed has to be saved or given up first."""
        self._go_to(_NONE)

    @Slot()
    def remove(self) -> None:
        """Ask whether to remove the timetable on show."""
        row = self.form.row
        if row is not None and row.timetable_id is not None:
            question = f"Remove the timetable “{since_words(row.timetable)}”? {_after(row)}"
            self.confirm_line.ask(question, "Remove", row)

    @Slot(object)
    def _on_confirmed(self, row: TimetableRow) -> None:
        remove = partial(remove_timetable, self._context.register, row)
        save_for_all_cases(self._context, remove, self, tell=self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self.confirm_line.tell(str(error))

    @Slot()
    def _on_version_chosen(self) -> None:
        self._go_to(self.version_combo.value())

    def _go_to(self, place: int) -> None:
        if place == self._place():
            return
        if self.form.is_changed():
            self._wanted = place
            self._show_versions()
            self.form.ask()
        else:
            self._show(place)

    def _show(self, place: int) -> None:
        self.confirm_line.put_away()
        if place == _NONE:
            self.form.begin()
        else:
            self.form.show_row(self._rows[place])
        self._show_versions()

    @Slot()
    def _on_left(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            self.left.emit()
        else:
            self._show(wanted)

    @Slot()
    def _on_discarded(self) -> None:
        """A new timetable that is given up leaves the newest on show."""
        if self.form.is_new and self._wanted is None:
            self._show(len(self._rows) - 1)

    @Slot(object)
    def _on_saved(self, _changes: object) -> None:
        self._rows = list_timetables(self._context.register)
        self._show_versions()

    def _place(self) -> int:
        shown = self.form.row
        if shown is None:
            return _NONE
        ids = [row.timetable_id for row in self._rows]
        return ids.index(shown.timetable_id) if shown.timetable_id in ids else len(ids) - 1

    def _same(self, shown: TimetableRow) -> TimetableRow:
        """Return the timetable on show as it is held now, the newest where it is gone."""
        ids = {row.timetable_id: row for row in self._rows}
        return ids.get(shown.timetable_id, self._rows[-1])

    def _show_versions(self) -> None:
        """Fill the list of timetables, point at the one on show, and say what saving does."""
        words = {place: version_words(row) for place, row in enumerate(self._rows)}
        if self.form.is_new:
            words[_NONE] = _NEW
        with QSignalBlocker(self.version_combo):
            self.version_combo.set_words(words)
            self.version_combo.set_value(self._place())
        row = self.form.row
        self.effect_label.setText(effect_words(row))
        self.remove_button.setEnabled(row is not None and row.timetable_id is not None)
        self.new_button.setEnabled(row is not None)

    def _connect(self) -> None:
        self.version_combo.currentIndexChanged.connect(self._on_version_chosen)
        self.new_button.clicked.connect(self.begin)
        self.remove_button.clicked.connect(self.remove)
        self.confirm_line.confirmed.connect(self._on_confirmed)
        self.form.left.connect(self._on_left)
        self.form.saved.connect(self._on_saved)
        self.form.foot.discard_asked.connect(self._on_discarded)

    def _build(self) -> None:
        look = current()
        inner = QWidget()
        flow = FlowLayout(inner, spacing=look.px(8))
        buttons = QWidget()
        lines = QVBoxLayout(buttons)
        lines.setContentsMargins(0, look.px(_TITLE), 0, 0)
        lines.addWidget(inner)
        lines.addStretch(1)
        flow.addWidget(self.new_button)
        flow.addWidget(self.remove_button)
        head = SideBySide()
        head.add(self.version_row, stretch=2, least=320)
        head.add(buttons, least=364)
        for part in (head, self.effect_label, self.confirm_line, self.form):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.set_foot(self.form.foot)


def _after(row: TimetableRow) -> str:
    """Return what becomes of the cases under a timetable that goes."""
    if not row.cases:
        return "No case is under it."
    cases = "Its case is" if row.cases == 1 else f"Its {row.cases} cases are"
    return f"{cases} under the one before it then."
