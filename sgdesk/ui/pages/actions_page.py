"""Actions: those of every case, filtered and grouped, and the chain of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.services.actions import list_all_actions
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.action_pane import ActionPane
from sgdesk.ui.pages.actions_filters import ACTION_FILTERS, filter_of, sort_actions
from sgdesk.ui.pages.actions_groups import Grouping
from sgdesk.ui.pages.actions_list import ActionsList
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.chips import Chip, FilterChips
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.search_field import SearchField
from sgdesk.ui.widgets.side_pane import side_by_side

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.entries import Entry
    from sgdesk.records.learning import ActionRow, CaseLearning
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.actions_filters import SortedActions

_LEAST_WITH_PANE = 1000
"""Below this width, in pixels at the designed text size, the list has the page to itself."""
_LEAST_WITH_BUTTONS = 760
_SEARCH, _NARROW_SEARCH = 280, 160
_PANE = 360
_MARGINS = 64
"""Left and right of the page, and between the list and the pane."""
_LEAST_LIST = 240


class ActionsPage(QWidget):
    case_asked = Signal(object)
    step_asked = Signal(object, str)
    working_asked = Signal(object)
    """The working of a due date, to be shown."""
    counted = Signal(object)
    """How many actions are overdue, by the key of this page."""
    loaded = Signal()
    """A reading of the list is on show."""
    chain_shown = Signal()
    """The chain of the chosen action is on show."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: ActionRow | None = None
        self._learning: CaseLearning | None = None
        self._actions = Reading(lambda: _read(context), context, self)
        self._chain = Reading(self._read_chosen, context, self)
        self._build()
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list again in the background, then the chosen action; the choice stays."""
        self._actions.start()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        return [self.list_card.table, self.pane, self.search_field, self.chips]

    def focus_filter(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def open_chosen(self) -> None:
        """Open the case of the chosen action, at its chain."""
        if self._chosen is not None:
            self.step_asked.emit(self._chosen.case_id, "learning")

    @Slot()
    def edit_chosen(self) -> None:
        """Open the form of the chosen action, as soon as its case is read."""
        self._do("edit")

    @Slot()
    def explain_chosen(self) -> None:
        """Show why the chosen action is due when it is, as soon as its case is read."""
        from sgdesk.services.action_workings import (  # noqa: PLC0415 - when asked for
            explain_action_date,
        )

        row, learning = self._chosen, self._learning
        chain = learning.chain_of(row.action_id) if learning and row else None
        if chain is not None:
            self.working_asked.emit(explain_action_date(self._context.register, chain.action))

    @Slot()
    def print_list(self) -> None:
        """Show the actions on show as an action plan by agency, for printing."""
        from sgdesk.services.action_plans import action_plan  # noqa: PLC0415 - when it is printed
        from sgdesk.ui.printing.paper_print import print_paper  # noqa: PLC0415 - as above

        words, context = self.list_card.text.strip(), self._context
        paper = action_plan(
            context.register,
            self.list_card.rows(),
            today=context.today(),
            title=filter_of(self.list_card.filter_key).paper_title,
            summary=f"Those that hold “{words}”." if words else "",
        )
        print_paper(context, paper, self.window())

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        has_pane = room.width() >= look.px(_LEAST_WITH_PANE)
        self.pane.setVisible(has_pane)
        has_buttons = room.width() >= look.px(_LEAST_WITH_BUTTONS)
        self.print_button.setVisible(has_buttons)
        self.search_field.setMinimumWidth(look.px(_SEARCH if has_buttons else _NARROW_SEARCH))
        designed = room.width() / look.text_scale
        self.list_card.fit(int(designed) - _MARGINS - (_PANE if has_pane else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    @Slot(object)
    def _on_actions_arrived(self, held: SortedActions) -> None:
        self.header.set_second(held.sentence())
        counts = held.counts()
        self.chips.set_counts(counts)
        self.counted.emit({"actions": counts["overdue"]})
        before = self._chosen
        self.list_card.show_rows(held.by_key)
        if before is not None and self._chosen is not None:
            self._chain.start()
        self.loaded.emit()

    @Slot(object)
    def _on_record_chosen(self, row: ActionRow | None) -> None:
        self._chosen = row
        self._chain.start()

    @Slot(object)
    def _on_chain_arrived(self, learning: CaseLearning | None) -> None:
        self._learning = learning
        row = self._chosen
        chain = learning.chain_of(row.action_id) if learning and row else None
        if chain is None:
            self.pane.show_nothing()
        else:
            self.pane.show_chain(chain)
        self.chain_shown.emit()

    @Slot()
    def _on_everything_asked(self) -> None:
        self.search_field.clear()
        self.list_card.set_text("")
        self.chips.choose("open")

    @Slot(str)
    def _do(self, way: str) -> None:
        """Open a form over the chosen action; nothing happens before its case is read."""
        self._open_form(way, None)

    @Slot(str, object)
    def _open_form(self, way: str, entry: Entry[object] | None) -> None:
        from sgdesk.ui.pages.learning_editing import (  # noqa: PLC0415 - loads the mapper
            LearningEditor,
        )

        row, learning = self._chosen, self._learning
        chain = learning.chain_of(row.action_id) if learning and row else None
        if learning is None or chain is None:
            return
        LearningEditor(self._context, self).open_way(way, learning, chain.action, entry)

    def _read_chosen(self) -> CaseLearning | None:
        from sgdesk.services.learning import read_learning  # noqa: PLC0415 - loads the mapper

        row, context = self._chosen, self._context
        if row is None:
            return None
        return read_learning(context.register, row.case_id, today=context.today())

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        for reading, slot in (
            (self._actions, self._on_actions_arrived),
            (self._chain, self._on_chain_arrived),
        ):
            reading.arrived.connect(slot)
            reading.failed.connect(self._context.report)
        self.search_field.searched.connect(self.list_card.set_text)
        self.chips.chip_chosen.connect(self.list_card.set_key)
        self.group_combo.currentIndexChanged.connect(
            lambda: self.list_card.set_grouping(self.group_combo.currentData())
        )
        self.print_button.clicked.connect(self.print_list)
        self.list_card.record_chosen.connect(self._on_record_chosen)
        self.list_card.record_opened.connect(self.open_chosen)
        self.list_card.everything_asked.connect(self._on_everything_asked)
        self.pane.case_asked.connect(self.open_chosen)
        self.pane.asked.connect(self._do)
        self.pane.why_asked.connect(self.explain_chosen)
        self.pane.entry_asked.connect(self._open_form)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Actions")
        self.list_card = ActionsList(self._context.today)
        self.list_card.setMinimumHeight(look.px(_LEAST_LIST))
        self.pane = ActionPane()
        panes = side_by_side(self.list_card, self.pane, (840, _PANE))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(12))
        layout.addWidget(self._header())
        layout.addLayout(self._filters())
        layout.addWidget(panes, 1)

    def _header(self) -> PageHeader:
        self.header = PageHeader("Actions")
        self.search_field = SearchField("Word, agency, owner", "Ctrl+F")
        self.print_button = make_button("Print plan…", "printer")
        self.print_button.setToolTip("The action plan by agency (Ctrl+P)")
        self.header.add_widget(self.search_field)
        self.header.add_widget(self.print_button)
        return self.header

    def _filters(self) -> QHBoxLayout:
        self.chips = FilterChips([Chip(one.key, one.title) for one in ACTION_FILTERS])
        self.group_combo = QComboBox()
        self.group_combo.setAccessibleName("Group by")
        for grouping in Grouping:
            self.group_combo.addItem(grouping.value, grouping)
        line = QHBoxLayout()
        line.setSpacing(current().px(8))
        line.addWidget(self.chips, 1)
        line.addWidget(self.group_combo, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _read(context: AppContext) -> SortedActions:
    return sort_actions(list_all_actions(context.register, today=context.today()))
