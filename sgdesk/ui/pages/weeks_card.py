"""The coming six weeks: a strip of days, or one sentence where the window is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sgdesk.ui.look.current import current
from sgdesk.ui.widgets.buttons import make_link, set_icon
from sgdesk.ui.widgets.labels import make_label
from sgdesk.ui.widgets.six_weeks import SixWeeks
from sgdesk.ui.widgets.week_boxes import WeightLegend, weeks_in_words

if TYPE_CHECKING:
    from datetime import date

    from sgdesk.records.today import TodayView

_TITLE = "Coming six weeks"


class WeeksCard(QFrame):
    """Its title folds and unfolds the strip. Screen readers get the sentence either way."""

    day_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_folded = False
        self._is_low = False
        self._is_narrow = False
        self._build()

    def show_view(self, view: TodayView) -> None:
        """Show the load of each day."""
        from sgdesk.ui.models.week_loads import week_days  # noqa: PLC0415 - after the first frame

        days = week_days(view.weeks)
        self.weeks.set_days(days, view.today)
        self.sentence_label.setText(weeks_in_words(days))
        self.setAccessibleDescription(weeks_in_words(days))

    def set_chosen(self, day: date | None) -> None:
        """Frame the day whose deadlines the list shows; None frames none."""
        self.weeks.set_chosen(day)

    def set_folded(self, *, is_folded: bool) -> None:
        """Fold to the sentence, or show the strip."""
        self._is_folded = is_folded
        self.weeks.setVisible(not is_folded)
        self._show_legend()
        self.sentence_label.setVisible(is_folded)
        set_icon(self.title_button, "chevron-right" if is_folded else "chevron-down")

    def make_room(self, *, is_low: bool, is_narrow: bool) -> None:
        """Fold when the window becomes low and unfold when it no longer is; else leave it.

        In a narrow window the legend gives way.
        """
        self._is_narrow = is_narrow
        self._show_legend()
        if is_low != self._is_low:
            self._is_low = is_low
            self.set_folded(is_folded=is_low)

    @Slot()
    def _on_title_clicked(self) -> None:
        self.set_folded(is_folded=not self._is_folded)

    def _show_legend(self) -> None:
        self.legend.setVisible(not self._is_folded and not self._is_narrow)

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "card")
        self.setAccessibleName(_TITLE)
        self.title_button = make_link(_TITLE)
        self.title_button.clicked.connect(self._on_title_clicked)
        self.sentence_label = make_label("", "second", wraps=True)
        self.legend = WeightLegend()
        self.weeks = SixWeeks()
        self.weeks.day_chosen.connect(self.day_chosen)
        head = QHBoxLayout()
        head.setSpacing(look.px(12))
        head.addWidget(self.title_button)
        head.addWidget(self.sentence_label, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(0)
        head.addWidget(self.legend)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(12), look.px(8), look.px(16), look.px(8))
        layout.setSpacing(look.px(4))
        layout.addLayout(head)
        layout.addWidget(self.weeks)
        self.set_folded(is_folded=False)
