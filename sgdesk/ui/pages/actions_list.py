"""The list of the Actions page with its foot, with as many columns as there is room for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from sgdesk.domain.learning import PLAN_WORDS, STATUS_WORDS
from sgdesk.records.learning import ActionRow
from sgdesk.ui.pages.actions_columns import middle_columns, narrow_columns, wide_columns
from sgdesk.ui.pages.actions_filters import filter_of
from sgdesk.ui.pages.actions_groups import Grouping, grouped
from sgdesk.ui.pages.grouped_list import GroupedList
from sgdesk.ui.pages.learning_words import agency_words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.models.columns import Column
    from sgdesk.ui.models.record_table import Group

_NONE = "No case has an action yet. Actions are added on a case, under Learning and actions."


class Columns(Enum):
    """Sets of columns, by the least width of the list that shows them."""

    WIDE = 880
    MIDDLE = 640
    NARROW = 0


_MAKERS = {
    Columns.WIDE: wide_columns,
    Columns.MIDDLE: middle_columns,
    Columns.NARROW: narrow_columns,
}


class ActionsList(GroupedList[ActionRow, Columns, Grouping]):
    NAME = "Actions"
    NOUN = "action"
    KEYS = "Enter opens the case · F2 edits the action · Ctrl+D why this date"
    ICON = "list-checks"

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        super().__init__(Columns.WIDE, Grouping.DATE)

    def fit(self, width: int) -> None:
        """Show as many columns as go into `width`, in pixels at the designed text size."""
        self.set_form(next(one for one in Columns if width >= one.value))

    def _columns(self) -> tuple[Column[ActionRow], ...]:
        return _MAKERS[self._form](self._today)

    def _key_of(self, row: ActionRow) -> Hashable:
        return row.action_id

    def _groups(self, rows: Sequence[ActionRow]) -> list[Group[ActionRow]]:
        return grouped(rows, self._grouping)

    def _why_empty(self, rows: Mapping[str, Sequence[ActionRow]]) -> QWidget:
        if not rows["all"]:
            self.empty.set_sentence(_NONE)
        elif self._text:
            self.empty.set_sentence("No action holds all these words.", "Show all open")
        else:
            title = filter_of(self._key).title.lower()
            button = "" if self._key == "open" else "Show all open"
            self.empty.set_sentence(f"No action is here: {title}.", button)
        return self.empty

    def _haystack(self, row: ActionRow) -> str:
        return "\n".join(
            (
                row.number,
                row.reference,
                row.text,
                agency_words(row),
                row.owner,
                PLAN_WORDS[row.plan],
                STATUS_WORDS[row.status],
                row.standing_words,
            )
        )
