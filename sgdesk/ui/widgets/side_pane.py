"""A list with a pane beside it; the card there that reads what is chosen, and scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.scroll_frame import ScrollFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

_GAP = 16


def side_by_side(shown: QWidget, pane: QWidget, widths: tuple[int, int]) -> QSplitter:
    """Return a list with its pane beside it; neither can be closed, and the list takes the rest.

    `widths` are in pixels at the designed text size.
    """
    look = current()
    panes = QSplitter(Qt.Orientation.Horizontal)
    panes.setHandleWidth(look.px(_GAP))
    panes.setChildrenCollapsible(False)
    panes.addWidget(shown)
    panes.addWidget(pane)
    panes.setStretchFactor(0, 1)
    panes.setSizes([look.px(width) for width in widths])
    return panes


class SidePane(ScrollFrame):
    """Subclasses fill `body`, from its top each time that something else is chosen."""

    def __init__(self, least_width: int) -> None:
        """Be no narrower than `least_width`, in pixels at the designed text size."""
        super().__init__()
        look = current()
        self.setMinimumWidth(look.px(least_width))
        card = _Card()
        card.setProperty("role", "card")
        self.body = QVBoxLayout(card)
        self.body.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(16))
        self.body.setSpacing(look.px(8))
        self.setWidget(card)

    def add_title(self, words: str, *links: QPushButton | None) -> None:
        """Begin a part under a rule; `links` stand at the right of its title."""
        self.body.addWidget(make_rule())
        line = QHBoxLayout()
        line.addWidget(make_label(words, "strong"), 1)
        for link in links:
            if link is not None:
                line.addWidget(link)
        self.body.addLayout(line)


class _Card(QFrame):
    """Asks for no height of its own: what its lines need at the given width is enough."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)
