"""Labelled fields that say what is wrong in words under them, one by one or as a set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.errors import Problem
from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.date_field import DateField
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from collections.abc import Sequence


class FieldRow(QWidget):
    """A label over its editor, and under it a hint that a warning or a problem replaces."""

    def __init__(self, title: str, editor: QWidget, *, hint: str = "", note: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._title = title
        self._hint = hint
        self.title_label = make_label(title, "field-label")
        self.note_label = make_label(note, "second")
        self.message = MessageLine()
        self._build()
        self.set_hint(hint)
        self._target.setAccessibleName(title)

    @property
    def title(self) -> str:
        return self._title

    def set_hint(self, hint: str) -> None:
        """Show quiet help while there is neither problem nor warning."""
        self._hint = hint
        self._say("", "")

    def set_note(self, note: str) -> None:
        """Show a muted note beside the label, such as "58 words"."""
        self.note_label.setText(note)

    def set_problem(self, problem: str) -> None:
        """Show why this cannot be saved, or the hint again for an empty string."""
        self._say("problem", problem)

    def set_warning(self, warning: str) -> None:
        """Show what should be looked at but does not stop saving."""
        self._say("warning", warning)

    def focus(self) -> None:
        """Move the keyboard into the editor."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _target(self) -> QWidget:
        return self.editor.focusProxy() or self.editor

    def _say(self, state: str, text: str) -> None:
        is_said_by_editor = isinstance(self.editor, DateField) and not self.editor.is_sound()
        if is_said_by_editor:
            self.message.show_hint("")
            return
        if state == "problem" and text:
            self.message.show_problem(text)
        elif state == "warning" and text:
            self.message.show_warning(text)
        else:
            self.message.show_hint(self._hint)
        restyle(self._target, state=state if text else "")
        self._target.setAccessibleDescription(text or self._hint)

    def _build(self) -> None:
        look = current()
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(self.title_label)
        head.addWidget(self.note_label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
        layout.addLayout(head)
        layout.addWidget(self.editor)
        layout.addWidget(self.message)
        self.title_label.setBuddy(self._target)


class FieldSet:
    """The fields of one form by the names that its problems use."""

    def __init__(self) -> None:
        self._rows: dict[str, FieldRow] = {}

    @property
    def titles(self) -> dict[str, str]:
        """The label of each field, for the panel that lists the problems."""
        return {name: row.title for name, row in self._rows.items()}

    def add(self, name: str, row: FieldRow) -> FieldRow:
        """Remember `row` under the field name of the draft, and return it."""
        self._rows[name] = row
        return row

    def row(self, name: str) -> FieldRow:
        return self._rows[name]

    def reading_problems(self) -> list[Problem]:
        """Return one problem for each date field whose text is no date yet."""
        return [
            Problem(name, row.editor.problem())
            for name, row in self._rows.items()
            if isinstance(row.editor, DateField) and not row.editor.is_sound()
        ]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say under each field what is wrong with it, problems before warnings; clear the rest."""
        for name, row in self._rows.items():
            own = [problem for problem in problems if problem.field == name]
            grave = next((problem for problem in own if not problem.is_warning), None)
            if grave is not None:
                row.set_problem(grave.message)
            else:
                row.set_warning(own[0].message if own else "")

    def focus(self, name: str) -> bool:
        """Move the keyboard to a field; return False if the form has no such field."""
        row = self._rows.get(name)
        if row is not None:
            row.focus()
        return row is not None
