"""Two lines for a new secret, typed the same twice, and a button that suggests one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.problem_words import without_title
from sgdesk.ui.widgets.secret_edit import SecretEdit, second_after_first

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.errors import Problem

_DIFFERENT = "The two are not the same yet."


class NewSecret(QWidget):
    """Complete when the secret is sound and typed the same twice.

    Subclasses implement the first four. `noun` is what it is called within a sentence.
    """

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the last line."""

    def __init__(self, title: str, noun: str, hint: str = "") -> None:
        super().__init__()
        self._noun = noun
        self.first_edit = SecretEdit()
        self.second_edit = SecretEdit()
        self.first_row = FieldRow(title, self.first_edit, hint=hint)
        self.second_row = FieldRow("The same again", self.second_edit)
        self.suggest_button = make_button(f"Suggest a {noun}", "refresh-cw")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """Put both rows and the button in their places."""
        raise NotImplementedError

    def _problems(self, typed: str) -> Sequence[Problem]:
        """Return what is wrong with a secret."""
        raise NotImplementedError

    def _suggestion(self) -> str:
        """Return a secret picked at random."""
        raise NotImplementedError

    def _is_same(self, first: str, second: str) -> bool:
        """Return whether both lines say the same secret."""
        raise NotImplementedError

    def missing(self) -> str:
        """Return what is still wrong, as a sentence, or an empty string."""
        return self._first_problem() or self._second_problem()

    def point_out(self) -> None:
        """Say what is wrong under its line, and move the keyboard there."""
        first = self._first_problem()
        self.first_row.set_problem(first)
        self.second_row.set_problem("" if first else self._second_problem())
        (self.first_row if first else self.second_row).focus()

    def focus_first(self) -> None:
        self.first_row.focus()

    def clear(self) -> None:
        """Forget what was typed."""
        for edit in (self.first_edit, self.second_edit):
            edit.clear()
            edit.set_shown(is_shown=False)
        for row in (self.first_row, self.second_row):
            row.set_problem("")

    @Slot()
    def suggest(self) -> None:
        """Show a secret, picked at random, to be typed once more."""
        self.first_edit.setText(self._suggestion())
        self.first_edit.set_shown(is_shown=True)
        self.second_edit.clear()
        self.second_row.focus()

    def _first_problem(self) -> str:
        typed = self.first_edit.text()
        if not typed:
            return f"Type a {self._noun}, or let SGDesk suggest one."
        problems = self._problems(typed)
        return without_title(problems[0].message, self._noun.capitalize()) if problems else ""

    def _second_problem(self) -> str:
        typed = self.second_edit.text()
        if not typed:
            return f"Type the {self._noun} a second time."
        return "" if self._is_same(self.first_edit.text(), typed) else _DIFFERENT

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
        self.first_row.set_problem(self._first_problem() if self.first_edit.text() else "")

    @Slot()
    def _show_second(self) -> None:
        self.second_row.set_problem(self._second_problem() if self.second_edit.text() else "")

    def _connect(self) -> None:
        for edit in (self.first_edit, self.second_edit):
            edit.textChanged.connect(self._on_edited)
        self.first_edit.editingFinished.connect(self._show_first)
        self.second_edit.editingFinished.connect(self._show_second)
        self.first_edit.returnPressed.connect(self.second_row.focus)
        self.second_edit.returnPressed.connect(self.entered)
        self.suggest_button.clicked.connect(self.suggest)
        second_after_first(self.first_edit, self.second_edit, self.suggest_button)
