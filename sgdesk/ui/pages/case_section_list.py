"""A tab of a case: its sections one below the other, each with the button that edits it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.ui.pages.case_sections import Section
    from sgdesk.ui.widgets.empty_state import EmptyState


class SectionList(FormScroll):
    """Shows sections, or what to do while nothing is recorded."""

    edit_asked = Signal(object)
    """The `Section` whose facts are to be edited."""
    part_asked = Signal(str)
    """The dialog that records what is not there yet."""
    remove_asked = Signal(object)
    act_asked = Signal(object, str)
    """The `Section`, and the key of one of its acts."""
    why_asked = Signal(str)
    """The rule whose date is to be explained."""

    def __init__(self, card: Card | None = None, *, can_remove: bool = False) -> None:
        super().__init__()
        self._can_remove = can_remove
        self._parts: list[SectionView] = []
        self.card = card or Card()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show `sections` instead of those before; the keyboard stays where it was."""
        focused = self._place_of_focus()
        clear(self.card.body)
        self._parts = []
        for section in sections:
            if self._parts:
                self.card.body.addWidget(make_rule())
            part = SectionView(section, can_remove=self._can_remove)
            part.edit_button.clicked.connect(lambda _=False, one=section: self.edit_asked.emit(one))
            part.removed.connect(self.remove_asked)
            part.act_asked.connect(self.act_asked)
            part.facts.why_asked.connect(self.why_asked)
            self._parts.append(part)
            self.card.body.addWidget(part)
        if focused is not None and focused < len(self._parts):
            self._parts[focused].edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_empty(self, empty: EmptyState) -> None:
        """Show `empty` in place of all sections."""
        clear(self.card.body)
        self._parts = []
        empty.setMinimumHeight(current().px(200))
        self.card.body.addWidget(empty)

    def focused_section(self) -> Section | None:
        """Return the section that holds the keyboard, else the first; None if there is none."""
        if not self._parts:
            return None
        return self._parts[self._place_of_focus() or 0].section

    def edit_buttons(self) -> list[QPushButton]:
        """Return the buttons that edit the sections, in their order."""
        return [part.edit_button for part in self._parts]

    def parts(self) -> list[SectionView]:
        """Return the shown sections in their order."""
        return list(self._parts)

    def _place_of_focus(self) -> int | None:
        focused: QWidget | None = self.window().focusWidget()
        for place, part in enumerate(self._parts):
            if focused is not None and part.isAncestorOf(focused):
                return place
        return None


class SectionView(QWidget):
    """One section. Where it may be removed, the question comes in its place, not in a box."""

    removed = Signal(object)
    act_asked = Signal(object, str)

    def __init__(self, section: Section, *, can_remove: bool = False) -> None:
        super().__init__()
        self.section = section
        look = current()
        self.edit_button = make_link("Edit", "pencil")
        self.edit_button.setAccessibleName(f"Edit {section.title}")
        self.edit_button.setToolTip("F2")
        self.remove_button = make_link("Remove", "trash-2")
        self.remove_button.setAccessibleName(f"Remove {section.title}")
        self.facts = facts = FactList()
        facts.set_facts(section.facts)
        head = QHBoxLayout()
        head.addWidget(make_label(section.title, "strong", wraps=True), 1)
        head.addWidget(self.remove_button)
        head.addWidget(self.edit_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, look.px(4), 0, look.px(8))
        lines.setSpacing(look.px(8))
        lines.addLayout(head)
        self.remove_button.setVisible(can_remove)
        lines.addWidget(self._question())
        lines.addWidget(facts)
        self.act_buttons: dict[str, QPushButton] = {}
        if section.acts:
            lines.addWidget(self._acts())
        self.remove_button.clicked.connect(self._on_remove_clicked)

    def _acts(self) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, spacing=current().px(12))
        for act in self.section.acts:
            button = make_link(act.words, act.icon)
            button.setAccessibleName(f"{act.words}: {self.section.title}")
            button.clicked.connect(partial(self._ask, act.key))
            self.act_buttons[act.key] = button
            flow.addWidget(button)
        return line

    def _ask(self, key: str) -> None:
        self.act_asked.emit(self.section, key)

    def _question(self) -> QWidget:
        self.question = QWidget()
        self.confirm_button = make_link("Remove", "trash-2")
        self.keep_button = make_link("Keep")
        line = QHBoxLayout(self.question)
        line.setContentsMargins(0, 0, 0, 0)
        sentence = f"Remove {self.section.title} from this case? The history keeps the record."
        line.addWidget(make_label(sentence, "warning", wraps=True), 1)
        line.addWidget(self.confirm_button)
        line.addWidget(self.keep_button)
        self.question.hide()
        self.keep_button.clicked.connect(self._on_kept)
        self.confirm_button.clicked.connect(lambda: self.removed.emit(self.section))
        return self.question

    def _on_remove_clicked(self) -> None:
        self.question.show()
        self.keep_button.setFocus()

    def _on_kept(self) -> None:
        self.question.hide()
        self.remove_button.setFocus()
