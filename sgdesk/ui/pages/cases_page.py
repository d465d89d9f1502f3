"""The case list: chips and search above, table left, the chosen case right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.models.case_filters import CASE_FILTERS, filter_counts
from sgdesk.ui.pages.case_list_card import CaseListCard
from sgdesk.ui.pages.case_pane import CasePane
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.tasks import Job, Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField
from sgdesk.ui.widgets.side_pane import side_by_side

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.cases import CaseRow, CaseView
    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext

_LEAST_WITH_PANE = 1100
"""Below this width, in pixels at the designed text size, the list has the page to itself."""
_LEAST_WITH_PRINT = 760
"""Below this width the menu alone prints."""
_PANE = 376
_REST_MS = 60
"""So long the choice has to rest on a case before it is read: arrow keys run past many."""


class CasesPage(QWidget):
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    step_asked = Signal(object, str)
    new_case_asked = Signal()
    import_asked = Signal()
    report_asked = Signal(object)
    loaded = Signal()
    """A reading of the list is on show."""
    case_shown = Signal()
    """The chosen case is on show beside the list."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: UUID | None = None
        self._cases = Reading(partial(_list, context), context, self)
        self._case = Reading(self._read_chosen, context, self)
        self._rest_timer = QTimer(self)
        self._rest_timer.setSingleShot(True)
        self._rest_timer.setInterval(_REST_MS)
        self._build()
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read list and chosen case again in the background; choice and place stay."""
        self._cases.start()
        if self._chosen is not None:
            self._case.start()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        return [self.list_card.table, self.pane, self.search_field, self.chips]

    def focus_filter(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def open_chosen(self) -> None:
        """Open the chosen case."""
        if self._chosen is not None:
            self.case_asked.emit(self._chosen)

    def edit_chosen(self) -> None:
        """Edit the details of the chosen case."""
        if self._chosen is not None:
            self.step_asked.emit(self._chosen, "case")

    def explain_chosen(self) -> None:
        """Ask why the next deadline of the chosen case is due when it is."""
        row = self.list_card.table.chosen_record()
        if row is not None and row.next_code:
            self.deadline_asked.emit(row.case_id, row.next_code)

    @Slot()
    def print_list(self) -> None:
        """Offer the open deadlines of the cases on show for printing."""
        case_ids = frozenset(row.case_id for row in self.list_card.rows())
        job = Job(lambda _progress: _report(self._context, case_ids), self._context)
        job.succeeded.connect(self.report_asked)
        job.failed.connect(self._context.report)
        job.start()

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        self.pane.setVisible(room.width() >= look.px(_LEAST_WITH_PANE))
        self.print_button.setVisible(room.width() >= look.px(_LEAST_WITH_PRINT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    @Slot(object)
    def _on_cases_arrived(self, rows: tuple[CaseRow, ...]) -> None:
        counts = filter_counts(rows)
        noun = "case" if len(rows) == 1 else "cases"
        self.header.set_second(f"{len(rows)} {noun} held, {counts['open']} open")
        self.chips.set_counts(counts)
        self.list_card.show_rows(rows)
        self.loaded.emit()

    @Slot(object)
    def _on_record_chosen(self, row: CaseRow | None) -> None:
        chosen = row.case_id if row is not None else None
        if chosen != self._chosen:
            self._chosen = chosen
            self._rest_timer.start()

    @Slot(object)
    def _on_case_arrived(self, view: CaseView | None) -> None:
        if view is None:
            self.pane.show_nothing()
        else:
            self.pane.show_case(view, self._context.today())
        self.case_shown.emit()

    @Slot(object)
    def _on_record_previewed(self, row: CaseRow) -> None:
        """Move the keyboard to the case beside the list, or open it where there is no room."""
        if self.pane.isVisible():
            self.pane.focusNextChild()
        else:
            self.case_asked.emit(row.case_id)

    @Slot()
    def _on_everything_asked(self) -> None:
        self.search_field.clear()
        self.list_card.set_text("")
        self.chips.choose("all")

    def _read_chosen(self) -> CaseView | None:
        from sgdesk.services.case_views import get_case  # noqa: PLC0415 - loads the mapper

        chosen, context = self._chosen, self._context
        if chosen is None:
            return None
        return get_case(context.register, chosen, today=context.today())

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        for reading, slot in (
            (self._cases, self._on_cases_arrived),
            (self._case, self._on_case_arrived),
        ):
            reading.arrived.connect(slot)
            reading.failed.connect(self._context.report)
        self._rest_timer.timeout.connect(self._case.start)
        self.search_field.searched.connect(self.list_card.set_text)
        self.chips.chip_chosen.connect(self.list_card.set_filter)
        self.print_button.clicked.connect(self.print_list)
        self.new_case_button.clicked.connect(self.new_case_asked)
        table = self.list_card.table
        table.record_chosen.connect(self._on_record_chosen)
        table.record_opened.connect(self.open_chosen)
        table.record_previewed.connect(self._on_record_previewed)
        self.list_card.first_case_asked.connect(self.new_case_asked)
        self.list_card.import_asked.connect(self.import_asked)
        self.list_card.everything_asked.connect(self._on_everything_asked)
        self.pane.case_asked.connect(self.case_asked)
        self.pane.step_asked.connect(self.step_asked)
        self.pane.deadline_asked.connect(self.deadline_asked)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Cases")
        self.header = PageHeader("Cases", "Reading…")
        self.search_field = SearchField("Reference, theme, word", "Ctrl+F")
        self.print_button = make_button("Print list", "printer")
        self.new_case_button = make_button("New case", "plus", kind="primary")
        for widget in (self.search_field, self.print_button, self.new_case_button):
            self.header.add_widget(widget)
        self.chips = FilterChips([Chip(one.key, one.title) for one in CASE_FILTERS])
        self.list_card = CaseListCard(self._context.today)
        self.pane = CasePane()
        panes = side_by_side(self.list_card, self.pane, (800, _PANE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(self.header)
        layout.addWidget(self.chips)
        layout.addWidget(panes, 1)


def _list(context: AppContext) -> tuple[CaseRow, ...]:
    from sgdesk.services.case_list import list_cases  # noqa: PLC0415 - after the first frame

    return list_cases(context.register, today=context.today())


def _report(context: AppContext, case_ids: frozenset[UUID]) -> Paper:
    from sgdesk.services.deadline_reports import deadline_report  # noqa: PLC0415 - late
    from sgdesk.services.deadlines import list_deadlines  # noqa: PLC0415 - as above

    today = context.today()
    rows = [
        row
        for row in list_deadlines(context.register, today=today)
        if row.is_open and row.case_id in case_ids
    ]
    return deadline_report(context.register, rows, today=today, title="Deadlines of these cases")
