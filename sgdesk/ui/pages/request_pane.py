"""The pane of one request to an agency: how it stands, what is known, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sgdesk.domain.agency_marks import ReturnMark, why_no_mark
from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.request_facts import request_facts
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.return_marks import ReturnStateLabel
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.agencies import RequestRow

ACTS = (
    ("return", "Log a return…", "inbox", "Ctrl+R"),
    (ReturnMark.NIL.value, "Nil return", "minus", "N in the table"),
    (ReturnMark.ACKNOWLEDGED.value, "Acknowledged today", "eye", "A in the table"),
    (ReturnMark.QUERIED.value, "Query…", "circle-question-mark", "Q in the table"),
    ("letter", "Request letter…", "file-text", "Draft the letter that asks"),
    ("chase", "Chase…", "mail", "Ctrl+M"),
)
"""Name, words, icon and key of each button, in their order."""
_LEAST = 44
"""Height of the facts, in pixels at the designed text size, below which they scroll."""


class RequestPane(Card):
    """Hidden while no request is chosen."""

    act_asked = Signal(str)
    """One of the names in `ACTS`, "edit", "remove" or "why"."""

    def __init__(self) -> None:
        super().__init__("Agency", link="Edit request", link_icon="pencil")
        self.row: RequestRow | None = None
        self.state_label = ReturnStateLabel()
        self.facts = FactList(label_width=140)
        self.facts_scroll = ScrollFrame()
        self.remove_button = make_link("Remove", "trash-2")
        self.buttons: dict[str, QPushButton] = {}
        self._state_line = _FlowLine()
        self._line = _FlowLine()
        self._fill()

    def show_request(self, row: RequestRow | None) -> None:
        """Show another request, or nothing for None."""
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.set_title(row.agency_name)
        self.state_label.set_state(row.state, row.state_words)
        self.facts.set_facts(request_facts(row))
        for name, button in self.buttons.items():
            button.setVisible(_makes_sense(name, row))
        self._state_line.fit()
        self._line.fit()
        self.link_button.setAccessibleName(f"Edit the request to {row.agency_name}")
        self.remove_button.setAccessibleName(f"Remove the request to {row.agency_name}")

    def _fill(self) -> None:
        look = current()
        self.link_button.setToolTip("F2")
        self._state_line.add(self.state_label)
        self._state_line.add(self.remove_button)
        for name, words, icon, key in ACTS:
            kind = "primary" if name == "return" else ""
            button = self.buttons[name] = make_button(words, icon, kind=kind)
            button.setToolTip(key)
            button.clicked.connect(partial(self._ask, name))
            self._line.add(button)
        self.title_label.setWordWrap(True)
        self.title_label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.note_label.hide()
        self.facts.why_asked.connect(self._ask)
        self.facts_scroll.setWidget(self._facts_page())
        self.facts_scroll.setMinimumHeight(look.px(_LEAST))
        self.facts_scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.facts_scroll.setAccessibleName("What is known of this request")
        self.body.addWidget(self._state_line)
        self.body.addWidget(self._line)
        self.body.addWidget(self.facts_scroll, 1)
        self.link_button.clicked.connect(partial(self._ask, "edit"))
        self.remove_button.clicked.connect(partial(self._ask, "remove"))
        self.hide()

    def _facts_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "plain")
        lines = QVBoxLayout(page)
        lines.setContentsMargins(0, 0, current().px(8), 0)
        lines.addWidget(self.facts)
        lines.addStretch(1)
        return page

    def _ask(self, name: str) -> None:
        self.act_asked.emit(name)


class _FlowLine(QWidget):
    """Parts in as many lines as the width needs; no splitter can make it lower than that."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)

    def add(self, part: QWidget) -> None:
        self._flow.addWidget(part)

    def fit(self) -> None:
        """Be as high as the parts that are shown."""
        self._flow.invalidate()
        self.setFixedHeight(self._flow.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _makes_sense(name: str, row: RequestRow) -> bool:
    """Return whether a button has a meaning now; the others would only tell why they cannot."""
    if name == "return":
        return not row.request.not_needed_reason
    if name in ("chase", "letter"):
        return row.is_outstanding
    return not why_no_mark(ReturnMark(name), row.request, row.returned)
