"""Why this date, where no rule of the case gives it: of a request, or of an action."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.dialogs.deadline_words import strip_of
from sgdesk.ui.dialogs.fact_list import Fact, FactList
from sgdesk.ui.dialogs.form_frame import FormScroll, press_focused_button
from sgdesk.ui.dialogs.rich_words import DatedLabel
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.day_strip import DayStrip
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.date_workings import DateWorking

_WIDTH = 820
"""In pixels at the designed text size."""


class WorkingDialog(QDialog):
    """Explains one date. Nothing in it can be changed."""

    case_asked = Signal(UUID)
    rule_asked = Signal(UUID, str)
    """The case, and the code of the rule that stands behind the date."""

    def __init__(self, working: DateWorking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.working = working
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        room = self.screen().availableGeometry().size()
        width = min(current().px(_WIDTH), room.width() - 32)
        height = self.scroll_area.height_for(width) + self.footer.sizeHint().height()
        self.resize(width, min(height, room.height() - 64))
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused_button(self, event):
            super().keyPressEvent(event)

    @Slot()
    def copy_sentence(self) -> None:
        """Put the sentence on the clipboard and say so on the button."""
        QGuiApplication.clipboard().setText(self.sentence_label.plain_text())
        self.count_card.link_button.setText("Copied")

    @Slot()
    def _on_case_clicked(self) -> None:
        self.accept()
        self.case_asked.emit(self.working.case_id)

    @Slot()
    def _on_rule_clicked(self) -> None:
        self.accept()
        self.rule_asked.emit(self.working.case_id, self.working.code)

    def _build(self) -> None:
        self.setWindowTitle("Why this date?")
        self.setAccessibleName(f"Why this date: {self.working.what}")
        self.scroll_area = FormScroll()
        body = self.scroll_area.body
        body.setSpacing(current().px(16))
        body.addLayout(self._head())
        body.addWidget(self._count_card())
        body.addWidget(self._fact_card())
        body.addStretch(1)
        self.footer = self._footer()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.scroll_area, 1)
        outer.addWidget(self.footer)
        self.close_button.setFocus()

    def _head(self) -> QHBoxLayout:
        working = self.working
        words = QVBoxLayout()
        words.setSpacing(current().px(4))
        words.addWidget(make_label(working.what, "page-title", wraps=True))
        words.addWidget(make_label(working.about, "muted", wraps=True))
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(StandingLabel(working.standing, working.standing_words))
        return head

    def _count_card(self) -> Card:
        title = "How the date came about"
        self.count_card = Card(title, link="Copy sentence", link_icon="copy")
        self.count_card.link_button.clicked.connect(self.copy_sentence)
        self.sentence_label = DatedLabel()
        self.sentence_label.set_text(self.working.sentence)
        self.strip = DayStrip()
        self.strip.set_days(strip_of(self.working.days))
        self.strip.setVisible(bool(self.working.days))
        self.count_card.body.addWidget(self.sentence_label)
        self.count_card.body.addWidget(self.strip)
        return self.count_card

    def _fact_card(self) -> Card:
        card = Card("The dates")
        self.fact_list = FactList(label_width=110, value_role="strong")
        self.fact_list.set_facts(
            [Fact(one.label, one.words, one.note) for one in self.working.facts]
        )
        card.body.addWidget(self.fact_list)
        card.setVisible(bool(self.working.facts))
        return card

    def _footer(self) -> QFrame:
        look = current()
        footer = QFrame()
        footer.setProperty("role", "footer")
        self.rule_button = make_button("The rule behind it…", "calendar-clock")
        self.rule_button.setVisible(bool(self.working.code))
        self.rule_button.clicked.connect(self._on_rule_clicked)
        self.case_button = make_button("Open case", "folder-open")
        self.case_button.clicked.connect(self._on_case_clicked)
        self.close_button = make_button("Close", kind="primary")
        self.close_button.clicked.connect(self.accept)
        bar = QHBoxLayout(footer)
        bar.setContentsMargins(look.px(24), look.px(10), look.px(24), look.px(10))
        bar.setSpacing(look.px(8))
        bar.addStretch(1)
        for button in (self.rule_button, self.case_button, self.close_button):
            bar.addWidget(button)
        return footer
