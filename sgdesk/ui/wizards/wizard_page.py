"""One step of a wizard: title, second line, help on F1, and a body that scrolls if it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.wizards.notice import Notice
from sgdesk.ui.wizards.scroll_content import ScrollContent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

_TALL = 72
_LABEL = 32


class WizardPage(QScrollArea):
    """Holds widgets and values and knows no service: the wizard moves on and does the work.

    `step` is the short name in the list of steps. Fill `body`; a part that can use spare
    height is added with a stretch.
    """

    changed = Signal()
    """What `missing` or `next_words` answer may be another now."""
    next_asked = Signal()
    """Enter was pressed where it means "go on"."""

    def __init__(self, step: str, title: str, second: str = "", help_text: str = "") -> None:
        super().__init__()
        self.step = step
        self.next_words = "Next"
        self.can_go_back = True
        self.can_cancel = True
        """False on a last page, where Next finishes and there is nothing left to cancel."""
        self.title_label = make_label(title, "page-title", wraps=True)
        self.second_label = make_label(second, "muted", wraps=True)
        self.help_notice = Notice()
        self.notice = Notice()
        self.body = QVBoxLayout()
        self._help_text = help_text
        self._build()

    def missing(self) -> str:
        """Return what still has to be done before going on, as a sentence; "" if nothing."""
        return ""

    def point_out(self) -> None:
        """Show at its place what `missing` says, and move the keyboard there."""
        self.focus_first()

    def focus_first(self) -> None:
        """Move the keyboard to where the step begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[QPushButton]:
        """Return the page's own buttons, shown beside Back and Next while it is on show."""
        return []

    def show_field(self, field: QWidget) -> None:
        """Scroll until a field and the line under it are in view; of a tall one, its top."""
        content = self.widget()
        if content is None or not content.isAncestorOf(field):
            return  # it was taken away meanwhile
        top = field.mapTo(content, QPoint(0, 0)).y()
        height = min(field.height(), current().px(_TALL))
        self.ensureVisible(0, top, 0, current().px(_LABEL))
        self.ensureVisible(0, top + height, 0, current().px(_LABEL))

    def set_second(self, second: str) -> None:
        self.second_label.setText(second)
        self.second_label.setVisible(bool(second))

    def show_help(self, *, is_shown: bool) -> None:
        """Show or hide the help of this step, above its body."""
        if is_shown:
            self.help_notice.show_hint(self._help_text)
            self.verticalScrollBar().setValue(0)
        else:
            self.help_notice.clear()

    def _build(self) -> None:
        look = current()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.title_label.text())
        head = QVBoxLayout()
        head.setSpacing(look.px(4))
        head.addWidget(self.title_label)
        head.addWidget(self.second_label)
        self.body.setSpacing(look.px(16))
        content = ScrollContent()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, look.px(8), look.px(4), look.px(4))
        layout.setSpacing(look.px(16))
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        layout.addLayout(head)
        self.second_label.setVisible(bool(self.second_label.text()))
        layout.addWidget(self.help_notice)
        layout.addWidget(self.notice)
        layout.addLayout(self.body, 1)
        self.setWidget(content)
