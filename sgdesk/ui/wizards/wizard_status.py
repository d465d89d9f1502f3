"""The line at the bottom of a wizard's page: what is missing, or how far the work is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label


class WizardStatus(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = IconLabel("info", "muted")
        self.label = make_label("", "second", wraps=True)
        self.count_label = make_label("", "second")
        self.progress_bar = QProgressBar()
        self._build()
        self.show_missing("")

    def show_missing(self, sentence: str) -> None:
        """Say why Next is off, or nothing."""
        self._mark.setVisible(bool(sentence))
        self.label.setText(sentence)
        self.count_label.clear()
        self.progress_bar.hide()
        self.setVisible(bool(sentence))

    def show_work(self, label: str, done: int = 0, total: int = 0) -> None:
        """Show what is being done; without a `total`, in words alone."""
        self.show()
        self._mark.hide()
        self.label.setText(label)
        self.count_label.setText(f"{done} of {total}" if total else "")
        self.progress_bar.setVisible(bool(total))
        self.progress_bar.setRange(0, max(1, total))
        self.progress_bar.setValue(done)

    def _build(self) -> None:
        look = current()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName("Progress")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, look.px(8), 0, look.px(12))
        layout.setSpacing(look.px(6))
        words = QHBoxLayout()
        words.setSpacing(look.px(8))
        words.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self.label, 1)
        words.addWidget(self.count_label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words)
        layout.addWidget(self.progress_bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
