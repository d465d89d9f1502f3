"""Deadlines: all of them, grouped and filtered, and why the chosen one is due when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from sgdesk.errors import UserError
from sgdesk.records.date_workings import DateWorking
from sgdesk.records.deadlines import DueKind
from sgdesk.services.deadline_reports import deadline_report
from sgdesk.services.due_workings import explain_due
from sgdesk.services.everything_due import list_everything_due
from sgdesk.services.saved_views import list_views
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.deadlines_bar import PAGE, DeadlinesBar
from sgdesk.ui.pages.deadlines_explained import DeadlineExplained
from sgdesk.ui.pages.deadlines_filters import filter_of, sort_deadlines
from sgdesk.ui.pages.deadlines_list import DeadlinesList, row_key
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.deadlines import DeadlineDetail, DeadlineRow
    from sgdesk.records.papers import Paper
    from sgdesk.records.saved_views import SavedView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.deadlines_filters import SortedDeadlines

_LEAST_WITH_COLUMNS = 1080
"""Below this width, in pixels at the designed text size, the rows fold to two lines."""
_LEAST_WITH_BUTTONS = 900
_SEARCH, _LEAST_SEARCH = 280, 160
_LEAST_LIST, _LEAST_EXPLAINED = 190, 120
_EXPLAINED, _MOST_EXPLAINED = 290, 0.45
_TABS = {DueKind.RETURN: "agencies", DueKind.ACTION: "learning"}
"""Where on a case a line of each kind lives; deadlines by rule are beside everything else."""


class _Read(NamedTuple):
    """One reading of the register."""

    deadlines: SortedDeadlines
    views: tuple[SavedView, ...]


class DeadlinesPage(QWidget):
    case_asked = Signal(object)
    step_asked = Signal(object, str)
    """A case, and the tab that a return or an action stands on."""
    working_asked = Signal(object)
    """The working of the due date of a return or an action, to be shown."""
    what_if_asked = Signal(object)
    """The case whose dates are to be tried."""
    deadline_export_asked = Signal(object, str, str)
    """The deadlines to be exported, what their list is called, and what was searched for."""
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
        self._held: SortedDeadlines | None = None
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
        return [self.list_card.table, self.explanation, self.search_field, self.bar.chips]

    def focus_filter(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def open_chosen(self) -> None:
        """Open the case of the chosen deadline, where a return or an action stands on it.

        The partnership's own deadline is explained instead.
        """
        row = self._chosen
        if row is None or row.case_id is None:
            self.explain_chosen()
        elif row.kind in _TABS:
            self.step_asked.emit(row.case_id, _TABS[row.kind])
        else:
            self.case_asked.emit(row.case_id)

    def explain_chosen(self) -> None:
        """Ask why the chosen deadline is due when it is."""
        row = self._chosen
        if row is None:
            return
        if row.kind is DueKind.RULE:
            self.deadline_asked.emit(row.case_id, row.code)
            return
        try:
            self.working_asked.emit(self._read_chosen())
        except UserError as error:
            self._context.report(error)

    @Slot()
    def what_if(self) -> None:
        """Ask what would be if dates of the chosen deadline's case were others."""
        if self._chosen is not None and self._chosen.case_id is not None:
            self.what_if_asked.emit(self._chosen.case_id)

    @Slot()
    def export_list(self) -> None:
        """Offer the list as it is on show as a file of one kind or another."""
        title = filter_of(self.list_card.filter_key).report_title
        self.deadline_export_asked.emit(self.list_card.rows(), title, self._searched())

    @Slot()
    def print_list(self) -> None:
        """Offer the list as it is on show for printing."""
        self.report_asked.emit(self._report())

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        self.list_card.set_form(room.width() < look.px(_LEAST_WITH_COLUMNS))
        has_buttons = room.width() >= look.px(_LEAST_WITH_BUTTONS)
        self.export_button.setVisible(has_buttons)
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
    def _on_deadlines_arrived(self, read: _Read) -> None:
        is_first, self._held = self._held is None, read.deadlines
        self.header.set_second(read.deadlines.sentence())
        self.bar.views_button.set_views(read.views)
        before = _key(self._chosen)
        self._show_what()
        if is_first:
            self._show_first_view(read.views)
        if _key(self._chosen) == before:
            self._detail.start()
        self.loaded.emit()

    @Slot()
    def _show_what(self) -> None:
        """Show the kind of lines that is chosen, and count them on the chips."""
        held, what = self._held, self.bar.what
        if held is None:
            return
        self.bar.chips.set_counts(held.counts(what))
        self.list_card.has_cases = held.has_cases
        self.list_card.show_rows(held.by_what[what])

    def _show_first_view(self, views: Sequence[SavedView]) -> None:
        first = next((view for view in views if view.draft.is_default), None)
        if first is not None:
            self.bar.views_button.choose(first)

    @Slot(object)
    def _on_record_chosen(self, row: DeadlineRow | None) -> None:
        before, self._chosen = self._chosen, row
        if _key(row) != _key(before):
            self._detail.start()

    @Slot(object)
    def _on_detail_arrived(self, detail: DeadlineDetail | DateWorking | None) -> None:
        if detail is None:
            self.explanation.show_nothing()
        elif isinstance(detail, DateWorking):
            self.explanation.show_working(detail, self._chosen.title if self._chosen else "")
        else:
            self.explanation.show_detail(detail)
        self.explained.emit()

    @Slot()
    def _on_everything_asked(self) -> None:
        self.search_field.clear()
        self.list_card.set_text("")
        self.bar.show_everything()

    @Slot(str)
    def _on_text_chosen(self, text: str) -> None:
        self.search_field.setText(text)
        self.list_card.set_text(text)

    def _read_chosen(self) -> DeadlineDetail | DateWorking | None:
        row, context = self._chosen, self._context
        if row is None:
            return None
        return explain_due(context.register, row, today=context.today())

    def _report(self) -> Paper:
        """Return the list as it is on show, ready for paper."""
        return deadline_report(
            self._context.register,
            self.list_card.rows(),
            today=self._context.today(),
            title=filter_of(self.list_card.filter_key).report_title,
            summary=self._searched(),
        )

    def _searched(self) -> str:
        """Return which deadlines the search left, or "" without one."""
        words = self.list_card.text.strip()
        return f"Those that hold “{words}”." if words else ""

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        for reading, slot in (
            (self._deadlines, self._on_deadlines_arrived),
            (self._detail, self._on_detail_arrived),
        ):
            reading.arrived.connect(slot)
            reading.failed.connect(self._context.report)
        self.search_field.searched.connect(self.list_card.set_text)
        self.bar.key_chosen.connect(self.list_card.set_key)
        self.bar.what_chosen.connect(self._show_what)
        self.bar.grouping_chosen.connect(self.list_card.set_grouping)
        self.bar.text_chosen.connect(self._on_text_chosen)
        self.search_field.searched.connect(self.bar.views_button.show_state)
        self.print_button.clicked.connect(self.print_list)
        self.export_button.clicked.connect(self.export_list)
        self.list_card.record_chosen.connect(self._on_record_chosen)
        self.list_card.record_opened.connect(self.open_chosen)
        self.list_card.record_asked.connect(self.explain_chosen)
        self.list_card.first_case_asked.connect(self.new_case_asked)
        self.list_card.import_asked.connect(self.import_asked)
        self.list_card.everything_asked.connect(self._on_everything_asked)
        self.panes_splitter.splitterMoved.connect(self._on_border_moved)
        self.explanation.why_asked.connect(self.explain_chosen)
        self.explanation.case_asked.connect(self.open_chosen)
        self.explanation.what_if_asked.connect(self.what_if)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Deadlines")
        self.list_card = DeadlinesList(self._context.today)
        self.bar = DeadlinesBar(self._context, lambda: self.list_card.text)
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
        layout.addWidget(self.bar)
        layout.addWidget(self.panes_splitter, 1)

    def _header(self) -> PageHeader:
        self.header = PageHeader("Deadlines")
        self.header.second_label.setWordWrap(True)
        self.search_field = SearchField("Reference, rule, owner", "Ctrl+F")
        self.export_button = make_button("Export…", "download")
        self.export_button.setToolTip("Paper, PDF, workbook or calendar file (Ctrl+E)")
        self.print_button = make_button("Print…", "printer")
        for widget in (self.search_field, self.export_button, self.print_button):
            self.header.add_widget(widget)
        return self.header


def _read(context: AppContext) -> _Read:
    rows = list_everything_due(context.register, today=context.today())
    return _Read(sort_deadlines(rows), list_views(context.register, PAGE))


def _key(row: DeadlineRow | None) -> Hashable:
    return row_key(row) if row is not None else None
