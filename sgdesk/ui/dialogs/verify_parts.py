"""The parts of the dialog that verifies the history, and how they are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.history_words import WAY_OUT, heading, verification_facts
from sgdesk.ui.look.current import current
from sgdesk.ui.look.stylesheet import restyle
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.fields import FieldRow
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.question_line import QuestionLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.history_checks import Verification

_NOTE = (
    "SGDesk reads the register to its last byte and follows the history from its first entry to "
    "its last. Nothing is changed."
)
_PAPER_NOTE = (
    "The foot of every page that you print for your own use bears the seal of its day, such as "
    "“History seal 12,345\u00a0/\u00a03fa92b41”."
)
_EXAMPLE = "12,345 / 3fa92b41"


class VerifyParts:
    """Widgets alone; what they do is the dialog's."""

    def __init__(self) -> None:
        self.result = ResultCard()
        self.again_button = make_button("Verify again", "refresh-cw")
        self.cancel_button = make_button("Cancel")
        self.close_button = make_button("Close", kind="primary")
        self.last_label = make_label("", "second", wraps=True)
        self.seal_edit = QLineEdit()
        self.seal_edit.setPlaceholderText(_EXAMPLE)
        self.seal_edit.setMaxLength(120)
        self.compare_button = make_button("Compare")
        self.seal_row = FieldRow(
            "Number and seal from a printed paper", _beside(self.seal_edit, self.compare_button)
        )
        self.compared_message = MessageLine()
        self.footer = Footer(
            self.last_label, self.again_button, self.cancel_button, self.close_button
        )
        self.scroll_area = FormScroll()
        self.question_line = QuestionLine("Go on from here", "Not yet")
        self.frame = QVBoxLayout()
        self._build()

    def _build(self) -> None:
        look = current()
        body = self.scroll_area.body
        body.setSpacing(look.px(12))
        body.addWidget(make_label("Verify the history", "page-title"))
        body.addWidget(make_label(_NOTE, "second", wraps=True))
        body.addWidget(self.result)
        body.addWidget(self._paper_card())
        body.addStretch(1)
        self.frame.setSpacing(0)
        self.frame.addWidget(self.scroll_area, 1)
        self.question_line.stand_above_footer()
        self.frame.addWidget(self.question_line)

    def _paper_card(self) -> Card:
        card = Card("Compare with a printed paper")
        card.body.addWidget(make_label(_PAPER_NOTE, "second", wraps=True))
        card.body.addWidget(self.seal_row)
        card.body.addWidget(self.compared_message)
        return card


def _beside(edit: QLineEdit, button: QPushButton) -> QWidget:
    """Return a field with its button; the field takes the keyboard."""
    both = QWidget()
    both.setFocusProxy(edit)
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(current().px(8))
    line.addWidget(edit, 1)
    line.addWidget(button)
    return both


class ResultCard(Card):
    """How far the checking is, and then what it has shown."""

    def __init__(self) -> None:
        super().__init__("What was checked")
        self.progress_label = make_label("", "second", wraps=True)
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.fact_list = FactList(label_width=120)
        self.backups_button = make_button("Backups…", "database-backup")
        self.accept_button = make_button("Go on from here…")
        self._mark = IconLabel("circle-check", "met", size=20)
        self.heading_label = make_label("", "strong", wraps=True)
        self._problems = make_label("", wraps=True)
        self._way_out = make_label(WAY_OUT, wraps=True)
        self._banner = QFrame()
        self._fill()

    def show_work(self, words: str, done: int, total: int) -> None:
        """Show how far the work is; without a total, that it goes on."""
        self._set_shown(is_working=True)
        count = f" {done:,} of {total:,}" if total else ""
        self.progress_label.setText(f"{words}{count}")
        self.setAccessibleDescription(words)
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)

    def show_nothing(self, words: str) -> None:
        """Say why there is no result."""
        self._set_shown(is_working=False)
        self._show_banner(words, (), is_well=False)
        self.fact_list.hide()
        self._way_out.hide()

    def show_result(self, found: Verification) -> None:
        """Show what a verification has found."""
        self._set_shown(is_working=False)
        self._show_banner(heading(found), found.problems, is_well=found.is_sound)
        self.fact_list.set_facts(verification_facts(found))
        self.accept_button.setVisible(not found.is_sound and not found.problems)

    def _show_banner(self, words: str, problems: Sequence[str], *, is_well: bool) -> None:
        self._mark.set_icon(*(("circle-check", "met") if is_well else ("octagon-alert", "overdue")))
        self.heading_label.setText(words)
        restyle(self._banner, role="plain" if is_well else "problems")
        side, top = (0, 0) if is_well else (current().px(12), current().px(8))
        self._banner_line.setContentsMargins(side, top, side, top)
        self._problems.setText("\n".join(problems))
        self._problems.setVisible(bool(problems))
        self._way_out.setVisible(not is_well)
        self.backups_button.setVisible(not is_well)
        self.accept_button.hide()
        self._banner.setAccessibleName(" ".join((words, *problems)))

    def _set_shown(self, *, is_working: bool) -> None:
        self.progress_label.setVisible(is_working)
        self.progress_bar.setVisible(is_working)
        self._banner.setVisible(not is_working)
        self.fact_list.setVisible(not is_working)

    def _fill(self) -> None:
        look = current()
        self.progress_bar.setAccessibleName("How far the history is verified")
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        for label in (self.heading_label, self._problems, self._way_out):
            words.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addWidget(self.backups_button)
        buttons.addWidget(self.accept_button)
        buttons.addStretch(1)
        words.addLayout(buttons)
        line = self._banner_line = QHBoxLayout(self._banner)
        line.setSpacing(look.px(12))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for part in (self.progress_label, self.progress_bar, self._banner, self.fact_list):
            self.body.addWidget(part)
