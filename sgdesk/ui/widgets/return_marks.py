"""How a request to an agency stands, as a label; and what the marks mean, as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sgdesk.domain.agency_requests import STATE_WORDS, ReturnState
from sgdesk.ui.look.current import current
from sgdesk.ui.look.return_marks import paint_return_state, return_state_size
from sgdesk.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

LEGEND = (
    ReturnState.RECEIVED,
    ReturnState.RECEIVED_LATE,
    ReturnState.NIL,
    ReturnState.ACKNOWLEDGED,
    ReturnState.PROMISED,
    ReturnState.ASKED,
    ReturnState.QUERIED,
    ReturnState.OVERDUE,
    ReturnState.OWN_DATE,
)
"""The states in the order in which the legend explains them."""


class ReturnStateLabel(QLabel):
    """Mark and words. Empty without a state; never elides: it is as wide as its words."""

    def __init__(self, state: ReturnState | None = None, words: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state = state
        self.set_state(state, words)

    def set_state(self, state: ReturnState | None, words: str = "") -> None:
        """Show another state, in its own words where none are given, or nothing for None."""
        self._state = state
        self.setText(words or (STATE_WORDS[state] if state is not None else ""))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._state is None:
            return QSize(0, 0)
        return return_state_size(self._state, self.text(), current())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._state is not None:
            paint_return_state(QPainter(self), self._state, self.text(), self.rect(), current())


class ReturnLegend(QWidget):
    """What each mark means, in as many lines as the width needs."""

    def __init__(self, states: Iterable[ReturnState] = LEGEND) -> None:
        super().__init__()
        self.setAccessibleName("What the marks mean")
        look = current()
        box = FlowLayout(self, spacing=look.px(16))
        self._labels = {state: ReturnStateLabel(state) for state in states}
        for label in self._labels.values():
            box.addWidget(label)

    def show_states(self, states: Collection[ReturnState]) -> None:
        """Explain only `states`, those that are on show; others would be in the way."""
        for state, label in self._labels.items():
            label.setVisible(state in states)
        self.updateGeometry()
