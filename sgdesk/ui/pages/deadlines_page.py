"""Deadlines: all of them, grouped and filtered, and why the chosen one is due when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sgdesk.services.deadlines import deadline_report, explain_deadline, list_deadlines
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.deadlines_explained import DeadlineExplained
from sgdesk.ui.pages.deadlines_filters import DEADLINE_FILTERS, filter_of, sort_deadlines
from sgdesk.ui.pages.deadlines_groups import Grouping
from sgdesk.ui.pages.deadlines_list import DeadlinesList, row_key
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.printing.paper_saving import PaperSaving
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.deadlines import DeadlineDetail, DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.deadlines_filters import SortedDeadlines

_LEAST_WITH_COLUMNS = 1080
"""Below this width, in pixels at the designed text size, the rows fold to two lines."""
_LEAST_WITH_BUTTONS = 900
_SEARCH, _LEAST_SEARCH = 280, 160
_LEAST_LIST, _LEAST_EXPLAINED = 190, 120
_EXPLAINED, _MOST_EXPLAINED = 290, 0.45


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
        self._is_divided = False
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
        self.report_asked.emit(self._report())

    @Slot()
    def save_list(self) -> None:
        """Ask where to save the list as it is on show as a PDF."""
        self.saving.ask(self._report())

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        self.list_card.set_folded(is_folded=room.width() < look.px(_LEAST_WITH_COLUMNS))
        has_buttons = room.width() >= look.px(_LEAST_WITH_BUTTONS)
        self.save_button.setVisible(has_buttons)
        self.print_button.setVisible(has_buttons)
        self.search_field.setMinimumWidth(look.px(_SEARCH if has_buttons else _LEAST_SEARCH))
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    def _share_height(self) -> None:
        """Divide the height between list and explanation, until the officer moved the border."""
        if self._is_divided:
            return
        height = self.panes_splitter.height()
        explained = min(current().px(_EXPLAINED), int(height * _MOST_EXPLAINED))
        self.panes_splitter.setSizes([height - explained, explained])

    @Slot()
    def _on_border_moved(self) -> None:
        self._is_divided = True

    @Slot(object)
    def _on_deadlines_arrived(self, held: SortedDeadlines) -> None:
        self.header.set_second(held.sentence())
        self.chips.set_counts(held.counts())
        before = _key(self._chosen)
        self.list_card.show_deadlines(held)
        if _key(self._chosen) == before:
            self._detail.start()
        self.loaded.emit()

    @Slot(object)
    def _on_record_chosen(self, row: DeadlineRow | None) -> None:
        before, self._chosen = self._chosen, row
        if _key(row) != _key(before):
            self._detail.start()

    @Slot(object)
    def _on_detail_arrived(self, detail: DeadlineDetail | None) -> None:
        if detail is None:
            self.explanation.show_nothing()
        else:
            self.explanation.show_detail(detail)
        self.explained.emit()

    @Slot()
    def _on_everything_asked(self) -> None:
        self.search_field.clear()
        self.list_card.set_text("")
        self.chips.choose("open")

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.message.show_hint(f"Saved as {path.name} in {path.parent}.")

    def _read_chosen(self) -> DeadlineDetail | None:
        row, context = self._chosen, self._context
        if row is None:
            return None
        return explain_deadline(context.register, row.case_id, row.code, today=context.today())

    def _report(self) -> Paper:
        """Return the list as it is on show, ready for paper."""
        words = self.list_card.text.strip()
        return deadline_report(
            self._context.register,
            self.list_card.rows(),
            today=self._context.today(),
            title=filter_of(self.list_card.filter_key).report_title,
            summary=f"Those that hold “{words}”." if words else "",
        )

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        for reading, slot in (
            (self._deadlines, self._on_deadlines_arrived),
            (self._detail, self._on_detail_arrived),
        ):
            reading.arrived.connect(slot)
            reading.failed.connect(self._context.report)
        self.search_field.searched.connect(self.list_card.set_text)
        self.chips.chip_chosen.connect(self.list_card.set_key)
        self.group_combo.currentIndexChanged.connect(
            lambda: self.list_card.set_grouping(self.group_combo.currentData())
        )
        self.print_button.clicked.connect(self.print_list)
        self.save_button.clicked.connect(self.save_list)
        self.saving.saved.connect(self._on_saved)
        self.saving.failed.connect(self._context.report)
        self.list_card.record_chosen.connect(self._on_record_chosen)
        self.list_card.record_opened.connect(self.open_chosen)
        self.list_card.record_asked.connect(self.explain_chosen)
        self.list_card.first_case_asked.connect(self.new_case_asked)
        self.list_card.import_asked.connect(self.import_asked)
        self.list_card.everything_asked.connect(self._on_everything_asked)
        self.panes_splitter.splitterMoved.connect(self._on_border_moved)
        self.explanation.why_asked.connect(self.explain_chosen)
        self.explanation.case_asked.connect(self.open_chosen)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Deadlines")
        self.saving = PaperSaving(self._context, self)
        self.message = MessageLine()
        self.list_card = DeadlinesList(self._context.today)
        self.explanation = DeadlineExplained()
        self.list_card.setMinimumHeight(look.px(_LEAST_LIST))
        self.explanation.setMinimumHeight(look.px(_LEAST_EXPLAINED))
        self.panes_splitter = QSplitter(Qt.Orientation.Vertical)
        self.panes_splitter.setHandleWidth(look.px(12))
        self.panes_splitter.setChildrenCollapsible(False)
        self.panes_splitter.addWidget(self.list_card)
        self.panes_splitter.addWidget(self.explanation)
        self.panes_splitter.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(self._header())
        layout.addWidget(self.message)
        layout.addLayout(self._filters())
        layout.addWidget(self.panes_splitter, 1)

    def _header(self) -> PageHeader:
        self.header = PageHeader("Deadlines")
        self.search_field = SearchField("Reference, rule, owner", "Ctrl+F")
        self.save_button = make_button("Save as PDF…", "save")
        self.print_button = make_button("Print…", "printer")
        for widget in (self.search_field, self.save_button, self.print_button):
            self.header.add_widget(widget)
        return self.header

    def _filters(self) -> QHBoxLayout:
        look = current()
        self.chips = FilterChips([Chip(one.key, one.title) for one in DEADLINE_FILTERS])
        self.group_combo = QComboBox()
        self.group_combo.setAccessibleName("Group by")
        for grouping in Grouping:
            self.group_combo.addItem(grouping.value, grouping)
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.chips, 1)
        line.addWidget(self.group_combo, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _read(context: AppContext) -> SortedDeadlines:
    return sort_deadlines(list_deadlines(context.register, today=context.today()))


def _key(row: DeadlineRow | None) -> Hashable:
    return row_key(row) if row is not None else None
