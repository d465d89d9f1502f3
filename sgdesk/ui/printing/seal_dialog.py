"""Asks for the password of a PDF that is about to be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.seal_fields import SealFields

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

_WIDTH = 640
"""In pixels at the designed text size."""


class SealDialog(QDialog):
    """Accepted with a sound password in its `fields`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields = SealFields()
        self.cancel_button = make_button("Cancel")
        self.go_button = make_button("Choose where to save…", "save", kind="primary")
        self.go_button.setDefault(True)
        self._build()

    @Slot()
    def accept(self) -> None:
        """Close if the password is sound, or point out what is missing."""
        if self.fields.missing():
            self.fields.point_out()
        else:
            super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():  # as high as its wrapped words are, which it cannot tell before
            self.resize(self.width(), self.heightForWidth(self.width()))
        super().showEvent(event)

    def _build(self) -> None:
        look = current()
        self.setWindowTitle("Protect a PDF with a password")
        self.setMinimumWidth(min(look.px(_WIDTH), self.screen().availableGeometry().width() - 32))
        body = QVBoxLayout()
        body.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        body.setSpacing(look.px(12))
        body.addWidget(make_label("Protect the PDF with a password", "card-title"))
        body.addWidget(make_label("The file then opens with the password alone.", wraps=True))
        body.addWidget(self.fields)
        body.addStretch(1)
        footer = QFrame()
        footer.setProperty("role", "footer")
        bar = QHBoxLayout(footer)
        bar.setContentsMargins(look.px(16), look.px(10), look.px(16), look.px(10))
        bar.setSpacing(look.px(8))
        bar.addStretch(1)
        bar.addWidget(self.cancel_button)
        bar.addWidget(self.go_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(footer)
        self.cancel_button.clicked.connect(self.reject)
        self.go_button.clicked.connect(self.accept)
        self.fields.entered.connect(self.accept)
        self.fields.first_row.focus()
