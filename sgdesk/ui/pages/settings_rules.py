"""The deadline rules of each edition of the guidance, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.domain.dates import full_date
from sgdesk.domain.editions import IN_FORCE_FROM, Edition, edition_on
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.ui.look.current import current
from sgdesk.ui.models.record_table import RecordTableModel
from sgdesk.ui.pages.settings_columns import RULE_COLUMNS
from sgdesk.ui.pages.settings_section import SettingsSection
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from sgdesk.domain.rules import Rule
    from sgdesk.ui.context import AppContext

_NOTE = (
    "Which edition a case follows comes from its dates. What stands “to be confirmed” rests on "
    "practice or on a source that your partnership should check before it relies on it."
)
_ROWS = 8


class RulesSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Rules", _NOTE, is_wide=True)
        self.chips = FilterChips(
            [Chip(edition, edition.value) for edition in reversed(Edition)], name="Edition"
        )
        self.edition_label = make_label("", "second", wraps=True)
        self.rule_label = make_label("", "second", wraps=True)
        self._model: RecordTableModel[Rule] = RecordTableModel(RULE_COLUMNS, self)
        self.table = RecordTable(self._model, key=lambda rule: rule.code)
        self._build()
        self.chips.chip_chosen.connect(self.show_edition)
        self.table.record_chosen.connect(self._on_record_chosen)
        edition = edition_on(context.today())
        self.chips.choose(edition)
        self.show_edition(edition)

    @Slot(str)
    def show_edition(self, edition: str) -> None:
        """Show the rules of another edition."""
        chosen = Edition(edition)
        rules = tuple(RULE_PACKS[chosen].values())
        since = full_date(IN_FORCE_FROM[chosen])
        self.edition_label.setText(f"{chosen.label}: {len(rules)} rules, in force from {since}")
        self._model.set_records(rules)
        if self.table.chosen_record() is None:
            self.table.choose_first()

    @Slot(object)
    def _on_record_chosen(self, rule: Rule | None) -> None:
        if rule is None:
            return
        parts = (f"{rule.title}: {rule.period}.", rule.weight_note, f"Source: {rule.source}.")
        self.rule_label.setText(" ".join(part for part in parts if part))

    def _build(self) -> None:
        self.table.setAccessibleName("Rules of this edition")
        self.table.setMinimumHeight(current().px(48 * _ROWS))
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.edition_label)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.rule_label)
