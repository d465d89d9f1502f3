"""The first step of a pack: which reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from sgdesk.records.exports import ReviewChoice
from sgdesk.records.packs import MOST_REVIEWS
from sgdesk.ui.look.current import current
from sgdesk.ui.models.columns import CellKind, Column
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.search_field import SearchField
from sgdesk.ui.wizards.choice_table import ChoiceTable, choice_column
from sgdesk.ui.wizards.wizard_page import WizardPage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from uuid import UUID

_ALL, _PUBLISHED, _UNPUBLISHED, _OUTDATED = "all", "published", "not", "outdated"
_CHIPS = (
    Chip(_ALL, "All"),
    Chip(_PUBLISHED, "Published"),
    Chip(_UNPUBLISHED, "Not published"),
    Chip(_OUTDATED, "Out of date"),
)


class ReviewsPage(WizardPage):
    """What is chosen stays chosen while search or filter hide it; the count says so."""

    def __init__(self, chosen: Collection[UUID]) -> None:
        super().__init__(
            "Reviews",
            "Which reviews?",
            f"Every briefing that is written, published or not. Choose 1 to {MOST_REVIEWS}.",
            "Space chooses the review at hand, Ctrl+F goes to the search. Documents of a review "
            "that is not released yet carry the handling mark of your partnership. “Out of date” "
            "counts files that were made before and no longer say what the record says.",
        )
        self._chosen = set(chosen)
        self._choices: tuple[ReviewChoice, ...] = ()
        self._outdated: Mapping[UUID, int] = {}
        self.search_edit = SearchField("Search title or reference", "Ctrl+F")
        self.chips = FilterChips(_CHIPS, name="Which reviews are shown")
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
                Column(
                    "State", _state, second=self._outdated_words, kind=CellKind.MUTED, width=128
                ),
            ),
            self,
            haystack=lambda row: f"{row.title} {_references(row)}",
        )
        self.table = ChoiceTable(self.model, key=lambda row: row.briefing_id)
        self.all_button = make_link("Choose all shown")
        self.none_button = make_link("Choose none")
        self.count_label = make_label("", "second")
        self._build_form()

    def set_choices(
        self, choices: Sequence[ReviewChoice], outdated: Mapping[UUID, int] | None = None
    ) -> None:
        """Show the briefings; those chosen before stay chosen, and come first at the start.

        `outdated` holds how many of the files made of a briefing are out of date.
        """
        self._choices = tuple(choices)
        self._outdated = outdated or {}
        known = {choice.briefing_id for choice in choices}
        self._chosen &= known
        self.model.set_records(choices)
        self.chips.set_counts(
            {chip.key: sum(self._is_of(chip.key, one) for one in choices) for chip in _CHIPS}
        )
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
        if len(self._chosen) > MOST_REVIEWS:
            over = len(self._chosen) - MOST_REVIEWS
            return f"A pack holds {MOST_REVIEWS} reviews at most: leave {over} out."
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

    @Slot(str)
    def _on_chip_chosen(self, key: str) -> None:
        self.model.set_predicate(None if key == _ALL else lambda row: self._is_of(key, row))

    def _is_of(self, key: str, row: ReviewChoice) -> bool:
        if key == _OUTDATED:
            return row.briefing_id in self._outdated
        return key == _ALL or row.is_published == (key == _PUBLISHED)

    def _outdated_words(self, row: ReviewChoice) -> str:
        count = self._outdated.get(row.briefing_id, 0)
        if not count:
            return ""
        return "1 file out of date" if count == 1 else f"{count} files out of date"

    def _show_choices(self) -> None:
        self.table.show_choices()
        self.count_label.setText(f"{len(self._chosen)} of {len(self._choices)} chosen")
        self.changed.emit()

    def _build_form(self) -> None:
        look = current()
        head, foot = QHBoxLayout(), QHBoxLayout()
        for line in (head, foot):
            line.setSpacing(look.px(8))
        head.addWidget(self.search_edit, 1)
        foot.addWidget(self.count_label, 1)
        foot.addWidget(self.all_button)
        foot.addWidget(self.none_button)
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        self.table.setAccessibleName("Briefings")
        self.table.setMinimumHeight(look.px(200))
        self.body.setSpacing(look.px(8))
        self.body.addLayout(head)
        self.body.addWidget(self.chips)
        self.body.addWidget(card, 1)
        self.body.addLayout(foot)
        self.search_edit.searched.connect(self.model.set_filter)
        self.chips.chip_chosen.connect(self._on_chip_chosen)
        self.table.toggle_asked.connect(self.toggle)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        find = QShortcut(QKeySequence.StandardKey.Find, self, self.search_edit.setFocus)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _references(row: ReviewChoice) -> str:
    return ", ".join(row.references) or "No review: a theme"


def _state(row: ReviewChoice) -> str:
    return "Published" if row.is_published else "Not published yet"
