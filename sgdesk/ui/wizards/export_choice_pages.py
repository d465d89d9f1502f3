"""The first steps of an export: which reviews, and which documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from sgdesk.records.exports import DOCUMENT_WORDS, DocumentKind, ReviewChoice
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.search_field import SearchField
from sgdesk.ui.wizards.check_card import CheckCard
from sgdesk.ui.wizards.choice_table import ChoiceTable, choice_column
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID


class ReviewsPage(WizardPage):
    """What is chosen stays chosen while the search hides it; the count says so."""

    def __init__(self, chosen: Collection[UUID]) -> None:
        super().__init__(
            "Reviews",
            "Which reviews?",
            "Every briefing that is written, published or not. Choose one or many.",
            "Space chooses the review at hand, Ctrl+F goes to the search. Documents of a review "
            "that is not published yet carry the handling mark of your partnership.",
        )
        self._chosen = set(chosen)
        self._choices: tuple[ReviewChoice, ...] = ()
        self.search_edit = SearchField("Search title or reference", "Ctrl+F")
        self.model = RecordTableModel[ReviewChoice](
            (
                choice_column(lambda row: row.briefing_id in self._chosen),
                Column(
                    "Briefing and review",
                    lambda row: row.title,
                    second=_references,
                    kind=CellKind.STRONG,
                    width=240,
                    stretches=True,
                    elides=True,
                ),
                Column("State", _state, kind=CellKind.MUTED, width=128),
            ),
            self,
            haystack=lambda row: f"{row.title} {_references(row)}",
        )
        self.table = ChoiceTable(self.model, key=lambda row: row.briefing_id)
        self.all_button = make_link("Choose all shown")
        self.none_button = make_link("Choose none")
        self.count_label = make_label("", "second")
        self._build_form()

    def set_choices(self, choices: Sequence[ReviewChoice]) -> None:
        """Show the briefings; those chosen before stay chosen, and come first at the start."""
        self._choices = tuple(choices)
        known = {choice.briefing_id for choice in choices}
        self._chosen &= known
        self.model.set_records(choices)
        first = next((one for one in choices if one.briefing_id in self._chosen), None)
        if first is not None:
            self.table.choose(first.briefing_id)
        self._show_choices()

    def chosen(self) -> tuple[ReviewChoice, ...]:
        """Return what is chosen, in the order of the list."""
        return tuple(one for one in self._choices if one.briefing_id in self._chosen)

    def missing(self) -> str:
        if not self._choices:
            return "No briefing is written yet. Write one on the page of a case, or import some."
        return "" if self._chosen else "Choose at least one review: press Space on its row."

    def point_out(self) -> None:
        self.table.setFocus()

    def focus_first(self) -> None:
        self.table.setFocus()

    @Slot(object)
    def toggle(self, row: ReviewChoice) -> None:
        """Choose `row`, or take it out."""
        self._chosen ^= {row.briefing_id}
        self._show_choices()

    @Slot()
    def _on_all_clicked(self) -> None:
        self._chosen |= {row.briefing_id for row in self.model.records()}
        self._show_choices()

    @Slot()
    def _on_none_clicked(self) -> None:
        self._chosen.clear()
        self._show_choices()

    def _show_choices(self) -> None:
        self.table.show_choices()
        self.count_label.setText(f"{len(self._chosen)} of {len(self._choices)} chosen")
        self.changed.emit()

    def _build_form(self) -> None:
        look = current()
        head = QHBoxLayout()
        head.setSpacing(look.px(8))
        head.addWidget(self.search_edit, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.none_button)
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        self.table.setAccessibleName("Briefings")
        self.table.setMinimumHeight(look.px(200))
        self.body.setSpacing(look.px(8))
        self.body.addLayout(head)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.count_label)
        self.search_edit.searched.connect(self.model.set_filter)
        self.table.toggle_asked.connect(self.toggle)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.search_edit.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


class DocumentsPage(WizardPage):
    def __init__(self) -> None:
        super().__init__(
            "Documents",
            "Which documents?",
            "",
            "Briefing and deck are made once for each review. The deadline report covers all "
            "open cases, whatever you chose before, and is made once.",
        )
        self.cards = {
            kind: CheckCard(DOCUMENT_WORDS[kind], second, icon_name)
            for kind, (second, icon_name) in _DOCUMENTS.items()
        }
        self.cards[DocumentKind.BRIEFING].setChecked(True)
        self.cards[DocumentKind.DECK].setChecked(True)
        for card in self.cards.values():
            card.toggled.connect(self.changed)
            self.body.addWidget(card)
        self.body.addStretch(1)

    def kinds(self) -> frozenset[DocumentKind]:
        return frozenset(kind for kind, card in self.cards.items() if card.isChecked())

    def missing(self) -> str:
        return "" if self.kinds() else "Choose at least one document."

    def focus_first(self) -> None:
        self.cards[DocumentKind.BRIEFING].setFocus()


_DOCUMENTS = {
    DocumentKind.BRIEFING: (
        "For team meetings and supervision; accessible, and fit for an archive",
        "file-text",
    ),
    DocumentKind.DECK: ("Wide slides with speaker notes and alt text", "presentation"),
    DocumentKind.DEADLINES: ("All deadlines of all cases, without names", "calendar-clock"),
}


def _references(row: ReviewChoice) -> str:
    return ", ".join(row.references) or "No review: a theme"


def _state(row: ReviewChoice) -> str:
    return "Published" if row.is_published else "Not published yet"
