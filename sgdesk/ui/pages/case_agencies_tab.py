"""What the agencies of a case were asked for, what they returned, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from sgdesk.domain.agency_marks import ReturnMark, mark_question, why_no_mark
from sgdesk.domain.agency_requests import ChaseStep
from sgdesk.domain.agency_states import outstanding_words
from sgdesk.services.agency_marks import mark_request
from sgdesk.services.agency_requests import remove_request
from sgdesk.services.agency_rows import list_requests
from sgdesk.services.request_days import request_days
from sgdesk.services.request_workings import explain_request_date
from sgdesk.ui.dialogs.agency_dialogs import AgencyDialogs
from sgdesk.ui.dialogs.moving_dates import save_asking
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_tab import CaseTab
from sgdesk.ui.pages.request_facts import days_words
from sgdesk.ui.pages.request_pane import RequestPane
from sgdesk.ui.pages.request_table import RequestTable
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.confirm_line import ConfirmLine
from sgdesk.ui.widgets.empty_state import EmptyState
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.cases import CaseView
    from sgdesk.services.outcomes import Changes
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.dialogs.chase_dialog import ChaseDialog

_EMPTY = (
    "No agency was asked yet. Ask those that know the child or the family, and log here what "
    "they return."
)
_BUTTONS = {
    ReturnMark.RECEIVED: "Log the return",
    ReturnMark.NIL: "Log the nil return",
    ReturnMark.ACKNOWLEDGED: "Log it",
}
_REMOVE = "remove"
_LEAST = 180
"""Height of the table, in pixels at the designed text size."""
_WIDE = 820
"""From this width on, in pixels at the designed text size, both stand side by side."""


class AgenciesTab(CaseTab):
    """A table of requests, and the chosen one under it or beside it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._view: CaseView | None = None
        self._rows: tuple[RequestRow, ...] = ()
        self.count_label = make_label("", "card-title", wraps=True)
        self.days_label = make_label("", "second", wraps=True)
        self.ask_button = make_button("Ask agencies…", "send")
        self.table = RequestTable()
        self.confirm = ConfirmLine()
        self.pane = RequestPane()
        self.empty = EmptyState("inbox", _EMPTY, "Ask agencies…")
        self._acts: dict[str, Callable[[RequestRow], object]] = {
            "edit": self._edit,
            "return": self._log_return,
            "letter": self._write,
            "chase": self._chase,
            "remove": self._ask_removal,
            "why": self._explain,
        }
        self._build()
        self._connect()

    def show_case(self, view: CaseView) -> None:
        """Show what `view` holds now instead of what was shown before."""
        context = self._context
        if self._view is None or self._view.case_id != view.case_id:
            self.confirm.hide()
        self._view = view
        rows = self._rows = list_requests(context.register, view.case_id, today=context.today())
        self.count_label.setText(outstanding_words(row.state for row in rows))
        self.days_label.setText(days_words(request_days(context.register, view.case_id)))
        self._stack.setCurrentIndex(0 if rows else 1)
        self.table.show_requests(rows)
        self.pane.show_request(self.table.chosen_record())

    def edit_chosen(self) -> None:
        """Edit the chosen request, or ask the first agencies."""
        row = self.table.chosen_record()
        if row is None:
            self._on_ask_clicked()
        else:
            self._edit(row)

    def explain_chosen(self) -> bool:
        """Show why the chosen request is due when it is; return False where none is chosen."""
        row = self.pane.row
        if row is not None:
            self._explain(row)
        return row is not None

    def open_step(self, name: str) -> None:
        """Ask agencies for "ask"; the tab itself is enough for anything else.

        "edit:", "query:", "return:", "letter:" and "chase:" with the id of a request open a form
        of it; the last takes the name of a step after that.
        """
        what, _, ids = name.partition(":")
        row_id, _, step = ids.partition(":")
        rows = (one for one in self._rows if str(one.request_id) == row_id)
        row = next(rows, None)
        if name == "ask":
            self._on_ask_clicked()
        elif row is None:
            return
        elif what == "query":
            self._dialogs().query(row)
        elif what == "chase" and step:
            self._chase(row).choose_step(ChaseStep[step])
        else:
            self._acts[what](row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen request beside the table where there is room, else under it."""
        super().resizeEvent(event)
        is_wide = self.width() >= current().px(_WIDE)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self.panes.orientation() != wanted:
            self.panes.setOrientation(wanted)
            self.panes.setSizes([self.width(), self.width()])

    @Slot()
    def _on_ask_clicked(self) -> None:
        if self._view is not None:
            self._dialogs().ask(self._view.case_id, self._view.reference)

    @Slot(object)
    def _on_record_chosen(self, row: RequestRow | None) -> None:
        self.confirm.hide()
        self.pane.show_request(row)

    @Slot(str)
    def _on_act_asked(self, name: str) -> None:
        row = self.pane.row
        if row is None:
            return
        if name in self._acts:
            self._acts[name](row)
        else:
            self._on_mark_asked(ReturnMark(name))

    @Slot(object)
    def _on_mark_asked(self, mark: ReturnMark) -> None:
        row = self.table.chosen_record()
        if why := why_no_mark(mark, row.request, row.returned):
            self.confirm.tell(why)
        elif mark is ReturnMark.QUERIED:
            self._dialogs().query(row)
        else:
            question = mark_question(mark, row.agency_name, self._context.today())
            self.confirm.ask(question, _BUTTONS[mark], (row, mark))

    @Slot(object)
    def _on_confirmed(self, subject: tuple[RequestRow, ReturnMark | str]) -> None:
        row, act = subject
        save_asking(
            self._context,
            lambda: self._done(row, act),
            self,
            tell=lambda error: self.confirm.tell(str(error)),
        )

    def _done(self, row: RequestRow, act: ReturnMark | str) -> Changes:
        context = self._context
        if isinstance(act, ReturnMark):
            return mark_request(context.register, row, act, today=context.today())
        return remove_request(context.register, row.case_id, row.request_entry)

    def _ask_removal(self, row: RequestRow) -> None:
        question = (
            f"Remove the request to {row.agency_name}, as if it had never been made? "
            "The history keeps it."
        )
        self.confirm.ask(question, "Remove the request", (row, _REMOVE))

    def _edit(self, row: RequestRow) -> None:
        self._dialogs().edit(row)

    def _log_return(self, row: RequestRow) -> None:
        self._dialogs().log_return(row)

    def _chase(self, row: RequestRow) -> ChaseDialog:
        from sgdesk.ui.dialogs.chase_dialog import open_chase  # noqa: PLC0415 - when asked for

        return open_chase(self._context, row, self.window())

    def _explain(self, row: RequestRow) -> None:
        context = self._context
        working = explain_request_date(context.register, row, today=context.today())
        self.working_asked.emit(working)

    def _write(self, row: RequestRow) -> None:
        from sgdesk.ui.dialogs.request_letter import open_request_letter  # noqa: PLC0415 - as above

        open_request_letter(self._context, row, self.window())

    def _dialogs(self) -> AgencyDialogs:
        return AgencyDialogs(self._context, self.window())

    def _connect(self) -> None:
        self.ask_button.clicked.connect(self._on_ask_clicked)
        self.empty.button.clicked.connect(self._on_ask_clicked)
        self.table.record_chosen.connect(self._on_record_chosen)
        self.table.record_opened.connect(self._edit)
        self.table.mark_asked.connect(self._on_mark_asked)
        self.pane.act_asked.connect(self._on_act_asked)
        self.confirm.confirmed.connect(self._on_confirmed)
        for keys, name in (("Ctrl+R", "return"), ("Ctrl+M", "chase")):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda name=name: self._on_act_asked(name))

    def _build(self) -> None:
        look = current()
        full = QWidget()
        full.setProperty("role", "plain")
        lines = QVBoxLayout(full)
        lines.setContentsMargins(0, look.px(4), 0, 0)
        lines.setSpacing(look.px(8))
        lines.addLayout(self._head())
        lines.addWidget(self._panes(), 1)
        nothing = Card()
        nothing.body.addWidget(self.empty)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(ScrollFrame(full))
        self._stack.addWidget(nothing)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.count_label)
        words.addWidget(self.days_label)
        head = QHBoxLayout()
        head.setSpacing(current().px(12))
        head.addLayout(words, 1)
        head.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _panes(self) -> QSplitter:
        """Return the table and the chosen request; the officer may move the border."""
        card = Card(is_bare=True)
        card.body.addWidget(self.table)
        self.table.setMinimumHeight(current().px(_LEAST))
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(current().px(8))
        below.addWidget(self.confirm)
        below.addWidget(self.pane, 1)
        self.panes = panes = QSplitter(Qt.Orientation.Vertical)
        panes.setChildrenCollapsible(False)
        panes.addWidget(card)
        panes.addWidget(lower)
        panes.setStretchFactor(0, 1)
        panes.setStretchFactor(1, 1)
        return panes
