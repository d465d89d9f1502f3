"""Which part of the day the list of Today shows: what presses, one group, or one day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sgdesk.ui.pages.today_words import due_day
from sgdesk.ui.tasks import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.today import TodayView
    from sgdesk.ui.context import AppContext
    from sgdesk.ui.pages.due_card import DueCard
    from sgdesk.ui.pages.weeks_card import WeeksCard
    from sgdesk.ui.widgets.tiles import Tile


class TodayChoice(QObject):
    """A tile or a day of the strip that is pressed again shows everything that presses."""

    day_shown = Signal()
    """The deadlines of a day of the strip are on show."""

    def __init__(
        self,
        context: AppContext,
        tiles: Mapping[str, Tile],
        due_card: DueCard,
        weeks_card: WeeksCard,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._tiles = tiles
        self._due_card = due_card
        self._weeks_card = weeks_card
        self._view: TodayView | None = None
        self._day: date | None = None
        self._reading = Reading(self._look_at_day, context, self)
        self._reading.arrived.connect(self._on_day_arrived)
        self._reading.failed.connect(context.report)
        for key, tile in tiles.items():
            tile.clicked.connect(partial(self._on_tile_clicked, key))
        due_card.everything_asked.connect(lambda: self.show_group(""))
        weeks_card.day_chosen.connect(self._on_day_chosen)

    def show_view(self, view: TodayView) -> None:
        """Show another reading of the day; what is chosen stays chosen while it is there."""
        self._view = view
        if self._day is not None and self._day not in {load.day for load in view.weeks}:
            self.show_group("")
        self._due_card.show_view(view)
        if self._day is not None:
            self._reading.start()

    @Slot(str)
    def show_group(self, key: str) -> None:
        """Show one group of the day, or all that press for ""."""
        for other, tile in self._tiles.items():
            tile.setChecked(other == key)
        self._day = None
        self._weeks_card.set_chosen(None)
        self._due_card.set_key(key)

    def _on_tile_clicked(self, key: str) -> None:
        self.show_group(key if self._tiles[key].isChecked() else "")

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        if day == self._day:
            self.show_group("")
            return
        for tile in self._tiles.values():
            tile.setChecked(False)
        self._day = day
        self._weeks_card.set_chosen(day)
        self._reading.start()

    def _look_at_day(self) -> tuple[date | None, tuple[DeadlineRow, ...]]:
        """Return the day that is chosen as this is asked, and what falls due on it."""
        from sgdesk.services.coming_weeks import list_day  # noqa: PLC0415 - after the first frame

        day, context = self._day, self._context
        if day is None:
            return None, ()
        return day, list_day(context.register, day, today=context.today())

    @Slot(object)
    def _on_day_arrived(self, answer: tuple[date | None, tuple[DeadlineRow, ...]]) -> None:
        day, rows = answer
        if day is not None and day == self._day and self._view is not None:
            self._due_card.show_day(due_day(self._view, day, rows))
            self.day_shown.emit()
