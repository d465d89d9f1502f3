"""A line above the page that offers what was typed and not saved before, until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.dates import day_and_month
from sgdesk.ui.dialogs.side_by_side import SideBySide
from sgdesk.ui.look.current import current
from sgdesk.ui.shell.status_line import local_time
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.question_line import QuestionLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sgdesk.records.kept_typing import KeptForm

_LEAST_WORDS, _LEAST_BUTTONS = 400, 390
"""Widths in pixels at the designed text size, below which the buttons stand under the words."""
_LONGEST = 60
"""More characters of whose form it is are cut off."""


class KeptTypingBar(QFrame):
    """Hidden while nothing is kept. It takes no keyboard from anybody; Tab leads to it."""

    continue_asked = Signal()
    read_asked = Signal()
    discard_confirmed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "tint")
        self.sentence_label = make_label("", "strong", wraps=True)
        self.continue_button = make_button("Continue", "pencil", kind="primary")
        self.read_button = make_button("Read and copy…", "copy")
        self.discard_button = make_button("Discard…")
        self.question = QuestionLine("Discard", "Keep it")
        self.continue_button.clicked.connect(self.continue_asked)
        self.read_button.clicked.connect(self.read_asked)
        self.discard_button.clicked.connect(self._on_discard_clicked)
        self.question.confirmed.connect(self.discard_confirmed)
        self.question.no_button.clicked.connect(self._stop_asking)
        self._count = 0
        self._build()
        self.hide()

    def offer(self, forms: Sequence[KeptForm], now: datetime) -> None:
        """Offer `forms`, the latest first; for none the bar goes."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415 - slow to load

        self._stop_asking()
        self._count = len(forms)
        self.setVisible(bool(forms))
        if not forms:
            return
        words = offer_words(forms, now)
        self.sentence_label.setText(words)
        self.setAccessibleName(words)
        for button in (self.continue_button, self.read_button, self.discard_button):
            button.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _on_discard_clicked(self) -> None:
        what = "it" if self._count == 1 else f"all {self._count} forms"
        self._buttons.hide()
        self.question.ask(f"Discard {what}? What you typed is gone then.", None)

    @Slot()
    def _stop_asking(self) -> None:
        self.question.hide()
        self._buttons.show()

    def _build(self) -> None:
        look = current()
        words, self._buttons = QWidget(), QWidget()
        said = QHBoxLayout(words)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(look.px(8))
        said.addWidget(IconLabel("history", "ink"), 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        for button in (self.continue_button, self.read_button, self.discard_button):
            row.addWidget(button)
        row.addStretch(1)
        line = SideBySide(gap=8, is_even=True)
        line.add(words, stretch=1, least=_LEAST_WORDS)
        line.add(self._buttons, stretch=0, least=_LEAST_BUTTONS)
        box = QVBoxLayout(self)
        box.setContentsMargins(look.px(16), look.px(6), look.px(16), look.px(6))
        box.setSpacing(look.px(4))
        box.addWidget(line)
        box.addWidget(self.question)


def offer_words(forms: Sequence[KeptForm], now: datetime) -> str:
    """Return what is offered: when it was typed, and which form or how many."""
    latest = forms[0]
    about = (
        latest.about if len(latest.about) <= _LONGEST else f"{latest.about[:_LONGEST].rstrip()}…"
    )
    what = f"“{latest.title}”, {about}" if about else f"“{latest.title}”"
    count = f"{len(forms)} forms, the last of them {what}" if len(forms) > 1 else what
    return f"What you were typing {moment_words(latest.at, now)} was kept: {count}."


def moment_words(moment: datetime, now: datetime) -> str:
    """Return a UTC moment as "at 14:31", in the local time of this computer; other days named."""
    day = moment.astimezone().date()
    if day == now.astimezone().date():
        return f"at {local_time(moment)}"
    return f"on {day_and_month(day)} at {local_time(moment)}"
