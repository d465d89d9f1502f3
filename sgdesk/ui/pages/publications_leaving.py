"""What leaves the public list next, and when: one line over the list of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.publications_words import leaving_words, next_to_leave
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.cases import PublicationRow


class LeavesNext(QFrame):
    """Hidden where nothing is on the list, or no room. Each review is a link that chooses it."""

    review_asked = Signal(object)
    """The id of the case."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self.setProperty("role", "accent-card")
        self.setAccessibleName("What leaves next")
        self._has_rows = self._is_low = False
        self.links: dict[UUID, QPushButton] = {}
        line = QWidget()
        self._flow = FlowLayout(line, spacing=look.px(12))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        layout.addWidget(line)

    def make_room(self, *, is_low: bool) -> None:
        """Give way in a low window, where the filter "Leaving soon" says the same."""
        self._is_low = is_low
        self._show_or_hide()

    def show_rows(self, rows: Sequence[PublicationRow]) -> None:
        """Show the next of `rows` to leave instead of those before."""
        clear(self._flow)
        self.links = {}
        leaving = next_to_leave(rows)
        self._has_rows = bool(leaving)
        self._show_or_hide()
        head = make_label("What leaves next", "strong")
        head.setMinimumHeight(make_link("").sizeHint().height())
        self._flow.addWidget(head)
        for row in leaving:
            link = make_link(leaving_words(row))
            link.clicked.connect(lambda _=False, one=row.case_id: self.review_asked.emit(one))
            self.links[row.case_id] = link
            self._flow.addWidget(link)

    def _show_or_hide(self) -> None:
        self.setVisible(self._has_rows and not self._is_low)
