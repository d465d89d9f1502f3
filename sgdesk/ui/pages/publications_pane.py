"""The chosen review: its text for the public list, its dates, its briefings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.dialogs.fact_list import FactList
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.publications_words import (
    date_facts,
    has_reference,
    list_text,
    summary_heading,
)
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.clipboard import copy_text
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.side_pane import SidePane
from sgdesk.ui.widgets.standings import StandingLabel

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.cases import BriefingRow, CaseView, PublicationRow

_LEAST_WIDTH = 372
_NOTHING = "Choose a review to see its dates and its briefings."
_NO_BRIEFING = "None speaks of this review yet."


class ReviewPane(SidePane):
    case_asked = Signal(object)
    edit_asked = Signal(str)
    """The form of the publication: "report" for its text, "" for what comes next."""
    deadline_asked = Signal(object, str)
    """The case and the code of a rule: why this date?"""
    briefing_asked = Signal(object, object)
    """A briefing's id, or None for a new one, and the id of the case it is about."""
    export_asked = Signal(object)
    """The ids of the review's briefings."""

    def __init__(self) -> None:
        super().__init__(_LEAST_WIDTH)
        self._case_id: UUID | None = None
        self.buttons: dict[str, QPushButton] = {}
        self.show_nothing()

    def show_review(self, row: PublicationRow, view: CaseView) -> None:
        """Show another review, from its top; the keyboard stays in the pane if it is there."""
        is_other = row.case_id != self._case_id
        focused = self.window().focusWidget()
        has_keyboard = self.isAncestorOf(focused)
        self._case_id = row.case_id
        self._clear()
        self.setAccessibleName(f"Publication of {row.reference}")
        self._add_head(row)
        self._add_buttons(view.briefings)
        self._add_summary(row)
        self._add_dates(view)
        self._add_briefings(view.briefings)
        self.body.addStretch(1)
        if has_keyboard:
            QTimer.singleShot(0, self, self._focus_main)  # when the new buttons are shown
        if is_other or has_keyboard:
            self.verticalScrollBar().setValue(0)

    @Slot()
    def _focus_main(self) -> None:
        if (main := self.buttons.get("main")) is not None:
            main.setFocus()

    @Slot()
    def show_nothing(self) -> None:
        """Say that no review is chosen."""
        self._case_id = None
        self._clear()
        self.body.addWidget(make_label(_NOTHING, "muted", wraps=True))
        self.body.addStretch(1)

    def _add_head(self, row: PublicationRow) -> None:
        open_link = make_link("Open case", "folder-open")
        open_link.clicked.connect(lambda: self.case_asked.emit(row.case_id))
        head = QHBoxLayout()
        head.addWidget(make_label(row.reference, "card-title", wraps=True), 1)
        head.addWidget(open_link, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        if has_reference(row):
            self.body.addWidget(make_label(row.title, wraps=True))
        state = QHBoxLayout()
        second = f"{row.review_type} · {row.state}"
        state.addWidget(make_label(second, "second", wraps=True), 1)
        state.addWidget(StandingLabel(row.standing, row.standing_words))
        self.body.addLayout(state)

    def _add_buttons(self, briefings: tuple[BriefingRow, ...]) -> None:
        if briefings:
            main = make_button("Make documents…", "presentation", kind="primary")
            ids = tuple(one.briefing_id for one in briefings)
            main.clicked.connect(lambda: self.export_asked.emit(ids))
        else:
            main = make_button("Write a briefing…", "pencil", kind="primary")
            main.clicked.connect(lambda: self.briefing_asked.emit(None, self._case_id))
        edit = make_button("Edit publication…")
        edit.clicked.connect(lambda: self.edit_asked.emit(""))
        line = QWidget()
        flow = FlowLayout(line, spacing=current().px(8))
        flow.addWidget(main)
        flow.addWidget(edit)
        self.buttons = {"main": main, "edit": edit}
        self.body.addWidget(line)

    def _add_summary(self, row: PublicationRow) -> None:
        copy_link = make_link("Copy text", "copy")
        copy_link.clicked.connect(lambda: self._copy(row))
        self.buttons["copy"] = copy_link
        edit_link = make_link("Edit text", "pencil")
        edit_link.clicked.connect(lambda: self.edit_asked.emit("report"))
        self.buttons["text"] = edit_link
        links = (copy_link, edit_link) if row.summary else (edit_link,)
        self.add_title("On the public list", *links)
        look = current()
        frame = QFrame()
        frame.setProperty("role", "tint")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(10))
        lines.setSpacing(look.px(4))
        lines.addWidget(make_label(summary_heading(row), "strong", wraps=True))
        words = row.summary or "No summary is written yet."
        lines.addWidget(make_label(words, "" if row.summary else "muted", wraps=True))
        self.body.addWidget(frame)

    def _copy(self, row: PublicationRow) -> None:
        copy_text(list_text(row))
        self.buttons["copy"].setText("Copied")

    def _add_dates(self, view: CaseView) -> None:
        self.add_title("Dates")
        facts = FactList(label_width=120)
        facts.set_facts(date_facts(view))
        facts.why_asked.connect(partial(self.deadline_asked.emit, view.case_id))
        self.body.addWidget(facts)

    def _add_briefings(self, briefings: tuple[BriefingRow, ...]) -> None:
        new_link = make_link("New briefing", "plus")
        new_link.clicked.connect(lambda: self.briefing_asked.emit(None, self._case_id))
        self.buttons["new"] = new_link
        self.add_title("Briefings", *((new_link,) if briefings else ()))
        if not briefings:
            self.body.addWidget(make_label(_NO_BRIEFING, "muted", wraps=True))
        for briefing in briefings:
            self.body.addLayout(self._briefing_line(briefing))

    def _briefing_line(self, briefing: BriefingRow) -> QHBoxLayout:
        title = briefing.title or "Untitled briefing"
        edit = make_link("Edit", "pencil")
        edit.setAccessibleName(f"Edit the briefing {title}")
        asked = briefing.briefing_id
        edit.clicked.connect(lambda: self.briefing_asked.emit(asked, self._case_id))
        self.buttons[f"briefing {asked}"] = edit
        line = QHBoxLayout()
        line.addWidget(make_label(title, wraps=True), 1)
        line.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _clear(self) -> None:
        self.buttons = {}
        clear(self.body)
