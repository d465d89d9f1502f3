"""The local review of a case: what is agreed, and everything that hangs on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.services.entries import remove_entry
from sgdesk.services.local_reviews import read_review_parts
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_local_review_words import (
    COMMISSION,
    local_review_sections,
    monitoring_due,
    quality_sections,
)
from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.entry_list import EntryList
from sgdesk.ui.pages.review_part_dialogs import (
    EVENTS,
    LINES,
    MEMBERS,
    MONITORING,
    VERSIONS,
    ReviewDialogs,
)
from sgdesk.ui.pages.review_part_words import (
    event_sections,
    line_sections,
    member_sections,
    monitoring_sections,
    version_sections,
)
from sgdesk.ui.pages.section_card import SectionCard
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView
    from sgdesk.records.entries import Entry
    from sgdesk.records.review_parts import ReviewParts
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.case_sections import Section
    from sgdesk.ui.pages.section_card import SectionStack

    _Sections: TypeAlias = SectionStack | SectionList

_TO_REVIEWER = "to_reviewer"
"""The step that writes the letter of regulation 14."""
_NONE = "No local review is recorded. Its six months start with the decision to initiate it."
_LISTS = {
    VERSIONS: ("Versions of the report", "Add a version", "No version is recorded yet."),
    MONITORING: (
        "Monitoring",
        "Log monitoring",
        "Nothing is logged yet. The partners must look at progress and quality (regulation 14).",
    ),
    EVENTS: ("Events", "Add an event", "No panel meeting or practitioner event is booked yet."),
    MEMBERS: ("Panel", "Add a member", "Nobody is on the panel yet."),
    LINES: ("Key lines of enquiry", "Add a line", "No line of enquiry is recorded yet."),
}


class LocalReviewTab(CaseTab):
    """Facts with an Edit for each form, then the lists, then the quality markers."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._parts: ReviewParts | None = None
        self._shown: dict[_Sections, tuple[float, tuple[Section, ...]]] = {}
        self._dialogs = ReviewDialogs(context, self)
        self.facts = SectionList(Card("Local review"))
        self.lists = {key: EntryList(*words) for key, words in _LISTS.items()}
        self.quality = SectionCard("Quality markers")
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before; the lists are read anew."""
        today, register = self._context.today(), self._context.register
        self._view = view
        parts = self._parts = read_review_parts(register, view.case_id, today=today)
        self._show_facts(view)
        for key, sections in (
            (VERSIONS, version_sections(parts, today, register.calendar)),
            (MONITORING, monitoring_sections(parts)),
            (EVENTS, event_sections(parts, today, register.calendar)),
            (MEMBERS, member_sections(parts)),
            (LINES, line_sections(parts)),
        ):
            self._fill(self.lists[key], sections)
            self.lists[key].setVisible(view.local_review is not None or bool(sections))
        self.lists[MONITORING].set_note(monitoring_due(view))
        self.quality.setVisible(view.local_review is not None)
        self._fill(self.quality, quality_sections(view.local_review, parts))

    def edit_chosen(self) -> None:
        """Edit what holds the keyboard, else the first section of the review."""
        for key, one in self.lists.items():
            if (chosen := one.focused_section()) is not None:
                self._open_entry(key, chosen.entry_id)
                return
        marker, section = self.quality.focused_section(), self.facts.focused_section()
        if marker is not None:
            self._open_quality(marker)
        else:
            self._open_review(section.field if section else "")

    def print_own(self) -> bool:
        """Show the six-month plan of the review, once the decision to initiate has a day."""
        from sgdesk.ui.pages.case_papers import CasePapers  # noqa: PLC0415 - when it is printed

        review = self._view.local_review if self._view else None
        if self._view is None or review is None or review.initiated_on is None:
            return False
        CasePapers(self._context, self).print_review_plan(self._view.case_id)
        return True

    def open_step(self, name: str) -> None:
        """Open the form that does a step: "monitoring", a field of the review, or "" for it.

        The key of a list takes ":" and the id of an entry; so do "field:", "quality:" with a
        stage, and the letters "commission" and "to_reviewer:".
        """
        what, _, which = name.partition(":")
        if what in self.lists:
            self._open_entry(what, UUID(which) if which else None)
        elif what == "quality" and self._view is not None:
            self._dialogs.open_quality(self._view, which)
        elif what in (COMMISSION, _TO_REVIEWER):
            self._write(what, UUID(which) if which else None)
        else:
            self._open_review(which if what == "field" else name)

    def _fill(self, part: _Sections, sections: tuple[Section, ...]) -> None:
        """Lay out anew only what reads otherwise, or in another text size: a save is quick."""
        shown = (current().text_scale, sections)
        if self._shown.get(part) != shown:
            self._shown[part] = shown
            part.set_sections(sections)

    def _show_facts(self, view: CaseView) -> None:
        draft = view.local_review
        if draft is not None:
            today = self._context.today()
            self._fill(self.facts, local_review_sections(view, draft, today=today))
            return
        self._shown.pop(self.facts, None)
        empty = EmptyState("search", _NONE, "Record the local review…")
        empty.button.clicked.connect(lambda: self._open_review(""))
        self.facts.show_empty(empty)

    def _open_review(self, field: str) -> None:
        if self._view is not None and self._parts is not None:
            self._dialogs.open_review(self._view, self._parts, field)

    def _open_quality(self, section: Section) -> None:
        if self._view is not None:
            self._dialogs.open_quality(self._view, section.field)

    def _open_entry(self, key: str, entry_id: UUID | None) -> None:
        if self._view is not None and self._parts is not None:
            entry = self._entry(key, entry_id)
            self._dialogs.open_entry(self._view, self._parts, key, entry)

    def _remove(self, key: str, entry_id: UUID) -> None:
        entry = self._entry(key, entry_id)
        if self._view is None or entry is None:
            return
        remove = partial(remove_entry, self._context.register, self._view.case_id, entry)
        save_asking(self._context, remove, self)

    def _entry(self, key: str, entry_id: UUID | None) -> Entry[Any] | None:
        parts = self._parts
        if parts is None:
            return None
        held: dict[str, tuple[Entry[Any], ...]] = {
            LINES: parts.lines,
            MEMBERS: parts.members,
            EVENTS: parts.events,
            VERSIONS: parts.versions,
            MONITORING: parts.monitoring,
        }
        return next((one for one in held[key] if one.entry_id == entry_id), None)

    @Slot(object, str)
    def _on_monitoring_act(self, section: Section, _key: str) -> None:
        self._write(_TO_REVIEWER, section.entry_id)

    @Slot(object, str)
    def _on_fact_act(self, _section: Section, key: str) -> None:
        self._write(key, None)

    def _write(self, letter: str, entry_id: UUID | None) -> None:
        if self._view is None or self._parts is None:
            return
        if letter == COMMISSION:
            self._dialogs.write_commission(self._view)
        else:
            entry = self._entry(MONITORING, entry_id)
            self._dialogs.write_to_reviewer(self._view, self._parts, entry)

    def _connect(self) -> None:
        self.facts.edit_asked.connect(lambda section: self._open_review(section.field))
        self.facts.act_asked.connect(self._on_fact_act)
        self.facts.why_asked.connect(self.why_asked)
        for key, one in self.lists.items():
            one.add_asked.connect(partial(self._open_entry, key, None))
            one.edit_asked.connect(partial(self._open_entry, key))
            one.remove_asked.connect(partial(self._remove, key))
        self.lists[MONITORING].act_asked.connect(self._on_monitoring_act)
        self.quality.edit_asked.connect(self._open_quality)

    def _build(self) -> None:
        look = current()
        body = self.facts.body
        body.setSpacing(look.px(16))
        for at, one in enumerate((*self.lists.values(), self.quality)):
            body.insertWidget(at + 1, one)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.facts)
