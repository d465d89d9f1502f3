"""The chosen change of a case's history: whole, with the way to put it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.pages.case_tables import local_time
from sgdesk.ui.widgets.buttons import make_button, make_link
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from sgdesk.records.cases import HistoryRow

_PRIVATE = "This is private, so it is not shown here. The value before can be restored unseen."
_RESTORE = "Put the value before back? What is there now stays in the history."
_BRING_BACK = "Bring this record back as it was? Its history goes on."
_LEAST, _HIGHEST = 68, 104


class HistoryChange(QWidget):
    """Hidden while no change is chosen. The question comes in the place of the button."""

    put_back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what_label = make_label("", "strong", wraps=True)
        self.when_label = make_label("", "second", wraps=True)
        self.before_label = make_label("", wraps=True)
        self.after_label = make_label("", wraps=True)
        self._titles = (make_label("", "second"), make_label("", "second"))
        self.message = MessageLine()
        self.button = make_button("", "undo-2")
        self.question_label = make_label("", "warning", wraps=True)
        self.confirm_button = make_link("", "undo-2")
        self.keep_button = make_link("Leave it")
        self._build()
        self.button.clicked.connect(self._on_clicked)
        self.keep_button.clicked.connect(self._on_kept)
        self.confirm_button.clicked.connect(self.put_back_asked)

    def show_change(self, row: HistoryRow | None, before: str, after: str) -> None:
        """Show a change with its values uncut; None shows nothing."""
        self.setVisible(row is not None)
        self.message.show_hint("")
        self._question.hide()
        if row is None:
            return
        is_private = bool(row.field) and not (before or after)
        self.what_label.setText(row.what)
        self.when_label.setText(f"{local_time(row.at)}, by {row.actor}")
        self.before_label.setText(before)
        self.after_label.setText(after)
        self._values.setVisible(not is_private)
        titles = ("Before", "After") if row.field else ("What it held", "What it holds")
        both = bool(before and after)
        self._columns.setHorizontalSpacing(current().px(16) if both else 0)
        for column, value in enumerate((before, after)):
            self._titles[column].setText(titles[column])
            self._titles[column].setVisible(bool(value))
            self._columns.setColumnStretch(column, int(bool(value)))
        if is_private:
            self.message.show_hint(_PRIVATE)
        words = "Restore this value" if row.can_restore else "Bring back"
        self.button.setText(f"{words}…")
        self.button.setAccessibleName(f"{words}: {row.what}")
        self.confirm_button.setText(words)
        self.question_label.setText(_RESTORE if row.can_restore else _BRING_BACK)
        self.button.setVisible(row.can_restore or row.can_bring_back)

    def show_problem(self, problem: str) -> None:
        """Say why a value or a record cannot be put back."""
        self._on_kept()
        self.message.show_problem(problem)

    @Slot()
    def _on_clicked(self) -> None:
        self.button.hide()
        self._question.show()
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_kept(self) -> None:
        self._question.hide()
        self.button.show()
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        look = current()
        foot = QHBoxLayout()
        foot.addWidget(self.when_label, 1)
        foot.addWidget(self.button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        lines.setSpacing(look.px(6))
        lines.addWidget(make_rule())
        lines.addWidget(self.what_label)
        lines.addWidget(self._build_values())
        lines.addWidget(self.message)
        lines.addLayout(foot)
        lines.addWidget(self._build_question())

    def _build_values(self) -> QWidget:
        look = current()
        inside = QWidget()
        inside.setProperty("role", "plain")
        self._columns = values = QGridLayout(inside)
        values.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        for column, label in enumerate((self.before_label, self.after_label)):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            values.addWidget(self._titles[column], 0, column, top)
            values.addWidget(label, 1, column, top)
        values.setRowStretch(1, 1)
        self._values = ScrollFrame(inside)
        self._values.setMinimumHeight(look.px(_LEAST))
        self._values.setMaximumHeight(look.px(_HIGHEST))
        self._values.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._values.setAccessibleName("The values before and after")
        return self._values

    def _build_question(self) -> QWidget:
        self._question = QWidget()
        question = QHBoxLayout(self._question)
        question.setContentsMargins(0, 0, 0, 0)
        question.addWidget(self.question_label, 1)
        question.addWidget(self.confirm_button)
        question.addWidget(self.keep_button)
        return self._question
