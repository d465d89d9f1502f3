"""The public list on Today: which reviews have left it and are not archived, which leave soon."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from sgdesk.domain.dates import long_date
from sgdesk.records.shares import shown_of
from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link
from sgdesk.ui.widgets.cards import Card
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.layouts import clear

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sgdesk.records.today import ListedReview, TodayView

_MOST = 3
"""Reviews named of each kind; the page of publications has all of them."""


class ListWindowCard(Card):
    """Hidden while no review of the register is near the end of its time on the list."""

    case_asked = Signal(object)
    page_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("The public list", link="Publications")
        self.link_button.setAccessibleName("The public list: all publications")
        self.link_button.clicked.connect(lambda: self.page_asked.emit("publications"))

    def show_view(self, view: TodayView) -> None:
        """Fill the card anew."""
        clear(self.body)
        left = [one for one in view.list_window if one.has_left]
        leaving = [one for one in view.list_window if not one.has_left]
        self.setVisible(bool(view.list_window))
        if left:
            self._add(f"{_reviews(len(left))} to be archived", left, "Left the list {}")
        if leaving:
            noun = "leaves" if len(leaving) == 1 else "leave"
            words = f"{_reviews(len(leaving))} {noun} in the next 3 months"
            self._add(words, leaving, "Leaves {}")

    def _add(self, words: str, reviews: Sequence[ListedReview], second: str) -> None:
        self.body.addWidget(make_label(words, "strong", wraps=True))
        shown = shown_of(len(reviews), _MOST)
        for review in reviews[:shown]:
            self.body.addLayout(self._line(review, second.format(long_date(review.leaves_on))))
        if (more := len(reviews) - shown) > 0:
            self.body.addWidget(make_label(f"and {more} more", "second"))

    def _line(self, review: ListedReview, second: str) -> QVBoxLayout:
        link = make_link(review.reference)
        link.setToolTip(review.title)
        link.setAccessibleName(f"{review.reference}, {review.title}. {second}")
        link.clicked.connect(partial(self.case_asked.emit, review.case_id))
        words = make_label(second, "second", wraps=True)
        words.setContentsMargins(current().px(4), 0, 0, 0)
        line = QVBoxLayout()
        line.setSpacing(0)
        line.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(words)
        return line


def _reviews(number: int) -> str:
    return "1 review" if number == 1 else f"{number} reviews"
