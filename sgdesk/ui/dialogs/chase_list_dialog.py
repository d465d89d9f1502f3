"""Makes the chase list on paper: every agency or one, and what is overdue alone or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox

from sgdesk.services.chase_papers import (
    EVERYTHING,
    ChaseChoice,
    agencies_of,
    chase_list,
    list_outstanding,
    passes,
)
from sgdesk.ui.dialogs.paper_dialog import PaperDialog
from sgdesk.ui.printing.paper_print import print_paper
from sgdesk.ui.tasks import Reading
from sgdesk.ui.widgets.fields import FieldRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sgdesk.records.agencies import RequestRow
    from sgdesk.records.papers import Paper
    from sgdesk.services.chase_papers import OutstandingAgency
    from sgdesk.ui.context import AppContext

_TITLE = "Agency chase list"
_ABOUT = (
    "Whom to ring, for what, why by that day, and room to note the answer. "
    "Contacts are those of the directory today."
)
_EVERY = "Every agency"


class ChaseListDialog(PaperDialog):
    """Reads in the background, and again after each change of the register."""

    DESIGNED_WIDTH = 560

    def __init__(
        self, context: AppContext, choice: ChaseChoice | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, _TITLE, _ABOUT, parent)
        self._context = context
        self._rows: tuple[RequestRow, ...] = ()
        self._choice = choice or EVERYTHING
        self.reading = Reading(self._read, context, self)
        self.making = Reading(self._make, context, self)
        self._build()
        self.overdue_check.setChecked(self._choice.only_overdue)
        self._connect()
        self.reading.start()

    @Slot()
    def print_list(self) -> None:
        """Make the list in the background, then show it as it will be printed."""
        self.making.start()

    def needed_height(self, width: int) -> int:
        return self.heightForWidth(width)

    def _read(self) -> tuple[RequestRow, ...]:
        return list_outstanding(self._context.register, today=self._context.today())

    def _make(self) -> Paper:
        context = self._context
        return chase_list(context.register, self._choice, today=context.today())

    @Slot(object)
    def _on_read(self, rows: tuple[RequestRow, ...]) -> None:
        self._rows = rows
        kept = self._choice.agency_id
        with QSignalBlocker(self.agency_combo):
            self.agency_combo.clear()
            self.agency_combo.addItem(_EVERY, None)
            for agency in agencies_of(rows):
                self.agency_combo.addItem(_agency_words(agency), agency.agency_id)
            keys = [self.agency_combo.itemData(at) for at in range(self.agency_combo.count())]
            self.agency_combo.setCurrentIndex(keys.index(kept) if kept in keys else 0)
        self._count()

    @Slot()
    def _count(self) -> None:
        """Say how much would be on the list before it is made."""
        agency_id, only_overdue = self.agency_combo.currentData(), self.overdue_check.isChecked()
        self._choice = ChaseChoice(agency_id, only_overdue)
        shown = [row for row in self._rows if passes(row, self._choice)]
        noun = "return" if len(shown) == 1 else "returns"
        self.message.show_hint(
            f"{len(shown)} {noun} on the list." if shown else "Nothing to chase."
        )
        self.print_button.setEnabled(bool(shown))

    @Slot(object)
    def _on_made(self, paper: Paper) -> None:
        print_paper(self._context, paper, self)

    def _connect(self) -> None:
        self.reading.arrived.connect(self._on_read)
        self.making.arrived.connect(self._on_made)
        for reading in (self.reading, self.making):
            reading.failed.connect(self.show_trouble)
        self._context.changed.connect(self.reading.start)
        self.agency_combo.currentIndexChanged.connect(self._count)
        self.overdue_check.toggled.connect(self._count)
        self.print_button.clicked.connect(self.print_list)

    def _build(self) -> None:
        self.agency_combo = QComboBox()
        self.agency_combo.addItem(_EVERY, None)
        self.overdue_check = QCheckBox("Only what is overdue")
        self.body.addWidget(FieldRow("Agency", self.agency_combo))
        self.body.addWidget(self.overdue_check)
        self.body.addStretch(1)
        self.set_frame(self.body, self.footer)


def _agency_words(agency: OutstandingAgency) -> str:
    overdue = f", {agency.overdue} overdue" if agency.overdue else ""
    return f"{agency.name} ({agency.outstanding} out{overdue})"
