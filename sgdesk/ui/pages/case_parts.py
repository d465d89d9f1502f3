"""The four parts of a case that are recorded once: what each reads, and says while empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sgdesk.ui.pages.case_section_list import SectionList
from sgdesk.ui.pages.case_sections import (
    local_review_sections,
    notification_sections,
    publication_sections,
    rapid_review_sections,
)
from sgdesk.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.pages.case_sections import Section


@dataclass(frozen=True, slots=True)
class Part:
    """`key` names the tab and the dialog alike."""

    key: str
    title: str
    icon: str
    empty: str
    button: str


PARTS = (
    Part(
        "notification",
        "Notification",
        "send",
        "No notification is recorded yet. Its date starts the 15 working days.",
        "Record the notification…",
    ),
    Part(
        "rapid_review",
        "Rapid Review",
        "users",
        "Nothing of the Rapid Review is recorded yet: meeting, sign-off, decision, sending.",
        "Record the Rapid Review…",
    ),
    Part(
        "local_review",
        "Local review",
        "search",
        "No local review is recorded. Its six months start with the decision to initiate it.",
        "Record the local review…",
    ),
    Part(
        "publication",
        "Publication",
        "newspaper",
        "Nothing of the publication is recorded yet. A planned date says when the Panel "
        "must have the report.",
        "Record the publication…",
    ),
)


def part_sections(view: CaseView, key: str) -> tuple[Section, ...]:
    """Return what the tab of a part reads; nothing while nothing of it is recorded."""
    match key:
        case "notification" if view.notification:
            return notification_sections(view, view.notification)
        case "rapid_review" if view.rapid_review:
            return rapid_review_sections(view, view.rapid_review)
        case "local_review" if view.local_review:
            return local_review_sections(view, view.local_review)
        case "publication" if view.publication:
            return publication_sections(view, view.publication)
    return ()


class PartTab(SectionList):
    """The tab of one part. Its empty state asks for the same dialog as its sections do."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part

    def show_case(self, view: CaseView) -> None:
        """Show `view` instead of what was shown before."""
        sections = part_sections(view, self.part.key)
        if sections:
            self.set_sections(sections)
            return
        empty = EmptyState(self.part.icon, self.part.empty, self.part.button)
        empty.button.clicked.connect(lambda: self.part_asked.emit(self.part.key))
        self.show_empty(empty)
