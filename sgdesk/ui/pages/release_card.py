"""Whether the documents of a review carry their mark, and the step that takes it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sgdesk.domain.dates import long_date
from sgdesk.domain.releases import release_problems
from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.services.releases import mark_again, release_documents
from sgdesk.ui.dialogs.fact_list import marked_words
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from uuid import UUID

    from sgdesk.domain.publications import PublicationDraft
    from sgdesk.records.cases import CaseView
    from sgdesk.ui.context import AppContext

_MARKED = (
    "Every document made of this review carries the handling mark, and its embargo if it has one. "
    "Release them when they are to be published."
)
_RELEASED = "Released on {}. Documents made since then carry no mark."
_MARK_AGAIN = (
    "New documents will carry the mark again. Files that were made meanwhile stay as they are."
)


class ReleaseCard(Card):
    """Asks once more before either step, with what is to be thought of."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("Handling mark of the documents")
        self._context = context
        self._case_id: UUID | None = None
        self._draft: PublicationDraft | None = None
        self._state = QWidget()
        self.button = make_button("", "shield-check")
        self.confirm_line = ConfirmLine()
        line = QWidget()
        FlowLayout(line, spacing=current().px(8)).addWidget(self.button)
        for widget in (line, self.confirm_line):
            self.body.addWidget(widget)
        self.button.clicked.connect(self.ask)
        self.confirm_line.confirmed.connect(self._on_confirmed)

    def show_publication(self, view: CaseView, draft: PublicationDraft) -> None:
        """Show whether the documents of this publication are released."""
        self._case_id, self._draft = view.case_id, draft
        self.body.removeWidget(self._state)
        self._state.deleteLater()
        released_on = draft.released_on
        words = _RELEASED.format(long_date(released_on)) if released_on else _MARKED
        self._state = marked_words(words, Standing.MET if released_on else Standing.WAITING)
        self.body.insertWidget(0, self._state)
        self.button.setText("Mark them again…" if released_on else "Release the documents…")
        self.confirm_line.put_away()

    @Slot()
    def ask(self) -> None:
        """Ask whether to take the step, or say why it cannot be taken."""
        draft = self._draft
        if draft is None:
            return
        if draft.released_on is not None:
            self.confirm_line.ask(_MARK_AGAIN, "Mark again", self._case_id)
            return
        problems = release_problems(draft, today=self._context.today())
        words = " ".join(problem.message for problem in problems)
        if any(not problem.is_warning for problem in problems):
            self.confirm_line.tell(words)
        else:
            question = f"{words} Release the documents?".strip()
            self.confirm_line.ask(question, "Release", self._case_id)

    @Slot(object)
    def _on_confirmed(self, case_id: UUID) -> None:
        register, draft = self._context.register, self._draft
        is_released = draft is not None and draft.released_on is not None
        try:
            if is_released:
                self._context.apply(mark_again(register, case_id))
            else:
                today = self._context.today()
                self._context.apply(release_documents(register, case_id, today=today))
        except UserError as error:
            self._context.report(error)
