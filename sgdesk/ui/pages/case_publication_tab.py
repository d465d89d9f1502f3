"""The publication of a case: its record, its checklist, its pack, its letters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.domain.publications import PackFileDraft
from sgdesk.services.entries import remove_entry
from sgdesk.services.family import read_family
from sgdesk.services.publication_parts import gates_with, read_publication_parts
from sgdesk.ui.dialogs.fact_list import marked_words
from sgdesk.ui.dialogs.form_frame import FormScroll
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.dialogs.publication_dialogs import PublicationDialogs
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.entry_list import EntryList
from sgdesk.ui.pages.family_words import held_sentences
from sgdesk.ui.pages.publication_gate_list import GateList
from sgdesk.ui.pages.publication_letters import (
    FAMILY,
    PANEL,
    PRESS,
    open_family_letter,
    open_panel_letter,
    open_press_statement,
)
from sgdesk.ui.pages.publication_sections import (
    gate_lines,
    gates_note,
    missing_files,
    missing_words,
    pack_sections,
    publication_sections,
    stop_line,
)
from sgdesk.ui.pages.release_card import ReleaseCard
from sgdesk.ui.pages.section_card import SectionCard
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.records.publications import PublicationParts
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_sections import Section

_EMPTY = (
    "Nothing of the publication is recorded yet. A planned date says when the Panel must have "
    "the report."
)
_NO_FILE = "No file of the pack is recorded yet."
_NO_BRIEFING = "Write a briefing on this review first: the pack is made from it."


class PublicationTab(CaseTab):
    """Shows an empty state until something is recorded."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._parts: PublicationParts | None = None
        self.stop_card = Card("What stops publication")
        self.pack_button = make_button("Make the pack…", "package", kind="primary")
        self.panel_button = make_button("Letter to the Panel…", "mail")
        self.family_button = make_button("Letter to the family…", "mail")
        self.press_button = make_button("Press statement…", "newspaper")
        self.print_button = make_button("Print checklist…", "printer")
        self.held_line = MessageLine()
        self.record_card = SectionCard()
        self.gate_card = Card("Checklist", link="Edit", link_icon="pencil")
        self.gate_list = GateList()
        self.release_card = ReleaseCard(context)
        self.pack = EntryList("Files of the pack", "Add a file", _NO_FILE)
        self.empty = EmptyState("newspaper", _EMPTY, "Record the publication…")
        self._letters = {
            PANEL: self._on_panel_clicked,
            FAMILY: self._on_family_clicked,
            PRESS: self._on_press_clicked,
        }
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; pack and log are read anew."""
        self._view = view
        draft = view.publication
        self._content.setVisible(draft is not None)
        self.empty.setVisible(draft is None)
        if draft is not None:
            self._parts = read_publication_parts(self._context.register, view.case_id)
            self._show(view, draft, self._parts)

    def edit_chosen(self) -> None:
        """Edit the section or file that holds the keyboard, else what comes next."""
        section = self.record_card.focused_section()
        chosen = self.pack.focused_section()
        if chosen is not None:
            self.open_pack_file(chosen.entry_id)
        elif self.gate_card.link_button.hasFocus():
            self.open_step("checklist")
        else:
            self.open_step(section.dialog if section else "")

    def open_step(self, name: str) -> None:
        """Open a form of the publication; without a name the one that comes next.

        "file:" takes the id of a file of the pack, "letter:" the key of a letter.
        """
        what, _, which = name.partition(":")
        if what == "file":
            self.open_pack_file(UUID(which) if which else None)
        elif what == "letter":
            self._letters[which]()
        elif self._view is not None:
            dialog = self._dialogs().open(self._view, name)
            if not name and self._view.publication is not None:
                dialog.go_to(_next_field(self._view.publication))

    def open_pack_file(self, entry_id: UUID | None) -> None:
        """Open the form of a file; a new one begins with the first kind that is missing."""
        view, parts = self._view, self._parts
        if view is None or parts is None:
            return
        entry = next((one for one in parts.pack if one.entry_id == entry_id), None)
        missing = missing_files(parts)
        start = PackFileDraft(kind=missing[0]) if missing else PackFileDraft()
        self._dialogs().open_pack_file(view, parts, entry, start)

    @Slot()
    def print_checklist(self) -> None:
        """Offer the checklist of this publication for printing."""
        from sgdesk.services.publication_papers import (  # noqa: PLC0415 - when asked for
            publication_checklist,
        )
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        if self._view is not None:
            context = self._context
            paper = publication_checklist(context.register, self._view, today=context.today())
            print_paper(context, paper, self.window())

    @Slot(object)
    def _on_edit_asked(self, section: Section) -> None:
        self.open_step(section.dialog)

    @Slot(object)
    def _on_file_removed(self, entry_id: UUID) -> None:
        view, parts = self._view, self._parts
        if view is None or parts is None:
            return
        entry = next(one for one in parts.pack if one.entry_id == entry_id)
        remove = partial(remove_entry, self._context.register, view.case_id, entry)
        save_asking(self._context, remove, self)

    @Slot()
    def _on_panel_clicked(self) -> None:
        if self._view is not None:
            open_panel_letter(self._context, self._view, self.window())

    @Slot()
    def _on_family_clicked(self) -> None:
        if self._view is not None:
            open_family_letter(self._context, self._view, self.window())

    @Slot()
    def _on_press_clicked(self) -> None:
        if self._view is not None:
            open_press_statement(self._context, self._view, self.window())

    def _show(self, view: CaseView, draft: PublicationDraft, parts: PublicationParts) -> None:
        gates = gates_with(draft, parts)
        today = self._context.today()
        clear(self._stop)
        self._stop.addWidget(marked_words(*stop_line(draft, gates, today)))
        held = held_sentences(read_family(self._context.register, view.case_id), today)
        self.held_line.show_warning("\n".join(held))
        self.record_card.set_sections(publication_sections(view, draft))
        self.release_card.show_publication(view, draft)
        self.pack_button.setEnabled(bool(view.briefings))
        self.pack_button.setToolTip("" if view.briefings else _NO_BRIEFING)
        self.gate_card.set_note(gates_note(gates))
        self.gate_list.set_gates(gate_lines(gates))
        self.pack.set_sections(pack_sections(parts))
        if missing := missing_words(parts):
            self.pack.body.addWidget(make_label(missing, "second", wraps=True))

    def _dialogs(self) -> PublicationDialogs:
        return PublicationDialogs(self._context, self.window())

    def _connect(self) -> None:
        self.record_card.edit_asked.connect(self._on_edit_asked)
        self.record_card.why_asked.connect(self.why_asked)
        self.gate_card.link_button.clicked.connect(lambda: self.open_step("checklist"))
        self.pack.add_asked.connect(lambda: self.open_pack_file(None))
        self.pack.edit_asked.connect(self.open_pack_file)
        self.pack.remove_asked.connect(self._on_file_removed)
        self.pack_button.clicked.connect(self.pack_asked)
        self.panel_button.clicked.connect(self._on_panel_clicked)
        self.family_button.clicked.connect(self._on_family_clicked)
        self.press_button.clicked.connect(self._on_press_clicked)
        self.print_button.clicked.connect(self.print_checklist)
        self.empty.button.clicked.connect(lambda: self.open_step(""))

    def _build(self) -> None:
        look = current()
        self.gate_card.link_button.setAccessibleName("Edit the checklist")
        self.gate_card.body.addWidget(self.gate_list)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=look.px(8))
        for button in (
            self.pack_button,
            self.panel_button,
            self.family_button,
            self.press_button,
            self.print_button,
        ):
            flow.addWidget(button)
        self._stop = QVBoxLayout()
        self.stop_card.body.addLayout(self._stop)
        for widget in (self.held_line, buttons):
            self.stop_card.body.addWidget(widget)
        self._content = QWidget()
        lines = QVBoxLayout(self._content)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look.px(16))
        for card in (
            self.stop_card,
            self.gate_card,
            self.record_card,
            self.release_card,
            self.pack,
        ):
            lines.addWidget(card)
        self.empty.setMinimumHeight(look.px(200))
        scroll = FormScroll()
        scroll.body.setContentsMargins(0, 0, 0, 0)
        scroll.body.addWidget(self.empty)
        scroll.body.addWidget(self._content)
        scroll.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)


def _next_field(draft: PublicationDraft) -> str:
    """Return the first date of the form that comes next which is not recorded yet."""
    before = ("planned_on", "copy_sent_on", "published_on")
    order = ("deposited_on", "archived_on") if draft.published_on else before
    return next((name for name in order if getattr(draft, name) is None), order[0])
