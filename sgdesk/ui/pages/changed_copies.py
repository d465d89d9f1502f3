"""Says that a copy which was opened elsewhere has changed, and offers to bring it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.errors import UserError
from sgdesk.services.opened_copies import opened_copies
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.flow_layout import FlowLayout
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sgdesk.records.attachments import OpenedCopy
    from sgdesk.ui.context import AppContext

_SENTENCE = (
    "The opened copy of {title} was changed in another program. The file in the register is as it "
    "was."
)


class ChangedCopies(QFrame):
    """Hidden while no copy has changed; looks whenever the officer comes back to the program."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._titles: Mapping[UUID, str] = {}
        self.setProperty("role", "warnings")
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.hide()
        application = QCoreApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def show_titles(self, titles: Mapping[UUID, str]) -> None:
        """Speak of the files of one case by these titles, and look for changed copies."""
        self._titles = titles
        self.look()

    @Slot()
    def look(self) -> None:
        """Say which copies of the case's files have changed by now."""
        copies = opened_copies(self._context.register).changed()
        shown = [copy for copy in copies if copy.attachment_id in self._titles]
        clear(self._lines)
        for copy in shown:
            self._lines.addWidget(self._line(copy))
        self.setVisible(bool(shown))

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._titles:
            self.look()

    def _bring_back(self, copy: OpenedCopy) -> None:
        try:
            changes = opened_copies(self._context.register).bring_back(copy)
        except UserError as error:
            self._context.report(error)
        else:
            self._context.apply(changes)
        self.look()

    def _leave(self, copy: OpenedCopy) -> None:
        opened_copies(self._context.register).leave(copy)
        self.look()

    def _line(self, copy: OpenedCopy) -> QWidget:
        look = current()
        title = self._titles[copy.attachment_id]
        line, buttons = QWidget(), QWidget()
        keep = make_button("Bring back as a new version", "upload")
        leave = make_button("Leave it")
        keep.setAccessibleName(f"Bring back {title} as a new version")
        leave.setAccessibleName(f"Leave the changed copy of {title}; it is wiped")
        leave.setToolTip("The changed copy is wiped when SGDesk is closed or locked.")
        keep.clicked.connect(partial(self._bring_back, copy))
        leave.clicked.connect(partial(self._leave, copy))
        flow = FlowLayout(buttons, spacing=look.px(8))
        flow.addWidget(keep)
        flow.addWidget(leave)
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(make_label(_SENTENCE.format(title=title), wraps=True))
        words.addWidget(buttons)
        box = QHBoxLayout(line)
        box.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        box.setSpacing(look.px(8))
        mark = IconLabel("triangle-alert", "due_today")
        box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        return line
