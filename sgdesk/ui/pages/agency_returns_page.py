"""Every open request by agency and case: who is outstanding, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sgdesk.domain.agency_marks import ReturnMark
from sgdesk.domain.dates import long_date
from sgdesk.services.chase_papers import ChaseChoice
from sgdesk.services.return_matrix import (
    MatrixFilter,
    counts_of,
    matrix_of,
    purposes_of,
    read_returns,
)
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.agency_returns_card import ReturnsCard
from sgdesk.ui.pages.agency_returns_pane import ReturnPane
from sgdesk.ui.pages.request_acts import RequestActs
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.return_marks import ReturnLegend

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.chases import Ladder
    from sgdesk.records.return_matrix import HeldReturns, MatrixCell
    from sgdesk.ui.context import AppContext

_CHIPS = (
    Chip(MatrixFilter.ALL, "All"),
    Chip(MatrixFilter.OUTSTANDING, "Outstanding only"),
    Chip(MatrixFilter.OVERDUE, "Overdue"),
)
_SHOWN = {
    MatrixFilter.ALL: "",
    MatrixFilter.OUTSTANDING: "Outstanding only",
    MatrixFilter.OVERDUE: "Overdue only",
}
_ANY = "Every purpose"
_LEAST_WITH_SIDE = 900
"""Below this width, in pixels at the designed text size, the pane stands under the matrix."""
_LEAST_CARD = 280
_LEAST_HIGH = 700
"""Below this height the rows of the matrix come closer, and the legend stands under it."""
_PANE, _PANE_BELOW = 280, 190


class AgencyReturnsPage(QWidget):
    case_asked = Signal(object)
    page_asked = Signal(str)
    report_asked = Signal(object)
    working_asked = Signal(object)
    """The working of a due date, to be shown."""
    chase_list_asked = Signal(object)
    """What is to be on the chase list."""
    loaded = Signal()
    """A reading of the matrix is on show."""
    explained = Signal()
    """The chosen request is on show beside it."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._held: HeldReturns | None = None
        self._chosen: tuple[MatrixCell, ...] = ()
        self._returns = Reading(self._read, context, self)
        self._detail = Reading(self._read_chosen, context, self)
        self._is_divided = False
        self._build()
        self.acts = RequestActs(context, self, self.card.confirm_line)
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the matrix again in the background, then the chosen request; the choice stays."""
        self._returns.start()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        return [self.card, self.pane, self.chips]

    def focus_filter(self) -> None:
        """Put the keyboard on the filters."""
        self.chips.button(self.chips.chosen_key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def open_chosen(self) -> None:
        """Edit the chosen request."""
        self._act(self.acts.edit)

    @Slot()
    def log_return(self) -> None:
        """Log what came in for the chosen request."""
        self._act(self.acts.log_return)

    @Slot()
    def chase_chosen(self) -> None:
        """Draft the next step of the chosen request's ladder."""
        self._act(self.acts.chase)

    @Slot()
    def write_request(self) -> None:
        """Draft the letter that the chosen request goes out with."""
        self._act(self.acts.write)

    @Slot()
    def explain_chosen(self) -> None:
        """Show why the chosen request is due when it is."""
        self._act(self._explain)

    @Slot()
    def make_chase_list(self) -> None:
        """Offer the chase list on paper; what is overdue alone where nothing else is on show."""
        only_overdue = self._filter() is MatrixFilter.OVERDUE
        self.chase_list_asked.emit(ChaseChoice(None, only_overdue))

    @Slot()
    def print_list(self) -> None:
        """Offer the matrix as it is on show for printing, on one page."""
        from sgdesk.services.return_papers import matrix_paper  # noqa: PLC0415 - when asked for

        purpose = self.purpose_combo.currentData()
        words = [part for part in (_SHOWN[self._filter()], purpose) if part]
        paper = matrix_paper(
            self._context.register,
            self.card.matrix,
            today=self._context.today(),
            shown=", ".join(words),
        )
        self.report_asked.emit(paper)

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        has_side = room.width() >= look.px(_LEAST_WITH_SIDE)
        orientation = Qt.Orientation.Horizontal if has_side else Qt.Orientation.Vertical
        if self.splitter.orientation() != orientation:
            self.splitter.setOrientation(orientation)
            self._is_divided = False
        is_low = room.height() < look.px(_LEAST_HIGH)
        self.card.table.set_low(is_low=is_low)
        self._place_legend(is_low=is_low)
        if not self._is_divided:
            pane = look.px(_PANE if has_side else _PANE_BELOW)
            whole = self.splitter.width() if has_side else self.splitter.height()
            self.splitter.setSizes([max(whole - pane, pane), pane])

    @Slot()
    def _on_border_moved(self) -> None:
        """Leave the border where the officer put it."""
        self._is_divided = True

    def _place_legend(self, *, is_low: bool) -> None:
        """Put the legend above the matrix, or below it where the matrix needs the room more."""
        at = self._lines.indexOf(self.splitter)
        if (self._lines.indexOf(self.legend) > at) != is_low:
            self._lines.removeWidget(self.legend)
            at = self._lines.indexOf(self.splitter)
            self._lines.insertWidget(at + 1 if is_low else at, self.legend)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    @Slot(object)
    def _on_returns_arrived(self, held: HeldReturns) -> None:
        self._held = held
        self._renew_purposes(purposes_of(held))
        cases, agencies = len(held.cases), len(held.agencies)
        nouns = "case" if cases == 1 else "cases", "agency" if agencies == 1 else "agencies"
        today = long_date(self._context.today())
        words = f"{cases} {nouns[0]} with requests, {agencies} {nouns[1]} · {today}"
        self.header.set_second(words if cases else today)
        self.pane.setVisible(bool(cases))
        self.chips.setVisible(bool(cases))
        self._show()
        self.loaded.emit()

    @Slot()
    def _show(self) -> None:
        if self._held is None:
            return
        purpose = self.purpose_combo.currentData() or ""
        self.chips.set_counts({key.value: n for key, n in counts_of(self._held, purpose).items()})
        matrix = matrix_of(self._held, self._filter(), purpose)
        self.legend.show_states({own[0].state for own in matrix.cells.values()})
        self.card.show_matrix(matrix, has_any=bool(self._held.cells))
        self.print_button.setEnabled(bool(matrix.agencies))

    @Slot(object)
    def _on_cell_chosen(self, cells: tuple[MatrixCell, ...]) -> None:
        self._chosen = cells
        self.card.confirm_line.hide()
        if cells:
            self._detail.start()
        else:
            self.pane.show_nothing(is_unasked=self.card.has_choice)
            self.explained.emit()

    @Slot(object)
    def _on_detail_arrived(self, found: tuple[RequestRow, Ladder] | None) -> None:
        if found is not None and self._chosen:
            row, ladder = found
            self.pane.show_request(row, ladder, self._context.today(), len(self._chosen) - 1)
        self.explained.emit()

    @Slot(str)
    def _on_letter_typed(self, letter: str) -> None:
        self._act(lambda cell: self.acts.set_mark(cell, ReturnMark(letter)))

    def _act(self, act: Callable[[MatrixCell], object]) -> None:
        """Do something with the chosen request; without one do nothing."""
        if self._chosen:
            act(self._chosen[0])

    def _explain(self, cell: MatrixCell) -> None:
        working = self.acts.working_of(cell)
        if working is not None:
            self.working_asked.emit(working)

    def _read(self) -> HeldReturns:
        return read_returns(self._context.register, today=self._context.today())

    def _read_chosen(self) -> tuple[RequestRow, Ladder] | None:
        chosen = self._chosen
        return self.acts.ladder_of(chosen[0]) if chosen else None

    def _filter(self) -> MatrixFilter:
        return MatrixFilter(self.chips.chosen_key)

    def _renew_purposes(self, purposes: tuple[str, ...]) -> None:
        """Offer what is asked for; the chosen purpose stays while there is such a request."""
        kept = self.purpose_combo.currentData()
        with QSignalBlocker(self.purpose_combo):
            self.purpose_combo.clear()
            self.purpose_combo.addItem(_ANY, "")
            for purpose in purposes:
                self.purpose_combo.addItem(purpose, purpose)
            self.purpose_combo.setCurrentIndex(max(0, self.purpose_combo.findData(kept)))
        self.purpose_combo.setVisible(len(purposes) > 1)

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        for reading, slot in (
            (self._returns, self._on_returns_arrived),
            (self._detail, self._on_detail_arrived),
        ):
            reading.arrived.connect(slot)
            reading.failed.connect(self._context.report)
        self.chips.chip_chosen.connect(self._show)
        self.purpose_combo.currentIndexChanged.connect(self._show)
        self.print_button.clicked.connect(self.print_list)
        self.chase_list_button.clicked.connect(self.make_chase_list)
        self.pane.why_asked.connect(self.explain_chosen)
        self.card.cell_chosen.connect(self._on_cell_chosen)
        self.card.cell_opened.connect(self.open_chosen)
        self.card.letter_typed.connect(self._on_letter_typed)
        self.card.everything_asked.connect(self._on_everything_asked)
        self.card.cases_asked.connect(lambda: self.page_asked.emit("cases"))
        self.splitter.splitterMoved.connect(self._on_border_moved)
        self.pane.chase_asked.connect(self.chase_chosen)
        self.pane.return_asked.connect(self.log_return)
        self.pane.request_asked.connect(self.open_chosen)
        self.pane.letter_asked.connect(self.write_request)
        self.pane.case_asked.connect(self._on_case_asked)
        for keys, way in (("Ctrl+M", self.chase_chosen), ("Ctrl+R", self.log_return)):
            shortcut = QShortcut(QKeySequence(keys), self, way)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot()
    def _on_everything_asked(self) -> None:
        self.purpose_combo.setCurrentIndex(0)
        self.chips.choose(MatrixFilter.ALL)

    @Slot()
    def _on_case_asked(self) -> None:
        if self._chosen:
            self.case_asked.emit(self._chosen[0].case_id)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Agency returns")
        self.header = PageHeader("Agency returns")
        self.print_button = make_button("Print one page…", "printer")
        self.chase_list_button = make_button("Chase list…", "mail")
        self.chase_list_button.setToolTip("Print the chase list (Ctrl+Shift+C)")
        self.chase_list_button.setAccessibleName("Print chase list")
        self.header.add_widget(self.chase_list_button)
        self.header.add_widget(self.print_button)
        self.card = ReturnsCard("".join(ReturnMark))
        self.card.setMinimumHeight(look.px(_LEAST_CARD))
        self.pane = ReturnPane()
        self.pane.setMinimumHeight(look.px(_PANE_BELOW))
        self.legend = ReturnLegend()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(look.px(16))
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.card)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, 1)
        layout = self._lines = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(self.header)
        layout.addLayout(self._filters())
        layout.addWidget(self.legend)
        layout.addWidget(self.splitter, 1)

    def _filters(self) -> QHBoxLayout:
        self.chips = FilterChips(_CHIPS)
        self.purpose_combo = QComboBox()
        self.purpose_combo.setAccessibleName("What was asked for")
        self.purpose_combo.addItem(_ANY, "")
        line = QHBoxLayout()
        line.setSpacing(current().px(8))
        line.addWidget(self.chips, 1)
        line.addWidget(self.purpose_combo, 0, Qt.AlignmentFlag.AlignTop)
        return line
