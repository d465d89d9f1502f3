"""Makes the agenda of a meeting: the day, the cases and their order; says how long it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout

from sgdesk.domain.dates import long_date
from sgdesk.services.agenda import offer_agenda
from sgdesk.services.agenda_papers import agenda_paper
from sgdesk.ui.dialogs.agenda_cases import AgendaCases
from sgdesk.ui.dialogs.date_fields import make_date_field
from sgdesk.ui.dialogs.paper_dialog import PaperDialog
from sgdesk.ui.look.current import current
from sgdesk.ui.printing.paper_painter import PaperPainter
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.printing.sheet_sizes import A4_PORTRAIT
from sgdesk.ui.tasks import Reading

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from sgdesk.records.agenda import AgendaOffer, MeetingDay
    from sgdesk.records.papers import Paper
    from sgdesk.ui.context import AppContext

_TITLE = "Agenda for a meeting"
_ABOUT = "Tick the cases that are spoken of, and put them in order."
_OTHER_DAY = "Another day"


class AgendaDialog(PaperDialog):
    """Reads in the background; the paper is made anew after each choice."""

    DESIGNED_WIDTH, DESIGNED_HEIGHT = 760, 660

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, _TITLE, _ABOUT, parent)
        self._context = context
        self._day: date | None = None
        self._wanted: date | None = None
        self._ids: tuple[UUID, ...] = ()
        self.paper: Paper | None = None
        """The agenda as it is chosen; None while it is read, and where nothing is ticked."""
        self.offering = Reading(self._read_offer, context, self)
        self.making = Reading(self._read_paper, context, self)
        self._build()
        self._connect()
        self.offering.start()

    @Slot()
    def print_agenda(self) -> None:
        """Show the agenda as it will be printed, with the ways to paper and to a PDF."""
        if self.paper is not None:
            print_paper(self._context, self.paper, self)

    def _read_offer(self) -> AgendaOffer:
        return offer_agenda(self._context.register, self._wanted, today=self._context.today())

    def _read_paper(self) -> Paper | None:
        if self._day is None or not self._ids:
            return None
        context = self._context
        return agenda_paper(context.register, self._ids, self._day, today=context.today())

    @Slot(object)
    def _on_offered(self, offer: AgendaOffer) -> None:
        if offer.day != self._day:
            self._day = offer.day
            self._show_days(offer)
            self.cases.clear()
        self.cases.set_choices(offer.choices, offers_all=self.others_check.isChecked())

    def _show_days(self, offer: AgendaOffer) -> None:
        combo = self.day_combo
        combo.blockSignals(True)  # noqa: FBT003 - Qt's own
        combo.clear()
        for one in offer.days:
            combo.addItem(_day_words(one), one.day)
        combo.addItem(_OTHER_DAY, None)
        days = [one.day for one in offer.days]  # the box itself compares dates by identity
        combo.setCurrentIndex(days.index(offer.day) if offer.day in days else len(days))
        combo.blockSignals(False)  # noqa: FBT003 - as above
        if self.day_field.value() != offer.day:
            self.day_field.set_value(offer.day)

    @Slot()
    def _on_day_chosen(self) -> None:
        day = self.day_combo.currentData()
        if day is None:
            self.day_field.line_edit.setFocus()
        else:
            self.day_field.set_value(day)
            self._ask_for(day)

    @Slot(object)
    def _ask_for(self, day: date | None) -> None:
        if day is not None and day != self._day:
            self._wanted = day
            self.offering.start()

    @Slot()
    def _on_cases_chosen(self) -> None:
        self._ids = self.cases.chosen()
        self.paper = None
        self.print_button.setEnabled(False)
        self.making.start()

    @Slot(object)
    def _on_made(self, paper: Paper | None) -> None:
        self.paper = paper
        self.print_button.setEnabled(paper is not None)
        if paper is None:
            self.message.show_hint("No case is ticked. Tick one, or offer the other open cases.")
            return
        pages = PaperPainter(paper, A4_PORTRAIT).page_count
        cases = "1 case" if len(self._ids) == 1 else f"{len(self._ids)} cases"
        if pages == 1:
            self.message.show_hint(f"{cases} on one page.")
        else:
            self.message.show_warning(f"{cases} on {pages} pages. Leave one out to save paper.")

    def _connect(self) -> None:
        self.offering.arrived.connect(self._on_offered)
        self.making.arrived.connect(self._on_made)
        for reading in (self.offering, self.making):
            reading.failed.connect(self.show_trouble)
        self._context.changed.connect(self.offering.start)
        self.day_combo.currentIndexChanged.connect(self._on_day_chosen)
        self.day_field.value_changed.connect(self._ask_for)
        self.others_check.toggled.connect(self.offering.start)
        self.cases.changed.connect(self._on_cases_chosen)
        self.print_button.clicked.connect(self.print_agenda)

    def _build(self) -> None:
        self.cases = AgendaCases()
        self.others_check = QCheckBox("Offer the other open cases too")
        self.body.addLayout(self._days())
        self.body.addWidget(self.cases, 1)
        self.body.addWidget(self.others_check)
        self.set_frame(self.body, self.footer)

    def _days(self) -> QHBoxLayout:
        self.day_combo = QComboBox()
        self.day_combo.setAccessibleName("Booked meetings")
        self.day_field = make_date_field(self._context)
        self.day_field.set_name("Day of the meeting")
        line = QHBoxLayout()
        line.setSpacing(current().px(12))
        line.addWidget(self.day_combo, 1)
        line.addWidget(self.day_field, 1)
        return line


def _day_words(one: MeetingDay) -> str:
    meetings = "1 meeting" if one.meetings == 1 else f"{one.meetings} meetings"
    return f"{long_date(one.day)} ({meetings})"
