"""The page of one case: its timeline, its parts in tabs, its deadlines beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.cases import KIND_WORDS
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.services.case_views import get_case
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_briefings import BriefingList
from sgdesk.ui.pages.case_children import ChildrenTab
from sgdesk.ui.pages.case_editing import CaseEditor
from sgdesk.ui.pages.case_overview import Overview
from sgdesk.ui.pages.case_papers import CasePapers
from sgdesk.ui.pages.case_records import DeadlinePane, document_card, show_records
from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.case_tab import TabPlace
from sgdesk.ui.pages.case_tab_switch import TabSwitch
from sgdesk.ui.pages.case_tables import due_line, most_pressing
from sgdesk.ui.pages.case_tabs import tab_place
from sgdesk.ui.pages.case_timeline import (
    milestones,
    timeline_note,
    timeline_spans,
    today_after,
)
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.cases import CaseView
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_sections import Section

_WIDE = 880
"""Below this width the deadlines are a tab of their own. Pixels at the designed text size."""
_HIGH = 640
"""Below this height the timeline is told in words on the overview."""
_ROOMY = frozenset({"agencies", "attachments", "history", "learning"})
"""Tabs of wide tables, which get the room of the timeline and of the deadlines."""


class CasePage(QWidget):
    """Reading first: each section has its own Edit. The constructor raises `UserError`."""

    page_asked = Signal(str)
    case_asked = Signal(object)
    """The id of another case."""
    deadline_asked = Signal(object, str)
    """The case's id and the rule's code: why this date?"""
    working_asked = Signal(object)
    """The working of a date that no rule gives."""
    briefing_asked = Signal(object, object)
    """The briefing's id, or None for a new one; and the case's id."""
    what_if_asked = Signal(object)
    """The case whose dates are to be tried."""
    export_asked = Signal(object)
    """The ids of the briefings that speak of the case."""
    pack_asked = Signal(object)
    """The same, for a pack with every public document."""

    def __init__(self, context: AppContext, case_id: UUID, parent: QWidget | None = None) -> None:
        view = get_case(context.register, case_id, today=context.today())
        super().__init__(parent)  # not before: a case that is gone must leave no half-built page
        self._context = context
        self.case_id = case_id
        self.view = view
        self._editor = CaseEditor(context, self)
        self._papers = CasePapers(context, self)
        self._text_scale = current().text_scale
        self._restyled = QTimer(self)
        self._build()
        self._connect()
        self._show_view()

    def reload(self) -> None:
        """Read the case again and show it; the tab and the chosen deadline stay."""
        context = self._context
        try:
            self.view = get_case(context.register, self.case_id, today=context.today())
        except UserError as error:
            if self.isVisible():  # nobody misses a case that was taken back on another page
                context.report(error)
        else:
            self._show_view()

    @Slot(str)
    def open_step(self, dialog: str) -> None:
        """Do a step: show its tab, open its dialog, or both; see `NextStep.dialog`.

        Takes "child" and "household" too, for a new one, and with ":" and the id of one.
        """
        tab, _, name = dialog.partition(":")
        if tab in self._places:
            self.tabs.show_tab(tab)
            self._places[tab].open_step(name)
        elif dialog == "briefing":
            self.briefing_asked.emit(None, self.case_id)
        elif tab == "child":
            self._editor.open_child(self.view, UUID(name) if name else None)
        elif tab == "household":
            self.tabs.show_tab("children")
            self.children_tab.open_member(UUID(name) if name else None)
        elif dialog == "case":
            self._editor.open_case(self.view)

    @Slot()
    def edit_chosen(self) -> None:
        """Edit the section that holds the keyboard, else the first of the tab."""
        tab = self.tabs.stack.currentWidget()
        section = tab.focused_section() if isinstance(tab, SectionList) else None
        if section is not None:
            self._on_edit_asked(section)
        elif isinstance(tab, TabPlace):
            tab.tab.edit_chosen()

    @Slot()
    def explain_chosen(self) -> None:
        """Ask why the chosen date of the tab, else the most pressing deadline, is on its day."""
        tab = self.tabs.stack.currentWidget()
        if not (isinstance(tab, TabPlace) and tab.tab.explain_chosen()):
            self.deadlines.explain_chosen()

    @Slot()
    def what_if(self) -> None:
        """Ask what would be if dates of this case were others."""
        self.what_if_asked.emit(self.case_id)

    @Slot()
    def print_list(self) -> None:
        """Show the paper of the tab, else the front sheet, as it will be printed."""
        tab = self.tabs.stack.currentWidget()
        if isinstance(tab, TabPlace) and tab.tab.print_own():
            return
        self._papers.print_front_sheet(self.case_id)

    @Slot()
    def print_wall_sheet(self) -> None:
        """Show the timetable of the case as a sheet for the wall."""
        self._papers.print_wall_sheet(self.case_id)

    @Slot()
    def print_review_plan(self) -> None:
        """Show the six-month plan of the local review."""
        self._papers.print_review_plan(self.case_id)

    def panes(self) -> list[QWidget]:
        """Return the parts that F6 goes through."""
        tabs = self.tabs.tab_list if self.tabs.is_list else self.tabs.tab_bar
        return [self.header, tabs, self.tabs.stack, self.deadlines]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and current().text_scale != self._text_scale:
            self._restyled.start(0)

    @Slot()
    def _on_restyled(self) -> None:
        """The sections are laid out anew in the other text size, and the page with them."""
        self._text_scale = current().text_scale
        self._show_view()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.case_ids or self.case_id in changes.case_ids:
            self.reload()

    @Slot(object)
    def _on_edit_asked(self, section: Section) -> None:
        if section.entry_id is not None:
            self._editor.open_child(self.view, section.entry_id)
        else:
            self._editor.open_case(self.view, section.field)

    @Slot(object)
    def _on_remove_asked(self, section: Section) -> None:
        if section.entry_id is None:
            return
        try:
            self._editor.remove_child(self.view, section.entry_id)
        except UserError as error:
            self._context.report(error)

    @Slot(str)
    def _on_why_asked(self, code: str) -> None:
        self.deadline_asked.emit(self.case_id, code)

    @Slot()
    def export_list(self) -> None:
        """Ask for documents of the case's briefings."""
        self.export_asked.emit(self._briefing_ids())

    @Slot()
    def _on_pack_asked(self) -> None:
        self.pack_asked.emit(self._briefing_ids())

    def _briefing_ids(self) -> tuple[UUID, ...]:
        return tuple(row.briefing_id for row in self.view.briefings)

    def _show_view(self) -> None:
        view = self.view
        self._show_head()
        self.timeline.set_milestones(
            milestones(view),
            today_after(view.steps, self._context.today()),
            timeline_spans(view, self._context.today()),
        )
        self.timeline_card.set_note(timeline_note(view))
        for place in self._places.values():
            place.show_case(view)
        self._unseen.update(self._readers)
        self._catch_up()
        self.deadlines.show_deadlines(view.deadlines)
        for key, title, count in (
            ("children", "Children", len(view.children)),
            ("briefings", "Briefings", len(view.briefings)),
            ("documents", "Documents", len(view.documents)),
        ):
            self.tabs.set_title(key, f"{title} {count}" if count else title)

    @Slot()
    def _catch_up(self) -> None:
        """Let the tab on show read the case, if it has changed since it was last seen."""
        key = self.tabs.key
        if key in self._unseen:
            self._unseen.discard(key)
            self._readers[key](self.view)

    def _show_head(self) -> None:
        view = self.view
        row = self._pressing()
        has_reference = bool(view.draft.reference)
        self.header.set_trail("Cases", view.reference if has_reference else KIND_WORDS[view.kind])
        self.header.title_label.setWordWrap(not has_reference)
        self.header.set_standing(row.standing if row else None, row.short_words if row else "")
        step = view.next_step
        self.next_button.setVisible(bool(step.dialog))
        self.next_button.setToolTip(f"{step.words}: {step.reason}")
        self._reflow()

    def _pressing(self) -> DeadlineRow | None:
        rows = self.view.deadlines
        paused = [row for row in rows if row.standing is Standing.PAUSED]
        return most_pressing([row for row in rows if row.is_open] or paused)

    @Slot()
    def _reflow(self) -> None:
        """Fit the page to its size: large text makes any window narrow."""
        look = current()
        is_wide, is_high = self.width() >= look.px(_WIDE), self.height() >= look.px(_HIGH)
        self._show_title(is_wide=is_wide)
        self.header.standing_label.setVisible(is_wide)
        self.export_button.setVisible(is_wide)
        is_roomy = self.tabs.key in _ROOMY
        self.timeline_card.setVisible(is_high and not is_roomy)
        self.overview.set_low(is_low=not is_high)
        margin = look.px(24 if is_wide else 16)
        self._box.setContentsMargins(margin, look.px(12), margin, margin)
        self._place_deadlines(is_beside=is_wide)
        self.deadlines.setVisible(not (is_wide and is_roomy))

    def _show_title(self, *, is_wide: bool) -> None:
        """In a narrow window the description takes the line of what is due next."""
        view, row = self.view, self._pressing()
        title = view.draft.title
        due = f"{row.what}: {due_line(row)}" if row else view.stage_reason
        has_room = is_wide and bool(view.draft.reference)
        self.header.set_title(view.reference, title if has_room else "")
        self.header.set_second(due if is_wide else title)
        words = view.next_step.words
        step = f"{words[:1].lower()}{words[1:]}"
        self.next_button.setText(f"Next step: {step}…" if has_room else "Next step…")

    def _place_deadlines(self, *, is_beside: bool) -> None:
        splitter = self.tabs.splitter
        if is_beside == (self.deadlines.parentWidget() is splitter):
            return
        self.tabs.set_shown("deadlines", is_shown=not is_beside)
        if is_beside:
            splitter.addWidget(self.deadlines)
            splitter.setSizes([63 * self.width() // 100, 37 * self.width() // 100])
        else:
            self._deadline_tab.addWidget(self.deadlines)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build_head()
        self._build_tabs()
        self._box = QVBoxLayout(self)
        self._box.setSpacing(look.px(12))
        self._box.addWidget(self.header)
        self._box.addWidget(self.timeline_card)
        self._box.addWidget(self.tabs, 1)

    def _build_head(self) -> None:
        self.header = PageHeader("")
        self.header.beside_label.setWordWrap(True)
        self.header.second_label.setWordWrap(True)
        self.export_button = make_button("Make documents…", "file-plus")
        self.next_button = make_button("", "arrow-right", kind="primary")
        self.header.add_widget(self.export_button)
        self.header.add_widget(self.next_button)
        self.timeline = Timeline()
        self.timeline_card = Card("Timeline", note=" ")
        self.timeline_card.note_label.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.timeline_card.body.addWidget(self.timeline)

    def _build_tabs(self) -> None:
        self.tabs = TabSwitch()
        self._places: dict[str, TabPlace] = {}
        self.overview, self.children_tab = Overview(), ChildrenTab(self._context)
        self.briefings = BriefingList()
        self.documents = document_card()
        self._readers: dict[str, Callable[[CaseView], None]] = {
            "overview": self.overview.show_case,
            "children": self.children_tab.show_case,
            "briefings": lambda view: self.briefings.show_briefings(view.briefings),
            "documents": lambda view: show_records(self.documents, view.documents),
        }
        self._unseen: set[str] = set()
        self.deadlines = DeadlinePane()
        deadline_tab = QWidget()
        self._deadline_tab = QVBoxLayout(deadline_tab)
        self._deadline_tab.setContentsMargins(0, 0, 0, 0)
        self._deadline_tab.addWidget(self.deadlines)
        self.tabs.add_tab("overview", "Overview", self.overview)
        self.tabs.add_tab("deadlines", "Deadlines", deadline_tab)
        self.tabs.add_tab("children", "Children", self.children_tab)
        self._add_place("notification", "Notification")
        self._add_place("agencies", "Agencies")
        self._add_place("rapid_review", "Rapid Review")
        self._add_place("local_review", "Local review")
        self._add_place("family", "Family")
        self._add_place("delays", "Delays")
        self._add_place("learning", "Learning and actions")
        self._add_place("publication", "Publication")
        self.tabs.add_tab("briefings", "Briefings", self.briefings)
        self._add_place("attachments", "Attachments")
        self.tabs.add_tab("documents", "Documents", self.documents)
        self._add_place("history", "History")

    def _add_place(self, key: str, title: str) -> None:
        place = tab_place(key, self._context)
        self._places[key] = place
        place.case_asked.connect(self.case_asked)
        place.why_asked.connect(self._on_why_asked)
        place.working_asked.connect(self.working_asked)
        place.pack_asked.connect(self._on_pack_asked)
        self.tabs.add_tab(key, title, place)

    def _connect(self) -> None:
        self._restyled.setSingleShot(True)
        self._restyled.timeout.connect(self._on_restyled)
        self.tabs.tab_shown.connect(self._reflow)
        self.tabs.tab_shown.connect(self._catch_up)
        self._context.changed.connect(self._on_changed)
        self.header.trail_clicked.connect(lambda: self.page_asked.emit("cases"))
        self.next_button.clicked.connect(lambda: self.open_step(self.view.next_step.dialog))
        self.overview.step_asked.connect(self.open_step)
        for tab in (self.overview, self.children_tab):
            tab.edit_asked.connect(self._on_edit_asked)
            tab.part_asked.connect(self.open_step)
        self.children_tab.remove_asked.connect(self._on_remove_asked)
        for part in (self.deadlines.deadline_asked, self.overview.why_asked):
            part.connect(self._on_why_asked)
        self.timeline.why_asked.connect(self._on_why_asked)
        self.deadlines.what_if_asked.connect(self.what_if)
        self.briefings.briefing_asked.connect(
            lambda briefing_id: self.briefing_asked.emit(briefing_id, self.case_id)
        )
        for button in (
            self.export_button,
            self.documents.link_button,
            self.documents.empty.button,
        ):
            button.clicked.connect(self.export_list)
