"""Today: what needs somebody now, what comes next, and the weeks ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.standings import Standing
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.due_card import DueCard
from sgdesk.ui.pages.palette_field import PaletteField
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.pages.today_side import TodaySide
from sgdesk.ui.pages.today_words import (
    DUE_TODAY,
    OTHERS,
    OVERDUE,
    SOON,
    day_sentence,
    day_words,
    tile_details,
)
from sgdesk.ui.pages.weeks_card import WeeksCard
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.tile_row import TileRow
from sgdesk.ui.widgets.tiles import Tile

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.today import TodayView
    from sgdesk.ui.context import AppContext

_WIDE, _HIGH = 1180, 700
"""Below this size, in pixels at the designed text size, the page is compact."""
_NARROW = 920
"""Below this width the side stands under the list, and the menu alone opens the palette."""
_SIDE = 312
_NO_LIMIT = 16_777_215
_LEAST_LIST = 240
"""Height of the list where the page has to scroll as a whole."""


class TodayPage(QWidget):
    case_asked = Signal(object)
    deadline_asked = Signal(object, str)
    step_asked = Signal(object, str)
    new_case_asked = Signal()
    import_asked = Signal()
    report_asked = Signal(object)
    palette_asked = Signal(str)
    page_asked = Signal(str)
    counted = Signal(object)
    """How many open cases, pressing deadlines and overdue actions there are, by their page."""
    loaded = Signal()
    """A reading of the day is on show."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading = Reading(partial(_look, context), context, self)
        self._build()
        self._connect()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the day again in the background; what is chosen stays chosen."""
        self._reading.start()

    def panes(self) -> list[QWidget]:
        """Return the parts of the page, in the order in which F6 goes through them."""
        return [self.due_card.table, self.side, self.header]

    def open_chosen(self) -> None:
        """Open the case of the chosen deadline."""
        row = self.due_card.table.chosen_record()
        if row is not None:
            self._on_record_opened(row)

    def explain_chosen(self) -> None:
        """Ask why the chosen deadline is due when it is."""
        row = self.due_card.table.chosen_record()
        if row is not None:
            self._explain(row)

    @Slot()
    def print_list(self) -> None:
        """Offer the list as it is on show for printing."""
        from sgdesk.services.deadlines import deadline_report  # noqa: PLC0415 - not for the start

        context, rows = self._context, self.due_card.rows()
        title = self.due_card.title_label.text()
        report = deadline_report(context.register, rows, today=context.today(), title=title)
        self.report_asked.emit(report)

    def fit(self, room: QSize) -> None:
        """Arrange the parts for a window that shows `room` of the page at once."""
        look = current()
        is_low = room.height() < look.px(_HIGH)
        is_narrow = room.width() < look.px(_NARROW)
        self.due_card.set_compact(is_compact=is_low or room.width() < look.px(_WIDE))
        self.weeks_card.make_room(is_low=is_low, is_narrow=is_narrow)
        self._stand_below(is_narrow=is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(room_of(self))

    @Slot(object)
    def _on_arrived(self, view: TodayView) -> None:
        self.header.set_second(day_sentence(view))
        for key, (figure, detail) in tile_details(view).items():
            self.tiles[key].set_figure(figure, detail)
        self.due_card.show_view(view)
        self.side.show_view(view)
        self.weeks_card.show_view(view)
        self.counted.emit(
            {
                "cases": view.open_cases,
                "deadlines": view.deadlines,
                "actions": view.overdue_actions,
            }
        )
        self.loaded.emit()

    def _on_tile_clicked(self, key: str) -> None:
        """Show the group of the tile; the tile that is lit already shows everything again."""
        for other, tile in self.tiles.items():
            tile.setChecked(other == key and tile.isChecked())
        self.due_card.set_key(key if key and self.tiles[key].isChecked() else "")

    @Slot(object)
    def _on_record_opened(self, row: DeadlineRow) -> None:
        if row.case_id is None or _is_of_actions(row):
            self._explain(row)
        else:
            self.case_asked.emit(row.case_id)

    @Slot(object)
    def _explain(self, row: DeadlineRow) -> None:
        """Ask why a date is what it is; actions explain themselves in the chain of their case."""
        if _is_of_actions(row):
            self.step_asked.emit(row.case_id, "learning")
        else:
            self.deadline_asked.emit(row.case_id, row.code)

    def _stand_below(self, *, is_narrow: bool) -> None:
        """Put the side below the list where both do not fit beside each other."""
        look, way = current(), QBoxLayout.Direction
        self._middle.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        self.side.setMinimumWidth(0 if is_narrow else look.px(_SIDE))
        self.side.setMaximumWidth(_NO_LIMIT if is_narrow else look.px(_SIDE))
        self.side.setMinimumHeight(look.px(_LEAST_LIST) if is_narrow else 0)
        self.palette_field.setVisible(not is_narrow)

    def _connect(self) -> None:
        self._context.changed.connect(self.reload)
        self._reading.arrived.connect(self._on_arrived)
        self._reading.failed.connect(self._context.report)
        self.palette_field.palette_asked.connect(self.palette_asked)
        self.new_case_button.clicked.connect(self.new_case_asked)
        for key, tile in self.tiles.items():
            tile.clicked.connect(partial(self._on_tile_clicked, key))
        self.due_card.link_button.clicked.connect(self.print_list)
        self.due_card.record_opened.connect(self._on_record_opened)
        self.due_card.record_asked.connect(self._explain)
        self.due_card.first_case_asked.connect(self.new_case_asked)
        self.due_card.import_asked.connect(self.import_asked)
        self.due_card.everything_asked.connect(lambda: self._on_tile_clicked(""))
        self.side.step_asked.connect(self.step_asked)
        self.side.case_asked.connect(self.case_asked)
        self.weeks_card.day_chosen.connect(lambda _day: self.page_asked.emit("deadlines"))

    def _build(self) -> None:
        look = current()
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Today")
        self.header = PageHeader("Today", day_words(self._context.today()))
        self.palette_field = PaletteField()
        self.new_case_button = make_button("New case", "plus", kind="primary")
        self.header.add_widget(self.palette_field)
        self.header.add_widget(self.new_case_button)
        self.tiles = {
            OVERDUE: Tile("Overdue", standing=Standing.OVERDUE),
            DUE_TODAY: Tile("Due today", standing=Standing.DUE_TODAY),
            SOON: Tile("Next 5 working days", standing=Standing.DUE_SOON),
            OTHERS: Tile("Waiting on others", icon="hourglass"),
        }
        self.due_card = DueCard(self._context.today)
        self.due_card.setMinimumHeight(look.px(_LEAST_LIST))
        self.side = TodaySide()
        self.weeks_card = WeeksCard()
        self._middle = QHBoxLayout()
        self._middle.setSpacing(look.px(16))
        self._middle.addWidget(self.due_card, 1)
        self._middle.addWidget(self.side)
        self._stand_below(is_narrow=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(16))
        layout.addWidget(self.header)
        layout.addWidget(TileRow(tuple(self.tiles.values())))
        layout.addLayout(self._middle, 1)
        layout.addWidget(self.weeks_card)


def _is_of_actions(row: DeadlineRow) -> bool:
    from sgdesk.domain.rules import Phase  # noqa: PLC0415 - loaded where the day is read

    return row.phase is Phase.ACTION


def _look(context: AppContext) -> TodayView:
    from sgdesk.services.today import look_at_today  # noqa: PLC0415 - after the first frame

    return look_at_today(context.register, today=context.today())
