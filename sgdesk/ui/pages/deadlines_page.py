"""Deadlines: all of them, grouped and filtered, and why the chosen one is due when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sgdesk.services.deadlines import explain_deadline, list_deadlines
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.deadlines_explained import DeadlineExplained
from sgdesk.ui.pages.deadlines_filters import DEADLINE_FILTERS, filter_of, sort_deadlines
from sgdesk.ui.pages.deadlines_groups import Grouping
from sgdesk.ui.pages.deadlines_list import DeadlinesList, row_key
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.tasks import Job, Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.deadlines import DeadlineDetail, DeadlineRow
    from sgdesk.records.reports import DeadlineReport
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.deadlines_filters import SortedDeadlines

_LEAST_WITH_COLUMNS = 1080
"""Below this width, in pixels at the designed text size, the rows fold to two lines."""
_LEAST_WITH_BUTTONS = 900
_LEAST_LIST, _LEAST_EXPLAINED = 190, 120
_EXPLAINED = 270


class DeadlinesPage(QWidget):
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    new_case_asked = Signal()
    import_asked = Signal()
    report_asked = Signal(object)
    loaded = Signal()
    """A reading of the list is on show."""
    explained = Signal()
    """The explanation of the chosen deadline is on show."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: DeadlineRow | None = None
        self._deadlines = Reading(lambda: _read(context), context, self)
        self._detail = Reading(self._read_chosen, context, self)
        self._build()
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list again in the background, then the chosen deadline; the choice stays."""
        self._deadlines.start()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        return [self.list_card.table, self.explanation, self.search_field, self.chips]

    def focus_filter(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def open_chosen(self) -> None:
        """Open the case of the chosen deadline; the partnership's own is explained instead."""
        row = self._chosen
        if row is not None and row.case_id is not None:
            self.case_asked.emit(row.case_id)
        else:
            self.explain_chosen()

    def explain_chosen(self) -> None:
        """Ask why the chosen deadline is due when it is."""
        if self._chosen is not None:
            self.deadline_asked.emit(self._chosen.case_id, self._chosen.code)

    @Slot()
    def print_list(self) -> None:
        """Offer the list as it is on show for printing."""
        self._make_report(self.report_asked)

    @Slot()
    def save_list(self) -> None:
        """Ask where to save the list as it is on show as a PDF."""
        self._make_report(self._report_made)

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        self.list_card.set_folded(is_folded=room.width() < look.px(_LEAST_WITH_COLUMNS))
        has_buttons = room.width() >= look.px(_LEAST_WITH_BUTTONS)
        self.save_button.setVisible(has_buttons)
        self.print_button.setVisible(has_buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))
