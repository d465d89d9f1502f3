"""The frame of "Why this date?": what it is, how it stands, how it came about, and its case."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sgdesk.ui.dialogs.form_frame import Footer, FormScroll
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.dialogs.rich_words import DatedLabel
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.day_strip import DayStrip
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from sgdesk.records.strips import StripDay


class WhyDialog(FramedDialog):
    """Subclasses add their cards to `body` and frame `scroll_area` with `footer`.

    `further` is the first of the buttons.
    """

    case_asked = Signal(UUID)

    def __init__(self, count_title: str, further: QPushButton, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Why this date?")
        self.scroll_area = FormScroll()
        self.body = self.scroll_area.body
        self.body.setSpacing(current().px(16))
        self.case_button = make_button("Open case", "folder-open")
        self.close_button = make_button("Close", kind="primary")
        self.close_button.clicked.connect(self.accept)
        self.footer = Footer(None, further, self.case_button, self.close_button)
        self.body.addLayout(self._head())
        self.body.addWidget(self._count_card(count_title))

    def needed_height(self, width: int) -> int:
        return self.scroll_area.height_for(width) + self.footer.sizeHint().height()

    def show_count(self, sentence: str, days: Sequence[StripDay]) -> None:
        """Show how the date came about, and the days that were counted if there are any."""
        self.sentence_label.set_text(sentence)
        self.strip.set_days(days)
        self.strip.setVisible(bool(days))

    @Slot()
    def copy_sentence(self) -> None:
        """Put the sentence on the clipboard and say so on the button."""
        copy_text(self.sentence_label.plain_text())
        self.count_card.link_button.setText("Copied")

    def _head(self) -> QHBoxLayout:
        self.title_label = make_label("", "page-title", wraps=True)
        self.context_label = make_label("", "muted", wraps=True)
        self.standing_label = StandingLabel()
        words = QVBoxLayout()
        words.setSpacing(current().px(4))
        words.addWidget(self.title_label)
        words.addWidget(self.context_label)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.standing_label)
        return head

    def _count_card(self, title: str) -> Card:
        self.count_card = Card(title, link="Copy sentence", link_icon="copy")
        self.count_card.link_button.clicked.connect(self.copy_sentence)
        self.sentence_label = DatedLabel()
        self.strip = DayStrip()
        self.count_card.body.addWidget(self.sentence_label)
        self.count_card.body.addWidget(self.strip)
        return self.count_card
