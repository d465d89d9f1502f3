"""The copy-out sheet: each answer of the national form with a button that copies it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sgdesk.services.copy_out import copy_out_paper, copy_out_sheet
from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.records.copy_out import CopyAnswer, CopyPart
    from sgdesk.ui.context import AppContext

_ABOUT = "In the order of the national form. Copy each answer and paste it into the form."
_PERSONAL = (
    "This sheet holds personal data: names, dates of birth, addresses. What you copy stays on "
    "the clipboard until you copy something else."
)


class CopyOutDialog(FramedDialog):
    """Reads the case itself; the constructor raises `UserError` if it is gone."""

    DESIGNED_WIDTH, DESIGNED_HEIGHT = 820, 760

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.sheet = copy_out_sheet(context.register, case_id, today=context.today())
        self.copy_buttons: list[QPushButton] = []
        self._build()

    @Slot()
    def _on_all_clicked(self) -> None:
        self._copy(self.sheet.text(), "All answers are on the clipboard.")

    @Slot()
    def _on_print_clicked(self) -> None:
        context = self._context
        paper = copy_out_paper(context.register, self.sheet, today=context.today())
        print_paper(context, paper, self)

    def _copy(self, text: str, said: str) -> None:
        copy_text(text)
        self.said_label.setText(said)
        self.said_label.setAccessibleName(said)

    def _build(self) -> None:
        look = current()
        self.setWindowTitle("Copy-out sheet")
        self.setAccessibleName("Copy-out sheet")
        self.missing_line = MessageLine()
        scroll = FormScroll()
        body = scroll.body
        body.setSpacing(look.px(16))
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(make_label("Copy-out sheet", "page-title", wraps=True))
        head.addWidget(make_label(_ABOUT, "muted", wraps=True))
        head.addWidget(make_label(_PERSONAL, "muted", wraps=True))
        body.addLayout(head)
        body.addWidget(self.missing_line)
        if missing := self.sheet.missing:
            answers = "1 answer is" if missing == 1 else f"{missing} answers are"
            self.missing_line.show_warning(f"{answers} missing. Each says where it is recorded.")
        for part in self.sheet.parts:
            body.addWidget(self._card(part))
        body.addStretch(1)
        self.set_frame(scroll, self._footer())
        self.all_button.setFocus()

    def _card(self, part: CopyPart) -> Card:
        card = Card(part.title)
        if part.note:
            card.body.addWidget(make_label(part.note, "second", wraps=True))
        for at, answer in enumerate(part.answers):
            if at:
                card.body.addWidget(make_rule())
            card.body.addWidget(self._line(answer, part.title))
        return card

    def _line(self, answer: CopyAnswer, part: str) -> QWidget:
        """The label, the answer, and its button; a blank one says that it is missing."""
        line = SideBySide(gap=12)
        line.add(make_label(answer.label, "muted", wraps=True), stretch=2, least=150)
        if answer.text:
            text = make_label(answer.text, wraps=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{answer.label}: {answer.text}")
            button = make_link("Copy", "copy")
            button.setAccessibleName(f"Copy {part}, {answer.label}")
            button.clicked.connect(
                partial(self._copy, answer.text, f"{answer.label} is on the clipboard.")
            )
            self.copy_buttons.append(button)
            line.add(text, stretch=5, least=220)
            line.add(button, stretch=0, least=80)
            return line
        if answer.is_needed:
            said = MessageLine()
            line.add(said, stretch=6, least=220)
            where = f" Record it under {answer.where}." if answer.where else ""
            said.show_warning(f"Missing.{where}")
        else:
            line.add(make_label("Not recorded", "muted"), stretch=6, least=220)
        return line

    def _footer(self) -> Footer:
        self.said_label = make_label("", "second", wraps=True)
        self.all_button = make_button("Copy all", "copy", kind="primary")
        self.print_button = make_button("Print…", "printer")
        self.close_button = make_button("Close")
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.all_button.clicked.connect(self._on_all_clicked)
        return Footer(self.said_label, self.close_button, self.print_button, self.all_button)
