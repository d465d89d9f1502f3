"""Two lines for a new passphrase, and a button that suggests one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.services.passphrases import passphrase_problems, suggest_passphrase
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.secret_edit import SecretEdit
from sgdesk.ui.wizards.problem_words import without_title

_DIFFERENT = "The two are not the same yet."
_HINT = "At least 12 characters. Four or five words that do not belong together are best."


class NewPassphrase(QWidget):
    """Complete when the passphrase is sound and typed the same twice. Capitals count."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the last line."""

    def __init__(self, title: str = "Passphrase") -> None:
        super().__init__()
        self.first_edit = SecretEdit()
        self.second_edit = SecretEdit()
        self.first_row = FieldRow(title, self.first_edit, hint=_HINT)
        self.second_row = FieldRow("The same again", self.second_edit)
        self.suggest_button = make_button("Suggest a passphrase", "refresh-cw")
        self._build()

    def passphrase(self) -> str:
        return self.first_edit.text()

    def missing(self) -> str:
        """Return what is still wrong, as a sentence, or an empty string."""
        return self._first_problem() or self._second_problem()

    def point_out(self) -> None:
        """Say what is wrong under its line, and move the keyboard there."""
        self._show_first()
        self._show_second()
        (self.first_row if self._first_problem() else self.second_row).focus()

    def focus_first(self) -> None:
        self.first_row.focus()

    def clear(self) -> None:
        self.first_edit.clear()
        self.second_edit.clear()

    @Slot()
    def suggest(self) -> None:
        """Show a passphrase, picked at random, to be typed once more."""
        self.first_edit.setText(suggest_passphrase())
        self.first_edit.set_shown(is_shown=True)
        self.second_edit.clear()
        self._show_first()
        self.second_row.focus()

    def _first_problem(self) -> str:
        if not self.passphrase():
            return "Type a passphrase, or let SGDesk suggest one."
        problems = passphrase_problems(self.passphrase())
        return without_title(problems[0].message, "Passphrase") if problems else ""

    def _second_problem(self) -> str:
        if not self.second_edit.text():
            return "Type the passphrase a second time."
        return "" if _is_same(self.passphrase(), self.second_edit.text()) else _DIFFERENT

    @Slot()
    def _show_first(self) -> None:
        self.first_row.set_problem(self._first_problem() if self.passphrase() else "")

    @Slot()
    def _show_second(self) -> None:
        is_begun = bool(self.second_edit.text())
        self.second_row.set_problem(self._second_problem() if is_begun else "")

    @Slot()
    def _on_edited(self) -> None:
        # While a line is typed, only what was wrong before is judged again.
        if not self._first_problem():
            self.first_row.set_problem("")
        if not self._second_problem():
            self.second_row.set_problem("")
        self.changed.emit()

    def _build(self) -> None:
        look = current()
        self.first_edit.textChanged.connect(self._on_edited)
        self.second_edit.textChanged.connect(self._on_edited)
        self.first_edit.editingFinished.connect(self._show_first)
        self.second_edit.editingFinished.connect(self._show_second)
        self.first_edit.returnPressed.connect(self.second_row.focus)
        self.second_edit.returnPressed.connect(self.entered)
        self.suggest_button.clicked.connect(self.suggest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(16))
        layout.addWidget(self.first_row)
        layout.addWidget(self.second_row)
        layout.addWidget(self.suggest_button, 0, Qt.AlignmentFlag.AlignLeft)


def _is_same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
