"""Two lines for the password of a PDF, side by side, and a button that suggests one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from sgdesk.services.sealing import password_problems, suggest_password
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.secret_edit import SecretEdit

_TITLE = "Password"
_DIFFERENT = "The two are not the same yet."
_FIRST, _SECOND = "Type a password, or let SGDesk suggest one.", "Type the password a second time."
_TELL = (
    "SGDesk keeps it nowhere: write it down until the file is with its reader. Tell it by another "
    "way than the file goes, such as on the telephone."
)


class SealFields(QWidget):
    """Complete when the password is sound and typed the same twice, to the letter."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the last line."""

    def __init__(self) -> None:
        super().__init__()
        self.first_edit = SecretEdit()
        self.second_edit = SecretEdit()
        self.first_row = FieldRow(_TITLE, self.first_edit)
        self.second_row = FieldRow("The same again", self.second_edit)
        self.suggest_button = make_button("Suggest a password", "refresh-cw")
        self._build()

    def password(self) -> str:
        return self.first_edit.text()

    def missing(self) -> str:
        """Return what is still wrong, as a sentence, or an empty string."""
        problem = self._first_problem() or self._second_problem()
        return f"{_TITLE}: {problem[:1].lower()}{problem[1:]}" if problem else ""

    def point_out(self) -> None:
        """Say what is wrong under its line, and move the keyboard there."""
        self.first_row.set_problem(self._first_problem())
        self.second_row.set_problem("" if self._first_problem() else self._second_problem())
        (self.first_row if self._first_problem() else self.second_row).focus()

    def clear(self) -> None:
        """Forget what was typed."""
        for edit in (self.first_edit, self.second_edit):
            edit.clear()
            edit.set_shown(is_shown=False)

    @Slot()
    def suggest(self) -> None:
        """Show a password, picked at random, to be typed once more."""
        self.first_edit.setText(suggest_password())
        self.first_edit.set_shown(is_shown=True)
        self.second_edit.clear()
        self.second_row.focus()

    def _first_problem(self) -> str:
        if not self.password():
            return _FIRST
        problems = password_problems(self.password())
        sentence = problems[0].message.removeprefix(f"{_TITLE}: ") if problems else ""
        return f"{sentence[:1].upper()}{sentence[1:]}"

    def _second_problem(self) -> str:
        if not self.second_edit.text():
            return _SECOND
        return "" if self.second_edit.text() == self.password() else _DIFFERENT

    @Slot()
    def _on_edited(self) -> None:
        # While a line is typed, only what was wrong before is judged again.
        if not self._first_problem():
            self.first_row.set_problem("")
        if not self._second_problem():
            self.second_row.set_problem("")
        self.changed.emit()

    @Slot()
    def _show_first(self) -> None:
        self.first_row.set_problem(self._first_problem() if self.password() else "")

    @Slot()
    def _show_second(self) -> None:
        is_begun = bool(self.second_edit.text())
        self.second_row.set_problem(self._second_problem() if is_begun else "")

    def _build(self) -> None:
        look = current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.first_row, 0, 0, top)
        grid.addWidget(self.second_row, 0, 1, top)
        below = QHBoxLayout()
        below.setSpacing(look.px(12))
        below.addWidget(self.suggest_button, 0, top)
        below.addWidget(make_label(_TELL, "second", wraps=True), 1)
        grid.addLayout(below, 1, 0, 1, 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for edit in (self.first_edit, self.second_edit):
            edit.textChanged.connect(self._on_edited)
        self.first_edit.editingFinished.connect(self._show_first)
        self.second_edit.editingFinished.connect(self._show_second)
        self.first_edit.returnPressed.connect(self.second_row.focus)
        self.second_edit.returnPressed.connect(self.entered)
        self.suggest_button.clicked.connect(self.suggest)
