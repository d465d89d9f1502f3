"""Since you last opened: what was saved, which due dates moved, and what became overdue."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.dates import long_date
from sgdesk.records.shares import shown_of
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.today_words import BECAME_OVERDUE, moved_words
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.icon_label import IconLabel
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from datetime import datetime

    from sgdesk.records.moved_dates import MovedDate
    from sgdesk.records.today import TodayView

_MOST_CHANGES, _MOST_MOVED = 5, 3
_TOLD_APART = "Due date moved"
"""What history calls the records that `TodayView.moved` tells of by themselves."""


class SinceCard(Card):
    """What only dates have done is told before what people have saved."""

    deadline_asked = Signal(object, str)
    group_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Since you last opened")
        self.body.addStretch(1)

    def show_view(self, view: TodayView) -> None:
        """Fill the card anew."""
        clear(self.body)
        before = view.opened_before
        self.body.addWidget(make_label(_opened_words(before), "second", wraps=True))
        if view.became_overdue:
            self.body.addLayout(self._overdue_line(view.became_overdue))
        shown = shown_of(len(view.moved), _MOST_MOVED)
        for moved in view.moved[:shown]:
            self.body.addLayout(self._moved_line(moved))
        if (more := len(view.moved) - shown) > 0:
            said = _said(f"{more} more due dates were moved")
            second = "The history of each case tells which"
            self.body.addLayout(_line("calendar-clock", said, second))
        changes = Counter((one.what, one.actor) for one in view.since if one.record != _TOLD_APART)
        for (what, actor), count in changes.most_common(_MOST_CHANGES):
            times = f"{count} times, " if count > 1 else ""
            self.body.addLayout(_line("history", _said(what), f"{times}by {actor}"))
        is_quiet = not (view.since or view.moved or view.became_overdue)
        if before is not None and is_quiet:
            self.body.addWidget(make_label("Nothing has changed.", "muted"))
        self.body.addStretch(1)

    def _overdue_line(self, number: int) -> QHBoxLayout:
        noun = "date has" if number == 1 else "dates have"
        link = make_link(f"{number} {noun} become overdue")
        link.clicked.connect(lambda: self.group_asked.emit(BECAME_OVERDUE))
        return _line("calendar-clock", link, "Dates alone; no record changed")

    def _moved_line(self, moved: MovedDate) -> QHBoxLayout:
        link = make_link(f"{moved.reference}: due date moved")
        words = moved_words(moved)
        link.setToolTip(moved.cause)
        link.setAccessibleName(f"{moved.reference}: due date moved. {words}. {moved.cause}")
        link.clicked.connect(partial(self.deadline_asked.emit, moved.case_id, moved.code))
        return _line("calendar-clock", link, words)


def _opened_words(before: datetime | None) -> str:
    if before is None:
        return "This is the first time."
    local = before.astimezone()
    return f"{long_date(local.date())}, {local:%H:%M}"


def _said(words: str) -> QWidget:
    return make_label(words, wraps=True)


def _line(icon_name: str, first: QWidget, second: str) -> QHBoxLayout:
    look = current()
    is_link = first.property("kind") == "link"
    text = QVBoxLayout()
    text.setSpacing(0)
    text.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft if is_link else Qt.AlignmentFlag(0))
    below = QVBoxLayout()
    below.addWidget(make_label(second, "second", wraps=True))
    text.addLayout(below)
    line = QHBoxLayout()
    line.setSpacing(look.px(10))
    line.addWidget(IconLabel(icon_name, "accent"), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(text, 1)
    return line
