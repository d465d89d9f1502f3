"""Today: what needs somebody now, what comes next, and the weeks ahead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sgdesk.domain.standings import Standing
from sgdesk.errors import UserError
from sgdesk.ui.look.current import current
from sgdesk.ui.pages.due_card import DueCard
from sgdesk.ui.pages.palette_field import PaletteField
from sgdesk.ui.pages.room import room_of
from sgdesk.ui.pages.today_choice import TodayChoice
from sgdesk.ui.pages.today_side import TodaySide
from sgdesk.ui.pages.today_words import (
    DUE_TODAY,
    NOW,
    OTHERS,
    OVERDUE,
    SOON,
    day_sentence,
    day_words,
    step_of,
    tile_details,
)
from sgdesk.ui.pages.weeks_card import WeeksCard
from sgdesk.ui.tasks import Job, Reading
from sgdesk.ui.widgets.buttons import make_button
from sgdesk.ui.widgets.messages import MessageLine
from sgdesk.ui.widgets.page_header import PageHeader
from sgdesk.ui.widgets.tile_row import TileRow
from sgdesk.ui.widgets.tiles import Tile

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    from sgdesk.progress import Progress
    from sgdesk.records.deadlines import DeadlineRow
    from sgdesk.records.papers import Paper
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
    working_asked = Signal(object)
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
        self._view: TodayView | None = None
        self._reading = Reading(partial(_look, context), context, self)
        self._build()
        self._connect()
        self.reload()

    @property
    def view(self) -> TodayView | None:
        """The reading of the day on show; None before the first."""
        return self._view

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
        """Ask why the chosen deadline is due when it is; the first one's if none is chosen."""
        self.due_card.explain_chosen()

    @Slot()
    def show_now(self) -> None:
        """Show what is overdue and what is due today, with the keyboard in the list."""
        self.choice.show_group(NOW)
        self.due_card.table.choose_first()
        self.due_card.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def print_list(self) -> None:
        """Offer the day for printing, all of it on one page; nothing before it is read."""
        if self._view is not None:
            job = Job(partial(_sheet, self._context, self._view), self._context)
            job.succeeded.connect(self.report_asked)
            job.failed.connect(self._context.report)
            job.start()

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
        self._view = view
        self.header.set_second(day_sentence(view))
        self.notice_line.show_warning(view.calendar_notice)
        for key, (figure, detail) in tile_details(view).items():
            self.tiles[key].set_figure(figure, detail)
        self.side.show_view(view)
        self.weeks_card.show_view(view)
        self.choice.show_view(view)
        self.counted.emit(
            {
                "cases": view.open_cases,
                "deadlines": view.deadlines,
                "actions": view.overdue_actions,
            }
        )
        self.loaded.emit()

    @Slot(object)
    def _on_record_opened(self, row: DeadlineRow) -> None:
        if row.case_id is None:
            self._explain(row)
        elif step := step_of(row):
            self.step_asked.emit(row.case_id, step)
        else:
            self.case_asked.emit(row.case_id)

    @Slot(object)
    def _explain(self, row: DeadlineRow) -> None:
        """Ask why a date is what it is; several actions or returns stand in their case."""
        if row.entry_id is not None:
            self._explain_entry(row)
        elif step := step_of(row):
            self.step_asked.emit(row.case_id, step)
        else:
            self.deadline_asked.emit(row.case_id, row.code)

    def _explain_entry(self, row: DeadlineRow) -> None:
        from sgdesk.services.due_workings import explain_due  # noqa: PLC0415 - when asked for

        context = self._context
        try:
            self.working_asked.emit(explain_due(context.register, row, today=context.today()))
        except UserError as error:
            context.report(error)

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
        self.due_card.link_button.clicked.connect(self.print_list)
        self.due_card.record_opened.connect(self._on_record_opened)
        self.due_card.record_asked.connect(self._explain)
        self.due_card.first_case_asked.connect(self.new_case_asked)
        self.due_card.import_asked.connect(self.import_asked)
        self.side.step_asked.connect(self.step_asked)
        self.side.case_asked.connect(self.case_asked)
        self.side.deadline_asked.connect(self.deadline_asked)
        self.side.group_asked.connect(self.choice.show_group)
        self.side.page_asked.connect(self.page_asked)

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
        self.notice_line = MessageLine()
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
        self.choice = TodayChoice(self._context, self.tiles, self.due_card, self.weeks_card, self)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(look.px(16))
        self._middle.addWidget(self.due_card, 1)
        self._middle.addWidget(self.side)
        self._stand_below(is_narrow=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(16))
        layout.setSpacing(look.px(16))
        layout.addWidget(self.header)
        layout.addWidget(self.notice_line)
        layout.addWidget(TileRow(tuple(self.tiles.values())))
        layout.addLayout(self._middle, 1)
        layout.addWidget(self.weeks_card)


def _look(context: AppContext) -> TodayView:
    from sgdesk.services.today import look_at_today  # noqa: PLC0415 - after the first frame

    return look_at_today(context.register, today=context.today())


def _sheet(context: AppContext, view: TodayView, _progress: Progress) -> Paper:
    """Return the day on one page; to make it fit takes longer than a blink."""
    from sgdesk.services.today_papers import today_sheet  # noqa: PLC0415 - not for the start

    return today_sheet(context.register, view, today=view.today)
