"""The list of the Deadlines page with its foot, in one line a row or folded to two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sgdesk.records.deadlines import DeadlineRow
from sgdesk.ui.pages.deadlines_columns import all_columns, folded_columns
from sgdesk.ui.pages.deadlines_filters import filter_of
from sgdesk.ui.pages.deadlines_groups import Grouping, grouped
from sgdesk.ui.pages.grouped_list import GroupedList
from sgdesk.ui.pages.no_cases import NoCases

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.models.columns import Column
    from sgdesk.ui.models.record_table import Group


class DeadlinesList(GroupedList[DeadlineRow, bool, Grouping]):
    """Its form is whether case and owner stand under what is due."""

    NAME = "Deadlines"
    NOUN = "deadline"
    KEYS = "Enter opens the case · Ctrl+D why this date"

    first_case_asked = Signal()
    import_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        super().__init__(False, Grouping.DATE)  # noqa: FBT003 - the form it begins in
        self.has_cases = True
        self._no_cases = NoCases()
        self._no_cases.first_case_asked.connect(self.first_case_asked)
        self._no_cases.import_asked.connect(self.import_asked)

    def _columns(self) -> tuple[Column[DeadlineRow], ...]:
        return folded_columns() if self._form else all_columns()

    def _row_height(self) -> int:
        return 48 if self._form else 36

    def _key_of(self, row: DeadlineRow) -> Hashable:
        return row_key(row)

    def _groups(self, rows: Sequence[DeadlineRow]) -> list[Group[DeadlineRow]]:
        return grouped(rows, self._grouping, self._today())

    def _why_empty(self, _rows: Mapping[str, Sequence[DeadlineRow]]) -> QWidget:
        if not self.has_cases:
            return self._no_cases
        if self._text:
            self.empty.set_sentence("No deadline holds all these words.", "Show all open")
        else:
            title = filter_of(self._key).title.lower()
            button = "" if self._key == "open" else "Show all open"
            self.empty.set_sentence(f"Nothing is {title}.", button)
        return self.empty

    def _haystack(self, row: DeadlineRow) -> str:
        return "\n".join(
            (
                row.reference,
                row.case_title,
                row.what,
                row.title,
                row.owner,
                row.agency,
                row.due_words,
                row.short_words,
            )
        )


def row_key(row: DeadlineRow) -> Hashable:
    """Return what tells a deadline from all others."""
    return row.case_id, row.code
