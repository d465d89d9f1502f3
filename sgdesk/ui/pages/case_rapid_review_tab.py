"""The Rapid Review of a case, in the order of its steps, and what followed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.rapid_reviews import RapidReviewDraft
from sgdesk.domain.review_questions import CIRCUMSTANCES, CRITERIA, PURPOSES
from sgdesk.domain.timetables import OWN_PREFIX
from sgdesk.errors import UserError
from sgdesk.services.actions import list_immediate_actions
from sgdesk.services.case_links import linked_cases
from sgdesk.services.entries import remove_entry
from sgdesk.services.request_days import request_days
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_milestones import MilestoneCard
from sgdesk.ui.pages.case_rapid_review_words import (
    PRINT_RECORD,
    TELL_LATE,
    action_sections,
    decision_sections,
    link_sections,
    meeting_sections,
    panel_sections,
    trail_section,
)
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.entry_list import EntryList
from sgdesk.ui.pages.question_card import QuestionTable
from sgdesk.ui.pages.rapid_review_editing import RapidReviewEditor
from sgdesk.ui.pages.section_card import SectionCard
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.records.cases import CaseView
    from sgdesk.records.links import LinkedCase
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_sections import Section

_NONE = "Nothing of the Rapid Review is recorded yet: meeting, sign-off, decision, sending."
_NO_ACTION = "No immediate safety action is recorded. They belong to the action plan as well."
_NO_LINK = "No other case is linked: a review it was joined to, or a case of the same family."
_QUESTIONS = {
    "purposes": ("Purposes of the Rapid Review", PURPOSES),
    "criteria": ("Criteria of a local review", CRITERIA),
    "circumstances": ("Circumstances to have regard to", CIRCUMSTANCES),
}


class RapidReviewTab(CaseTab):
    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._links: tuple[LinkedCase, ...] = ()
        self.editor = RapidReviewEditor(context, self)
        self.meeting = SectionCard("Requests and meeting")
        self.considered = Card("What was considered")
        self.questions = {
            key: QuestionTable(title, asked) for key, (title, asked) in _QUESTIONS.items()
        }
        self.safety = EntryList("Immediate safety actions", "Add an action", _NO_ACTION)
        self.decision = SectionCard("Sign-off and decision")
        self.panel = SectionCard("Sending and the Panel’s view")
        self.milestones = MilestoneCard(context)
        self.trail = SectionCard("What followed")
        self.links = EntryList("Linked cases", "Link a case", _NO_LINK)
        self.links_back = SectionCard("Cases that point here")
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; actions and links are read anew."""
        register = self._context.register
        today = self._context.today()
        self._view = view
        self._links = linked_cases(register, view.case_id)
        days = request_days(register, view.case_id)
        draft = view.rapid_review or RapidReviewDraft()
        is_begun = view.rapid_review is not None or days.are_known
        for card in (self.considered, self.decision, self.panel, self.trail):
            card.setVisible(is_begun)
        if is_begun:
            self.meeting.set_sections(meeting_sections(view, draft, days))
            for table in self.questions.values():
                table.show_answers(draft.considered)
            self.decision.set_sections(decision_sections(view, draft))
            self.panel.set_sections(panel_sections(view, draft, today))
            self.trail.set_sections([trail_section(view, draft, self._links)])
        else:
            empty = EmptyState("users", _NONE, "Record the Rapid Review…")
            empty.button.clicked.connect(lambda: self.open_step(""))
            self.meeting.show_instead(empty)
        self.milestones.show_case(view)
        rows = list_immediate_actions(register, view.case_id, today=today)
        self.safety.set_sections(action_sections(rows))
        own = [one for one in self._links if one.entry]
        back = [one for one in self._links if not one.entry]
        self.links.set_sections(link_sections(own))
        self.links_back.set_sections(link_sections(back))
        self.links_back.setVisible(bool(back))

    def edit_chosen(self) -> None:
        """Edit what holds the keyboard, else open the form of the next step."""
        for card in (self.meeting, self.decision, self.panel):
            section = card.focused_section()
            if section is not None and section.dialog:
                self._on_edit_asked(section)
                return
        milestone = self.milestones.focused_section()
        if milestone is not None:
            self.milestones.open_milestone(milestone.dialog)
            return
        for listed, opened in ((self.safety, self._open_action), (self.links, self._open_link)):
            section = listed.focused_section()
            if section is not None:
                opened(section.entry_id)
                return
        focused: QWidget | None = self.window().focusWidget()
        for key, table in self.questions.items():
            if focused is not None and table.isAncestorOf(focused):
                self.open_step(key)
                return
        self.open_step("")

    def open_step(self, name: str) -> None:
        """Open the form `name`, as "meeting" or "panel"; for "" the one of the next step.

        "link:" with an id is one of the links, and "late" the letter that tells of a delay.
        """
        what, _, row = name.partition(":")
        if what == "link":
            self._open_link(UUID(row) if row else None)
        elif what == "late":
            self._with_view(self.editor.open_late_letter)
        elif name.startswith(OWN_PREFIX):
            self.milestones.open_milestone(name)
        else:
            self._with_view(lambda view: self.editor.open_form(view, name))

    def _open_action(self, action_id: UUID | None) -> None:
        self._with_view(lambda view: self.editor.open_action(view, action_id))

    def _open_link(self, entry_id: UUID | None) -> None:
        entries = (one.entry for one in self._links if one.entry)
        entry = next((one for one in entries if one.entry_id == entry_id), None)
        self._with_view(lambda view: self.editor.open_link(view, entry))

    @Slot(object)
    def _on_edit_asked(self, section: Section) -> None:
        self._with_view(lambda view: self.editor.open_form(view, section.dialog, section.field))

    @Slot(object, str)
    def _on_act_asked(self, _section: Section, key: str) -> None:
        acts = {TELL_LATE: self.editor.open_late_letter, PRINT_RECORD: self.editor.print_record}
        self._with_view(acts[key])

    @Slot(object, str)
    def _on_link_act(self, section: Section, _key: str) -> None:
        """Follow the link; opening the other case is all that can be done with one."""
        for link in self._links:
            if section.entry_id == (link.entry.entry_id if link.entry else link.case_id):
                self.case_asked.emit(link.case_id)

    @Slot(object)
    def _on_link_removed(self, entry_id: UUID) -> None:
        entries = [one.entry for one in self._links if one.entry]

        def remove(view: CaseView) -> None:
            for entry in entries:
                if entry.entry_id == entry_id:
                    register = self._context.register
                    self._context.apply(remove_entry(register, view.case_id, entry))

        self._with_view(remove)

    @Slot(object)
    def _on_action_removed(self, action_id: UUID) -> None:
        self._with_view(lambda view: self.editor.remove_action(view, action_id))

    def _with_view(self, do: Callable[[CaseView], None]) -> None:
        """Call `do` with the case on show; what it cannot do is reported."""
        if self._view is None:
            return
        try:
            do(self._view)
        except UserError as error:
            self._context.report(error)

    def _connect(self) -> None:
        for card in (self.meeting, self.decision, self.panel):
            card.edit_asked.connect(self._on_edit_asked)
            card.act_asked.connect(self._on_act_asked)
            card.why_asked.connect(self.why_asked)
        self.trail.why_asked.connect(self.why_asked)
        self.milestones.why_asked.connect(self.why_asked)
        for key, table in self.questions.items():
            table.edit_button.clicked.connect(lambda _=False, one=key: self.open_step(one))
        self.safety.add_asked.connect(lambda: self._open_action(None))
        self.safety.edit_asked.connect(self._open_action)
        self.safety.remove_asked.connect(self._on_action_removed)
        self.links.add_asked.connect(lambda: self._open_link(None))
        self.links.edit_asked.connect(self._open_link)
        self.links.remove_asked.connect(self._on_link_removed)
        self.links.act_asked.connect(self._on_link_act)
        self.links_back.act_asked.connect(self._on_link_act)

    def _build(self) -> None:
        look = current()
        for table in self.questions.values():
            self.considered.body.addWidget(table)
        scroll = FormScroll()
        scroll.body.setContentsMargins(0, 0, 0, 0)
        scroll.body.setSpacing(look.px(16))
        for card in (
            self.meeting,
            self.milestones,
            self.considered,
            self.safety,
            self.decision,
            self.panel,
            self.trail,
            self.links,
            self.links_back,
        ):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)
