"""What is chosen above the list of deadlines: filter, kind, grouping, and the officer's views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from sgdesk.domain.saved_views import SavedViewDraft
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.deadlines_filters import DEADLINE_FILTERS, WHAT_WORDS
from sgdesk.ui.pages.deadlines_groups import Grouping
from sgdesk.ui.pages.view_menu import ViewMenu
from sgdesk.ui.widgets.chips import Chip, FilterChips

if TYPE_CHECKING:
    from collections.abc import Callable

    from sgdesk.ui.context import AppContext

PAGE = "deadlines"
"""The page whose views these are."""
_LEAST_CHIPS, _CHOICES = 740, 404


class DeadlinesBar(SideBySide):
    """`text` gives the words that the list is searched for, for a view to keep them."""

    key_chosen = Signal(str)
    what_chosen = Signal(str)
    grouping_chosen = Signal(object)
    text_chosen = Signal(str)
    """A view with other words to be searched for was chosen."""

    def __init__(self, context: AppContext, text: Callable[[], str]) -> None:
        super().__init__(gap=current().px(8))
        self._text = text
        self.chips = FilterChips([Chip(one.key, one.title) for one in DEADLINE_FILTERS])
        self.what_combo, self.group_combo = QComboBox(), QComboBox()
        self.views_button = ViewMenu(context, self.state)
        self._build()
        self.chips.chip_chosen.connect(self.key_chosen)
        self.what_combo.currentIndexChanged.connect(self._on_what_chosen)
        self.group_combo.currentIndexChanged.connect(self._on_grouping_chosen)
        for changed in (self.key_chosen, self.what_chosen, self.grouping_chosen):
            changed.connect(self.views_button.show_state)
        self.views_button.view_chosen.connect(self.show_view)

    @property
    def what(self) -> str:
        """The kind of lines that is listed, "" for all."""
        return str(self.what_combo.currentData())

    def state(self) -> SavedViewDraft:
        """Return what is chosen as a view without a name."""
        return SavedViewDraft(
            page=PAGE,
            filter_key=self.chips.chosen_key,
            what=self.what,
            grouping=self.group_combo.currentData().key,
            text=self._text().strip(),
        )

    @Slot(object)
    def show_view(self, view: SavedViewDraft) -> None:
        """Choose what `view` says; what it names and nobody knows any more is left as it is."""
        self.text_chosen.emit(view.text)
        self.what_combo.setCurrentIndex(max(self.what_combo.findData(view.what), 0))
        keys = [one.key for one in Grouping]
        if view.grouping in keys:
            self.group_combo.setCurrentIndex(keys.index(view.grouping))
        if view.filter_key in {one.key for one in DEADLINE_FILTERS}:
            self.chips.choose(view.filter_key)

    def show_everything(self) -> None:
        """Choose all that is open, of every kind."""
        self.what_combo.setCurrentIndex(0)
        self.chips.choose(DEADLINE_FILTERS[0].key)

    @Slot()
    def _on_what_chosen(self) -> None:
        self.what_chosen.emit(self.what)

    @Slot()
    def _on_grouping_chosen(self) -> None:
        self.grouping_chosen.emit(self.group_combo.currentData())

    def _build(self) -> None:
        self.what_combo.setAccessibleName("What is listed")
        self.group_combo.setAccessibleName("Group by")
        with QSignalBlocker(self.what_combo), QSignalBlocker(self.group_combo):
            for what, words in WHAT_WORDS.items():
                self.what_combo.addItem(words, what)
            for grouping in Grouping:
                self.group_combo.addItem(grouping.value, grouping)
        choices = QWidget()
        line = QHBoxLayout(choices)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().px(8))
        for widget in (self.what_combo, self.group_combo, self.views_button):
            line.addWidget(widget)
        line.addStretch(1)
        self.add(self.chips, least=_LEAST_CHIPS)
        self.add(choices, stretch=0, least=_CHOICES)
