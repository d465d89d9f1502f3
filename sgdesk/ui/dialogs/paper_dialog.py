"""What goes on a paper is chosen in a body, and shown as it will be printed from the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.ui.dialogs.form_frame import Footer
from sgdesk.ui.dialogs.framed_dialog import FramedDialog
from sgdesk.ui.errors import trouble_of
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.messages import MessageLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.ui.context import AppContext


class PaperDialog(FramedDialog):
    """Subclasses add their choices to `body`, then frame it with `footer`.

    `message` is for how much there is to print; `print_button` is off until they know.
    """

    def __init__(self, context: AppContext, title: str, about: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.message = MessageLine()
        self.close_button = make_button("Close")
        self.print_button = make_button("Preview and print…", "printer", kind="primary")
        self.print_button.setEnabled(False)
        self.close_button.clicked.connect(self.reject)
        look = current()
        self.setWindowTitle(context.window_title(title))
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(16))
        self.body.setSpacing(look.px(12))
        self.body.addWidget(make_label(title, "page-title", wraps=True))
        self.body.addWidget(make_label(about, "muted", wraps=True))
        self.footer = Footer(self.message, self.close_button, self.print_button)

    @Slot(object)
    def show_trouble(self, error: object) -> None:
        """Say what kept the dialog from reading, or from making the paper."""
        self.message.show_problem(trouble_of(error).sentence)
