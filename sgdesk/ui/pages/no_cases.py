"""What a list says in a register without cases, and the two ways to the first one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.empty_state import EmptyState


class NoCases(EmptyState):
    first_case_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__("folder-open", "No case is recorded yet.", "Record the first case")
        self.import_button = make_button("Import the public list", "download")
        self.button.clicked.connect(self.first_case_asked)
        self.import_button.clicked.connect(self.import_asked)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            below = layout.indexOf(self.button) + 1
            layout.insertWidget(below, self.import_button, 0, Qt.AlignmentFlag.AlignHCenter)
