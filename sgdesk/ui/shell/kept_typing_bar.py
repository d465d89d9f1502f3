"""A line above the page that offers what was typed and not saved before, until it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from sgdesk.domain.dates import day_and_month
from sgdesk.ui.shell.page_bar import TEXT_LEFT, PageBar
from sgdesk.ui.shell.status_line import local_time
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.question_line import QuestionLine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sgdesk.records.kept_typing import KeptForm

_LONGEST = 60
"""More characters of whose form it is are cut off."""


class KeptTypingBar(PageBar):
    """Hidden while nothing is kept."""

    continue_asked = Signal()
    read_asked = Signal()
    discard_confirmed = Signal()

    def __init__(self) -> None:
        super().__init__("tint", "history", "ink")
        self.continue_button = make_button("Continue", "pencil")
        self.read_button = make_button("Read and copy…", "copy")
        self.discard_button = make_button("Discard…")
        self.question = QuestionLine("Discard", "Keep it")
        self.continue_button.clicked.connect(self.continue_asked)
        self.read_button.clicked.connect(self.read_asked)
        self.discard_button.clicked.connect(self._on_discard_clicked)
        self.question.confirmed.connect(self.discard_confirmed)
        self.question.no_button.clicked.connect(self._on_kept)
        self._count = 0
        self.add_buttons(self.continue_button, self.read_button, self.discard_button)
        self.question.set_sides(TEXT_LEFT, 0)
        self.below.addWidget(self.question)

    def offer(self, forms: Sequence[KeptForm], now: datetime) -> None:
        """Offer `forms`, the latest first; for none the bar goes."""
        self._stop_asking()
        self._count = len(forms)
        if not forms:
            self.hide()
            return
        words = offer_words(forms, now)
        for button in (self.continue_button, self.read_button, self.discard_button):
            button.setAccessibleDescription(words)
        self.tell(words)

    @Slot()
    def _on_discard_clicked(self) -> None:
        what = "it" if self._count == 1 else f"all {self._count} forms"
        self.buttons.hide()
        self.question.ask(f"Discard {what}? What you typed is gone then.", None)

    @Slot()
    def _on_kept(self) -> None:
        self._stop_asking()
        self.discard_button.setFocus()

    def _stop_asking(self) -> None:
        self.question.hide()
        self.buttons.show()


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
