"""The chosen action with what it follows from, what shows that it was done, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sgdesk.domain.learning import PLAN_WORDS
from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.action_facts import action_facts, numbered
from sgdesk.ui.pages.learning_words import evidence_line, impact_line
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.side_pane import SidePane
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.learning import ActionChain, ActionNode

_LEAST_WIDTH = 340
_NOTHING = "Choose an action to see what it follows from and what shows that it was done."
_NO_EVIDENCE = "No evidence yet. An action is not closed without it."
_NO_IMPACT = "Nobody has looked yet at what it changed."
_NO_RECOMMENDATION = "It follows from no recommendation."


class ActionPane(SidePane):
    case_asked = Signal(object)
    asked = Signal(str)
    """What to do with the action: "edit", "close", "evidence" or "impact"."""
    why_asked = Signal()
    """Why is it due when it is?"""
    entry_asked = Signal(str, object)
    """The word "evidence" or "impact", and the entry of it to edit."""

    def __init__(self) -> None:
        super().__init__(_LEAST_WIDTH)
        self._action_id: UUID | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.show_nothing()

    def show_chain(self, chain: ActionChain) -> None:
        """Show another action, from its top."""
        is_other = chain.action.row.action_id != self._action_id
        self._action_id = chain.action.row.action_id
        self._clear()
        self.setAccessibleName(f"{numbered('Action', chain.action.row.number)}, chosen")
        self._add_head(chain.action)
        self._add_facts(chain)
        self._add_reasons(chain)
        self._add_shown(chain.action)
        self.body.addStretch(1)
        if is_other:
            self.verticalScrollBar().setValue(0)

    @Slot()
    def show_nothing(self) -> None:
        """Say that no action is chosen."""
        self._action_id = None
        self._clear()
        self.body.addWidget(make_label(_NOTHING, "muted", wraps=True))
        self.body.addStretch(1)

    def _add_head(self, action: ActionNode) -> None:
        row = action.row
        open_link = make_link("Open case", "folder-open")
        open_link.clicked.connect(lambda: self.case_asked.emit(row.case_id))
        self.buttons["case"] = open_link
        head = QHBoxLayout()
        head.addWidget(make_label(numbered("Action", row.number), "card-title", wraps=True), 1)
        head.addWidget(open_link, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        second = f"{row.reference} · {PLAN_WORDS[row.plan]}"
        self.body.addWidget(make_label(second, "second", wraps=True))
        self.body.addWidget(make_label(row.text, wraps=True))
        self.body.addWidget(StandingLabel(row.standing, row.standing_words))
        line = QWidget()
        flow = FlowLayout(line, spacing=current().px(8))
        flow.addWidget(self._button("edit", "Edit…", "pencil"))
        if row.is_open:
            flow.addWidget(self._button("close", "Close action…", "circle-check"))
        self.body.addWidget(line)

    def _button(self, key: str, words: str, icon: str) -> QPushButton:
        button = make_button(words, icon)
        button.clicked.connect(lambda: self.asked.emit(key))
        self.buttons[key] = button
        return button

    def _add_facts(self, chain: ActionChain) -> None:
        facts = FactList(label_width=110)
        facts.set_facts(action_facts(chain.action))
        facts.why_asked.connect(self.why_asked)
        self.body.addWidget(facts)

    def _add_reasons(self, chain: ActionChain) -> None:
        if chain.recommendation is None:
            self.add_title("Follows from")
            self.body.addWidget(make_label(_NO_RECOMMENDATION, "muted", wraps=True))
            return
        for noun, entry in (("Recommendation", chain.recommendation), ("Finding", chain.finding)):
            if entry is not None:
                self.add_title(numbered(noun, entry.draft.number))
                self.body.addWidget(make_label(entry.draft.text, wraps=True))

    def _add_shown(self, action: ActionNode) -> None:
        self.add_title("Evidence", self._link("evidence", "Add", "Add evidence"))
        for piece in action.evidence:
            self._add_line("evidence", evidence_line(piece.draft), piece)
        if not action.evidence:
            self.body.addWidget(make_label(_NO_EVIDENCE, "muted", wraps=True))
        self.add_title("Impact", self._link("impact", "Assess", "Assess impact"))
        for impact in action.impacts:
            self._add_line("impact", impact_line(impact.draft), impact)
        if not action.impacts:
            self.body.addWidget(make_label(_NO_IMPACT, "muted", wraps=True))

    def _link(self, key: str, words: str, name: str) -> QPushButton:
        link = make_link(words, "plus")
        link.setAccessibleName(name)
        link.clicked.connect(lambda: self.asked.emit(key))
        self.buttons[key] = link
        return link

    def _add_line(self, key: str, words: str, entry: object) -> None:
        edit = make_link("Edit", "pencil")
        edit.setAccessibleName(f"Edit {key}")
        edit.clicked.connect(lambda: self.entry_asked.emit(key, entry))
        self.buttons[f"{key} {len(self.buttons)}"] = edit
        line = QHBoxLayout()
        line.addWidget(make_label(words, wraps=True), 1)
        line.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def _clear(self) -> None:
        self.buttons = {}
        clear(self.body)
