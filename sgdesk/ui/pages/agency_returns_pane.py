"""The chosen request beside the matrix: how it stands, its chase ladder, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.agency_requests import CHASE_WORDS, ReturnState
from sgdesk.domain.dates import long_date
from sgdesk.ui.dialogs.chase_dialog import rungs_of
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_link, make_why_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.ladder import LadderView
from sgdesk.ui.widgets.return_marks import ReturnStateLabel
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.chases import Ladder

_NOTHING = "Choose a mark to see what was sent and what comes next."
_NOT_ASKED = "This agency was not asked in this case. Open the case to ask it."


class ReturnPane(ScrollFrame):
    chase_asked = Signal()
    return_asked = Signal()
    request_asked = Signal()
    letter_asked = Signal()
    case_asked = Signal()
    why_asked = Signal()
    """Why is it due when it is?"""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Chosen request")
        self.agency_label = make_label("", "card-title", wraps=True)
        self.case_label = make_label("", "muted", wraps=True)
        self.state_label = ReturnStateLabel()
        self.due_label = make_label("", "second", wraps=True)
        self.why_button = make_why_link("the chosen request")
        self.more_label = make_label("", "second", wraps=True)
        self.ladder_title = make_label("Chase ladder", "strong")
        self.ladder_view = LadderView("Chase ladder")
        self.empty_label = make_label(_NOTHING, "muted", wraps=True)
        self.chase_button = make_button("Chase…", "mail", kind="primary")
        self.return_button = make_button("Log return…")
        self.request_button = make_button("Edit request…")
        self.letter_button = make_link("Request letter…", "file-text")
        self.case_button = make_link("Open case", "folder-open")
        self._build()
        self._connect()
        self.show_nothing()

    def show_request(self, row: RequestRow, ladder: Ladder, today: date, others: int) -> None:
        """Show `row`; `others` further requests stand behind its mark."""
        self.agency_label.setText(row.agency_name)
        self.case_label.setText(f"{row.reference}, {row.purpose}, round {row.round}")
        self.state_label.set_state(row.state, row.state_words)
        own = ", a date of its own" if row.due_is_own else ""
        self.due_label.setText(f"Due {long_date(row.due_on)}{own}" if row.due_on else "No due date")
        noun = "request" if others == 1 else "requests"
        self.more_label.setText(
            f"And {others} further {noun} to it in this case." if others else ""
        )
        self.more_label.setVisible(bool(others))
        self.ladder_view.set_rungs(rungs_of(ladder, today))
        step = ladder.next
        is_query = row.state is ReturnState.QUERIED
        words = "query" if is_query else CHASE_WORDS[step.step].lower() if step else "chase"
        self.chase_button.setText(f"Draft {words}…")
        self.chase_button.setEnabled(step is not None)
        self.chase_button.setToolTip("Ctrl+M" if step else "Nothing is outstanding")
        self._show_parts(is_shown=True)

    @Slot()
    def show_nothing(self, *, is_unasked: bool = False) -> None:
        """Say that no request is chosen, or that nobody was asked there."""
        self.empty_label.setText(_NOT_ASKED if is_unasked else _NOTHING)
        self._show_parts(is_shown=False)

    def _show_parts(self, *, is_shown: bool) -> None:
        self._request.setVisible(is_shown)
        self.empty_label.setVisible(not is_shown)

    def _connect(self) -> None:
        self.chase_button.clicked.connect(self.chase_asked)
        self.return_button.clicked.connect(self.return_asked)
        self.request_button.clicked.connect(self.request_asked)
        self.letter_button.clicked.connect(self.letter_asked)
        self.case_button.clicked.connect(self.case_asked)
        self.why_button.clicked.connect(self.why_asked)

    def _build(self) -> None:
        look = current()
        self.return_button.setToolTip("Ctrl+R")
        self.why_button.setToolTip("Why this date? (Ctrl+D)")
        self.request_button.setToolTip("Enter")
        self._request = QWidget()
        lines = QVBoxLayout(self._request)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(6))
        for widget in (self.agency_label, self.case_label, self.state_label):
            lines.addWidget(widget)
        due = QHBoxLayout()
        due.setSpacing(look.px(4))
        due.addWidget(self.due_label, 1)
        due.addWidget(self.why_button, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(due)
        lines.addWidget(self.more_label)
        lines.addWidget(make_rule())
        lines.addSpacing(look.px(4))
        lines.addWidget(self.ladder_title)
        lines.addWidget(self.ladder_view)
        lines.addSpacing(look.px(8))
        for button in (self.chase_button, self.return_button, self.request_button):
            lines.addWidget(button)
        for link in (self.letter_button, self.case_button):
            lines.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        card = Card()
        card.body.addWidget(self._request)
        card.body.addWidget(self.empty_label)
        card.body.addStretch(1)
        self.setWidget(card)
