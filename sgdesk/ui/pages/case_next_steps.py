"""What must happen next with a case, and why: up to three steps, each with its button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_button, make_why_link
from sgdesk.ui.widgets.labels import make_label, make_rule
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.cases import NextStep

TITLE = "What must happen next, and why"


class NextStepsCard(QFrame):
    """The first step stands on top. Where nothing is due, it says so and has no button."""

    asked = Signal(str)
    """The dialog that does a step."""
    why_asked = Signal(str)
    """The rule that asks for a step."""

    def __init__(self) -> None:
        super().__init__()
        look = current()
        self.setProperty("role", "accent-card")
        self.setAccessibleName(TITLE)
        self.buttons: list[QPushButton] = []
        """Those of the steps on show, in their order."""
        self._steps = QVBoxLayout()
        self._steps.setSpacing(look.px(8))
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        box.setSpacing(look.px(8))
        box.addWidget(make_label(TITLE, "card-title"))
        box.addLayout(self._steps)

    def show_steps(self, steps: Sequence[NextStep], idle: NextStep) -> None:
        """Show `steps`, or the words of `idle` where there are none; the keyboard stays."""
        holder = self.window().focusWidget()
        focused = next((at for at, one in enumerate(self.buttons) if one is holder), None)
        clear(self._steps)
        self.buttons = []
        for number, step in enumerate(steps or (idle,), start=1):
            if number > 1:
                self._steps.addWidget(make_rule())
            self._steps.addLayout(self._line(step, str(number) if len(steps) > 1 else ""))
        if focused is not None and self.buttons:
            button = self.buttons[min(focused, len(self.buttons) - 1)]
            button.show()  # one that is not shown yet takes no focus
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, step: NextStep, number: str) -> QHBoxLayout:
        look = current()
        words = QVBoxLayout()
        words.setSpacing(look.px(1))
        words.addWidget(make_label(step.words, "strong", wraps=True))
        for why in filter(None, (step.reason, step.rule)):
            words.addWidget(make_label(why, "second", wraps=True))
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        if number:
            line.addWidget(make_label(number, "strong"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addLayout(self._ways(step))
        return line

    def _ways(self, step: NextStep) -> QVBoxLayout:
        """Return the button that does the step, and below it the link to its date's working."""
        ways = QVBoxLayout()
        ways.setSpacing(current().px(2))
        ways.addStretch(1)
        if step.dialog:
            ways.addWidget(self._button(step))
        if step.code:
            link = make_why_link(step.words)
            link.clicked.connect(partial(self.why_asked.emit, step.code))
            ways.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        ways.addStretch(1)
        return ways

    def _button(self, step: NextStep) -> QPushButton:
        button = make_button(step.button, "arrow-right")
        button.setAccessibleName(f"{step.words}: {step.button}")
        button.setAccessibleDescription(f"{step.reason} {step.rule}".strip())
        button.clicked.connect(partial(self.asked.emit, step.dialog))
        self.buttons.append(button)
        return button
