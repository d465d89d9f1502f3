"""The deadline rules of each edition of the guidance, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from sgdesk.domain.case_dates import CaseDate
from sgdesk.domain.dates import full_date
from sgdesk.domain.editions import IN_FORCE_FROM, Edition, edition_on
from sgdesk.domain.rule_packs import RULE_PACKS
from sgdesk.domain.timetables import timetable_of, with_timetable
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
    from sgdesk.domain.timetables import Timetable
    from sgdesk.ui.context import AppContext

_NOTE = (
    "Which edition a case follows comes from its dates. What stands “to be confirmed” rests on "
    "practice or on a source that your partnership should check before it relies on it."
)
_ROWS = 8


class RulesSection(SettingsSection):
    def __init__(self, context: AppContext) -> None:
        super().__init__("Rules", _NOTE, is_wide=True)
        self._context = context
        self._edition = edition_on(context.today())
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
        self.chips.choose(self._edition)
        self.reload()

    def reload(self) -> None:
        self.show_edition(self._edition)

    @Slot(str)
    def show_edition(self, edition: str) -> None:
        """Show the rules of another edition."""
        self._edition = chosen = Edition(edition)
        timetable = self._timetable()
        rules = with_timetable(RULE_PACKS[chosen].values(), timetable, chosen, frozenset())
        since = full_date(IN_FORCE_FROM[chosen])
        self.edition_label.setText(
            f"{chosen.label}: {len(rules)} rules, in force from {since}. {_local_words(timetable)}"
        )
        self._model.set_records(rules)
        if self.table.chosen_record() is None:
            self.table.choose_first()

    def _timetable(self) -> Timetable:
        """Return the local timetable in force today, or on the last day of the edition shown."""
        last = next(iter(RULE_PACKS[self._edition].values())).valid_to
        today = self._context.today()
        day = min(last, today) if last else today
        return timetable_of(self._context.register.timetables, {CaseDate.NOTIFIED: day})

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


def _local_words(timetable: Timetable) -> str:
    if timetable.starts_on is None:
        return "Local periods are the program’s own; Local timetable changes them."
    since = full_date(timetable.starts_on)
    return f"Local periods are those of your timetable in force from {since}."
