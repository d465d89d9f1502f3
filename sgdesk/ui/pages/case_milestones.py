"""The milestones that the partnership added to its timetable, as a case has met them or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.domain.dates import long_date
from sgdesk.errors import UserError
from sgdesk.services.milestones import list_milestones
from sgdesk.ui.dialogs.fact_list import Fact
from sgdesk.ui.dialogs.milestone_forms import open_milestone
from sgdesk.ui.pages.case_sections import Section
from sgdesk.ui.pages.section_card import SectionCard

if TYPE_CHECKING:
    from sgdesk.records.cases import CaseView
    from sgdesk.records.timetables import MilestoneRow
    from sgdesk.ui.context import AppContext


def milestone_sections(rows: tuple[MilestoneRow, ...]) -> list[Section]:
    """Return a section for each own milestone, its code as the dialog that records it."""
    return [_section(row) for row in rows]


def _section(row: MilestoneRow) -> Section:
    deadline = row.deadline
    met = long_date(row.done_on) if row.done_on else "Not met yet"
    facts = (
        Fact("By the timetable", deadline.due_words, why=deadline.code if deadline.due else ""),
        Fact("Met", met, deadline.standing_words, deadline.standing),
        Fact("Who", deadline.owner),
    )
    return Section(deadline.what, facts, deadline.code)


class MilestoneCard(SectionCard):
    """Is there only for cases whose timetable has milestones of the partnership's own."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Milestones of the partnership")
        self._context = context
        self._view: CaseView | None = None
        self.edit_asked.connect(self._on_edit_asked)

    def show_case(self, view: CaseView) -> None:
        """Show the own milestones of `view`; hide where it has none."""
        self._view = view
        rows: tuple[MilestoneRow, ...] = ()
        if any(step.is_own for step in view.timetable.milestones):
            context = self._context
            rows = list_milestones(context.register, view.case_id, today=context.today())
        self.set_sections(milestone_sections(rows))
        self.setVisible(bool(rows))

    def open_milestone(self, code: str) -> None:
        """Open the form of a milestone, by its code; what it cannot read is reported."""
        if self._view is None:
            return
        try:
            open_milestone(self._context, self._view.case_id, code, self.window())
        except UserError as error:
            self._context.report(error)

    @Slot(object)
    def _on_edit_asked(self, section: Section) -> None:
        self.open_milestone(section.dialog)
