"""The line at the foot of the window: what is saved, how days are counted, who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QWidget

from sgdesk.domain.counting import COUNTING_WORDS
from sgdesk.domain.dates import day_and_month
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.eliding_label import ElidingLabel
from sgdesk.ui.widgets.icon_label import IconLabel

if TYPE_CHECKING:
    from datetime import datetime

    from sgdesk.services.register import Register

PRACTICE_WORDS = "Practice only, not kept"


class StatusLine(QStatusBar):
    moved_asked = Signal()
    """Show the due dates that the last save moved."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.saved_label = ElidingLabel()
        self.counting_label = ElidingLabel()
        self.who_label = ElidingLabel()
        self.moved_button = make_link("", "calendar-clock")
        self.moved_button.setToolTip("Show which, and what they were before")
        self.moved_button.clicked.connect(self.moved_asked)
        self.addWidget(_beside("check", "met", self.saved_label), 1)
        self.addWidget(self.moved_button)
        self.addPermanentWidget(self.counting_label, 2)
        self.addPermanentWidget(_beside("user", "muted", self.who_label))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.counting_label.setAlignment(right)

    def show_register(self, register: Register, what: str = "") -> None:
        """Show how `register` stands; `what` says what the last save did."""
        profile = register.profile
        self.saved_label.setText(saved_words(register, what))
        moved = register.recalculation.done_words if what else ""
        self.moved_button.setText(f"{moved}: show" if moved else "")
        self.moved_button.setVisible(bool(moved))
        self.counting_label.setText(
            f"Working days: England and Wales, {COUNTING_WORDS[profile.counting]}"
        )
        self.who_label.setText(profile.officer or "Officer")


def saved_words(register: Register, what: str = "") -> str:
    """Return "Saved 14:32 · Rapid Review saved", in the local time of this computer.

    The day is named where it was not today: a program is left open overnight.
    """
    if register.is_practice:
        words = PRACTICE_WORDS
    elif register.saved_at is None:
        words = "Nothing changed since opening"
    else:
        words = f"Saved {_when(register.saved_at, register.now())}"
    return f"{words} · {what}" if what else words


def local_time(moment: datetime) -> str:
    """Return a UTC moment as the time of day on this computer, such as "14:32"."""
    return f"{moment.astimezone():%H:%M}"


def _when(moment: datetime, now: datetime) -> str:
    day = moment.astimezone().date()
    is_today = day == now.astimezone().date()
    return local_time(moment) if is_today else f"{day_and_month(day)}, {local_time(moment)}"


def _beside(icon_name: str, role: str, label: ElidingLabel) -> QWidget:
    look = current()
    pair = QWidget()
    layout = QHBoxLayout(pair)
    layout.setContentsMargins(look.px(12), 0, look.px(12), 0)
    layout.setSpacing(look.px(6))
    layout.addWidget(IconLabel(icon_name, role))
    layout.addWidget(label, 1)
    return pair
