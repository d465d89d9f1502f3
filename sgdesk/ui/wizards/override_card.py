"""Making a pack although somebody could be recognised: who answers for it, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from sgdesk.records.packs import Override, check_override
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow, FieldSet
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.text_edit import PlainEdit

_WHY = (
    "What was found stays in the documents. The name and the reason are kept with each of them "
    "and stand on the tab Documents of the case. The contents sheet gives the name alone."
)
_REASON_LINES = 3


class OverrideCard(Card):
    """Hidden until the officer asks for it."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__("Make it anyway")
        look = current()
        self.name_edit = QLineEdit()
        self.reason_edit = PlainEdit()
        self.reason_edit.setTabChangesFocus(True)
        self.reason_edit.setFixedHeight(
            self.reason_edit.fontMetrics().lineSpacing() * _REASON_LINES + look.px(16)
        )
        self.fields = FieldSet()
        rows = QVBoxLayout()
        rows.setSpacing(look.px(12))
        rows.addWidget(make_label(_WHY, wraps=True))
        rows.addWidget(self.fields.add("name", FieldRow("Name of who decides", self.name_edit)))
        rows.addWidget(self.fields.add("reason", FieldRow("Reason", self.reason_edit)))
        self.body.addLayout(rows)
        self.name_edit.textChanged.connect(self.edited)
        self.reason_edit.textChanged.connect(self.edited)
        self.hide()

    def override(self) -> Override:
        return Override(self.name_edit.text(), self.reason_edit.toPlainText())

    def show_problems(self) -> bool:
        """Say under each field what is missing; return whether anything is."""
        problems = check_override(self.override())
        self.fields.show_problems(problems)
        if problems:
            self.fields.focus(problems[0].field)
        return bool(problems)

    def ask(self) -> None:
        """Show the fields and move the keyboard into the first."""
        self.show()
        self.name_edit.setFocus()
