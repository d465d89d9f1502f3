"""What was typed into forms and not saved, to be read and copied field by field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.labels import make_label, make_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.kept_typing import KeptForm, TypedField

_TITLE = "What you typed"
_PERSONAL = "What you copy stays on the clipboard until SGDesk locks or you copy something else."
_EMPTIED = "You emptied this field."


class KeptTextsDialog(FramedDialog):
    """Takes each form with the words of when it was typed, as in "at 14:31". Changes nothing."""

    DESIGNED_WIDTH, DESIGNED_HEIGHT = 760, 620

    def __init__(
        self, told: Sequence[tuple[KeptForm, str]], why: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = told
        self.copy_buttons: list[QPushButton] = []
        self._build(why)

    def text(self) -> str:
        """Return all that was typed, a line or more for each field."""
        return "\n\n".join(
            "\n".join([_heading(kept), *(f"{one.title}: {one.words}" for one in kept.fields)])
            for kept, _when in self._told
        )

    @Slot()
    def _on_all_clicked(self) -> None:
        self._copy(self.text(), "All of it is on the clipboard.")

    def _copy(self, text: str, said: str) -> None:
        copy_text(text)
        self.said_label.setText(said)
        self.said_label.setAccessibleName(said)

    def _build(self, why: str) -> None:
        look = current()
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        scroll = FormScroll()
        body = scroll.body
        body.setSpacing(look.px(16))
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(make_label(_TITLE, "page-title", wraps=True))
        head.addWidget(make_label(why, wraps=True))
        head.addWidget(make_label(_PERSONAL, "muted", wraps=True))
        body.addLayout(head)
        for kept, when in self._told:
            body.addWidget(self._card(kept, when))
        body.addStretch(1)
        self.set_frame(scroll, self._footer())
        self.all_button.setFocus()

    def _card(self, kept: KeptForm, when: str) -> Card:
        card = Card(_heading(kept))
        card.body.addWidget(make_label(f"Typed {when}", "second"))
        for one in kept.fields:
            card.body.addWidget(make_rule())
            card.body.addWidget(self._line(one))
        return card

    def _line(self, one: TypedField) -> QWidget:
        line = SideBySide(gap=12)
        line.add(make_label(one.title, "muted", wraps=True), stretch=2, least=150)
        text = make_label(one.words or _EMPTIED, wraps=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(f"{one.title}: {text.text()}")
        line.add(text, stretch=5, least=220)
        button = make_link("Copy", "copy")
        button.setAccessibleName(f"Copy {one.title}")
        button.setEnabled(bool(one.words))
        button.clicked.connect(partial(self._copy, one.words, f"{one.title} is on the clipboard."))
        self.copy_buttons.append(button)
        line.add(button, stretch=0, least=80)
        return line

    def _footer(self) -> Footer:
        self.said_label = make_label("", "second", wraps=True)
        self.all_button = make_button("Copy all", "copy", kind="primary")
        self.close_button = make_button("Close")
        self.close_button.clicked.connect(self.reject)
        self.all_button.clicked.connect(self._on_all_clicked)
        return Footer(self.said_label, self.close_button, self.all_button)


def _heading(kept: KeptForm) -> str:
    return f"{kept.title}: {kept.about}" if kept.about else kept.title
