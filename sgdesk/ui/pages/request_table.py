"""The table of a case's requests: grouped by round, and one letter logs what came."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal

from sgdesk.domain.agency_marks import ReturnMark
from sgdesk.domain.agency_states import outstanding_words
from sgdesk.ui.models.agency_columns import REQUEST_COLUMNS, urgency
from sgdesk.ui.models.record_table import Group, RecordTableModel
from sgdesk.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from sgdesk.records.agencies import RequestRow


class RequestTable(RecordTable):
    """`mark_asked` gives the `ReturnMark` of a letter that was pressed on the chosen request."""

    mark_asked = Signal(object)

    def __init__(self) -> None:
        self._rows_model = RecordTableModel[Any](REQUEST_COLUMNS)
        super().__init__(self._rows_model, key=lambda row: row.request_id, row_height=48)
        self.setAccessibleName("Requests to agencies")
        self.setAccessibleDescription(
            "R logs a return, N a nil return, A an acknowledgement, Q a query. "
            "Each asks before it does anything."
        )

    def show_requests(self, rows: Iterable[RequestRow]) -> None:
        """Show `rows` by purpose and round; the chosen request stays, else the most pressing."""
        held = tuple(rows)
        self._rows_model.set_groups(request_groups(held))
        if self.chosen_record() is None and held:
            self.choose(min(held, key=urgency).request_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if is_plain and letter in list(ReturnMark) and self.chosen_record() is not None:
            self.mark_asked.emit(ReturnMark(letter))
        else:
            super().keyPressEvent(event)


def _note(rows: Iterable[RequestRow]) -> str:
    return outstanding_words((row.state for row in rows), has_total=False)


def request_groups(rows: Iterable[RequestRow]) -> list[Group[RequestRow]]:
    """Return the requests of each round under a head that says what is out, newest round first."""
    found: dict[tuple[str, int], list[RequestRow]] = {}
    for row in rows:
        found.setdefault((row.purpose, row.round), []).append(row)
    groups = [
        Group(f"{purpose}, round {number}", held, _note(held))
        for (purpose, number), held in found.items()
    ]
    return groups[::-1]
