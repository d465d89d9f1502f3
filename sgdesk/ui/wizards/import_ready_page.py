"""The last step of an import: what will be saved, and then what was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sgdesk.records.imports import ImportPlan, ImportState
from sgdesk.ui.look.current import current
from sgdesk.ui.models.moved_columns import MOVED_COLUMNS
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.layouts import clear
from sgdesk.ui.widgets.record_table import RecordTable
from sgdesk.ui.wizards.icon_line import IconLine
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from sgdesk.records.moved_dates import MovedDate, Recalculation

_ROW, _LEAST = 52, 150
_NOTHING = "Nothing is chosen. Go back and choose what to import."


class ImportReadyPage(WizardPage):
    """Before the import Next saves; after it Next closes."""

    cases_asked = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Import",
            "Ready to import",
            "All of it is saved in one go, or nothing.",
            "New reviews become cases with a publication, so that they count in the three-year "
            "window and in lists. Each can be edited like any other case.",
        )
        self.next_words = "Import"
        self._plan = ImportPlan((), (), ())
        self._is_done = False
        self.card = Card()
        self.card.body.setSpacing(current().px(16))
        self._model: RecordTableModel[MovedDate] = RecordTableModel(MOVED_COLUMNS, self)
        self.moved_table = RecordTable(
            self._model, key=lambda row: (row.case_id, row.code), row_height=_ROW
        )
        self.moved_table.setAccessibleName("Due dates before and after")
        self.moved_table.setMinimumHeight(current().px(_LEAST))
        self.moved_card = Card("Due dates that would move", is_bare=True)
        self.moved_card.body.addWidget(self.moved_table)
        self.moved_card.hide()
        self.body.addWidget(self.card)
        self.body.addWidget(self.moved_card, 1)
        self.body.addStretch(1)
        self.cases_button = make_button("Show the cases", "folder-open")
        self.cases_button.clicked.connect(self.cases_asked)
        self.cases_button.hide()

    @property
    def is_done(self) -> bool:
        return self._is_done

    def show_plan(self, plan: ImportPlan) -> None:
        """Say in words what the import will do."""
        self._plan = plan
        self._forget_moves()
        self.title_label.setText("Nothing to import" if self.missing() else "Ready to import")
        self._show_lines()

    def show_moves(self, told: Recalculation) -> None:
        """Show which due dates the import would move; Next imports and moves them then."""
        self._model.set_records(told.moved)
        self.moved_card.setVisible(bool(told.moved))
        number = len(told.moved)
        moving = f", and move {_of(number, 'date')}" if number else ""
        self.next_words = f"Import{moving}" if moving else "Import all the same"
        self.notice.show_warning(told.sentence, "Nothing is saved yet. Go back to leave it out.")
        self.changed.emit()

    def _forget_moves(self) -> None:
        self.moved_card.hide()
        self.next_words = "Import"

    def show_done(self) -> None:
        """Say in words what the import has done."""
        self._is_done = True
        self._forget_moves()
        self.can_go_back = self.can_cancel = False
        self.next_words = "Finish"
        self.title_label.setText("Imported")
        self.set_second("")
        self._show_lines()

    def missing(self) -> str:
        return "" if self._is_done or _counts(self._plan) != (0, 0, 0) else _NOTHING

    def buttons(self) -> list[QPushButton]:
        return [self.cases_button] if self._is_done else []

    def focus_first(self) -> None:
        (self.cases_button if self._is_done else self).setFocus()

    def _show_lines(self) -> None:
        clear(self.card.body)
        new, held, briefings = _counts(self._plan)
        verb = "" if self._is_done else "will be "
        for count, icon_name, words, why in (
            (new, "file-plus", f"{verb}recorded as cases", "With publication date and summary"),
            (held, "refresh-cw", f"{verb}brought up to date", "Date and summary as on the page"),
        ):
            if count:
                self._add(icon_name, f"{_of(count, 'review')} {words}", why)
        if briefings:
            why = "Title, and the summary of its review as background"
            words = f"{_of(briefings, 'briefing')} {verb}begun"
            self._add("newspaper", words, why)
        left = sum(not review.is_chosen for review in self._plan.reviews)
        if left:
            self._add("minus", f"{_of(left, 'review')} left as they are", "Not chosen")
        self.changed.emit()

    def _add(self, icon_name: str, title: str, second: str) -> None:
        self.card.body.addWidget(IconLine(icon_name, title, second))


def _counts(plan: ImportPlan) -> tuple[int, int, int]:
    """Return how many reviews are new, how many are held, and how many briefings are new."""
    chosen = [review for review in plan.reviews if review.is_chosen]
    new = sum(review.state is ImportState.NEW for review in chosen)
    briefings = sum(item.is_chosen and item.state is ImportState.NEW for item in plan.briefings)
    return new, len(chosen) - new, briefings


def _of(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
