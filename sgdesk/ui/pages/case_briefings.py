"""The briefings that speak of a case: open one, or write a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.cases import BriefingRow

_NONE = "No briefing speaks of this case yet. Write one, and make its page and slides."


class BriefingList(FormScroll):
    """`briefing_asked` carries the briefing's id, or None for a new one."""

    briefing_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.card = Card("Briefings", link="New briefing", link_icon="plus")
        self.card.link_button.clicked.connect(lambda: self.briefing_asked.emit(None))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def show_briefings(self, briefings: Sequence[BriefingRow]) -> None:
        """Show `briefings` instead of those before."""
        clear(self.card.body)
        self.card.link_button.setVisible(bool(briefings))
        for briefing in briefings:
            self.card.body.addWidget(self._line(briefing))
        if not briefings:
            empty = EmptyState("file-text", _NONE, "Write a briefing…")
            empty.setMinimumHeight(current().px(200))
            empty.button.clicked.connect(lambda: self.briefing_asked.emit(None))
            self.card.body.addWidget(empty)

    def _line(self, briefing: BriefingRow) -> QWidget:
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, current().px(4), 0, current().px(4))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(briefing.title or "Untitled briefing", "strong", wraps=True))
        if briefing.references:
            words.addWidget(make_label(", ".join(briefing.references), "second", wraps=True))
        open_button = make_link("Open", "pencil")
        open_button.setAccessibleName(f"Open {briefing.title or 'the untitled briefing'}")
        asked = briefing.briefing_id
        open_button.clicked.connect(lambda: self.briefing_asked.emit(asked))
        box.addLayout(words, 1)
        box.addWidget(open_button)
        return line
